// Python in a worker, as the page sees it: start, run a cell, exchange widget messages, keep what is to be kept.

import { kept, keep, heard } from "./storage.js";

/** After so many milliseconds without a word from Python, the reader is told (and may stop it). */
const PATIENCE = 5000;

/** After so many without a byte or a word, a start has failed. */
const LONGEST_START = 60000;

/**
 * The address of a worker that runs the script at `address` and is bound by this page's content-security policy. A
 * worker from an address of its own is bound by its host's headers alone, of which there may be none.
 */
function inheriting(address) {
  const failure = JSON.stringify({ kind: "failed", reason: "Python could not be loaded: worker.js cannot be reached." });
  const source = `try { importScripts(${JSON.stringify(address.href)}); } catch (error) { console.error(error); postMessage(${failure}); }`;
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}

export class Runtime {
  constructor(here, config) {
    this.here = here;
    this.config = config;
    this.onprogress = () => {};
    this.onfailure = () => {};
    this.onslow = () => {}; // called with true when Python has been silent for long, with false when it speaks again
    this.onkept = () => {}; // called after each keeping, with a sentence where the browser could not
    this.onmessage = () => {}; // a widget's message, set by Hydration
    this.early = []; // what widgets said before Hydration was there
    this.asked = new Map(); // questions to the worker that wait for an answer
    this.sent = new Map(); // widget messages that wait for Python to have finished with them
    this.count = 0;
    this.progress = {}; // how many bytes each worker has, of how many
    this.started = false;
    this.slow = false;
  }

  /** Resolve when Python runs; reject with a sentence when it cannot. */
  async start() {
    if (typeof WebAssembly !== "object") {
      throw new Error("This browser has no WebAssembly, which Python needs to run in a page.");
    }
    if (typeof Worker !== "function") throw new Error("This browser has no workers, which Python needs to run in a page.");
    if (typeof DecompressionStream !== "function") throw new Error("This browser is too old to run Python in a page.");
    const { book, scripts, ...rest } = this.config;
    const script = new URL(scripts["worker.js"], this.here);
    const snapshot = this.thaw(script, rest.files);
    const worker = new Worker(inheriting(script));
    this.worker = worker;
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.end(event.message ? `Python stopped (${event.message}).` : "Python could not be loaded.");
    };
    this.spoken = performance.now();
    this.clock = setInterval(() => this.watch(), 1000);
    this.forget = heard(book, (texts) => this.post({ kind: "elsewhere", texts }));
    this.lock = `livepage:${performance.timeOrigin}:${Math.random()}`;
    await this.ask("start", { here: this.here.href, lock: this.lock, kept: kept(book), ...rest, port: snapshot }, [snapshot]);
    this.started = true;
  }

  /** Have another worker fetch and unpack the snapshot, while this one's is busy with the rest; returns where it comes out. */
  thaw(script, files) {
    const { port1, port2 } = new MessageChannel();
    const helper = new Worker(inheriting(script));
    this.helper = helper;
    helper.onmessage = ({ data }) => this.receive(data, "helper");
    helper.onerror = (event) => {
      event.preventDefault();
      this.post({ kind: "snapshot", reason: "The snapshot could not be fetched." });
    };
    helper.postMessage({ kind: "thaw", here: this.here.href, files, port: port2 }, [port2]);
    return port1;
  }

  /** Run a cell (its name, its code, what its controls need); resolve with the id of the widget it ends in. */
  run(cell) {
    return this.ask("run", cell);
  }

  /** Let what a cell put off until its controls stand (the first figure) be computed, once it has what it needs. */
  release(cell) {
    return this.ask("release", cell);
  }

  /** Let a cell do what nobody waits for, and fetch what it may need some time. */
  finish(cell) {
    return this.ask("finish", cell);
  }

  /** Send a widget's message to Python; `idle` is called when Python has finished with it. */
  send(message, buffers, idle) {
    const id = ++this.count;
    if (this.worker) this.sent.set(id, { idle, since: performance.now() });
    this.post({ kind: "comm", id, text: JSON.stringify(message), buffers });
    return String(id);
  }

  stop() {
    clearInterval(this.clock);
    this.forget?.();
    this.helper?.terminate();
    this.worker?.terminate();
    this.worker = null;
  }

  ask(kind, rest, transferred) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new Error("Python has stopped."));
      this.asked.set(id, { resolve, reject, since: performance.now() });
      this.post({ kind, id, ...rest }, transferred);
    });
  }

  post(message, transferred = []) {
    this.worker?.postMessage(message, transferred);
  }

  receive(data, from = "worker") {
    this.spoken = performance.now();
    if (data.kind === "comm") {
      const message = { ...JSON.parse(data.text), buffers: data.buffers };
      this.early ? this.early.push(message) : this.onmessage(message);
    } else if (data.kind === "done") {
      this.asked.get(data.id)?.resolve(data.value);
      this.asked.delete(data.id);
      this.sent.get(data.id)?.idle?.();
      this.sent.delete(data.id);
    } else if (data.kind === "failed") {
      const question = this.asked.get(data.id);
      this.asked.delete(data.id);
      question ? question.reject(new Error(data.reason)) : this.end(data.reason);
    } else if (data.kind === "progress") {
      this.progress[from] = data;
      const [done, all] = ["done", "all"].map((key) => Object.values(this.progress).reduce((sum, one) => sum + one[key], 0));
      this.onprogress(done, all);
    } else if (data.kind === "holding") {
      // A worker that ends says nothing; but it lets go of what it holds.
      const { worker } = this;
      navigator.locks.request(this.lock, () => {
        if (worker && this.worker === worker) this.end("Python has ended.");
      });
    } else if (data.kind === "keep") {
      const trouble = keep(this.config.book, data.texts);
      this.onkept(trouble);
      if (trouble) this.post({ kind: "unkept", reason: trouble });
    }
    this.watch();
  }

  /** Look whether Python owes an answer, and for how long it has said nothing. */
  watch() {
    const waiting = [...this.asked.values(), ...this.sent.values()].map((one) => one.since);
    const silent = waiting.length ? performance.now() - Math.max(this.spoken, Math.min(...waiting)) : 0;
    if (!this.started && silent > LONGEST_START) return this.end("Python does not answer.");
    const slow = this.started && silent > PATIENCE;
    if (slow !== this.slow) this.onslow((this.slow = slow));
  }

  end(reason) {
    this.stop();
    for (const { reject } of this.asked.values()) reject(new Error(reason));
    this.asked.clear();
    this.onfailure(reason);
  }
}
