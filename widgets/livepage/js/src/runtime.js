// Python in a worker, as the page sees it: start, run a cell, exchange widget messages, keep what is to be kept.

import { kept, keep } from "./storage.js";

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
    this.onmessage = () => {}; // a widget's message, set by Hydration
    this.early = []; // what widgets said before Hydration was there
    this.asked = new Map(); // questions to the worker that wait for an answer
    this.sent = new Map(); // widget messages that wait for Python to have finished with them
    this.count = 0;
  }

  /** Resolve when Python runs; reject with a sentence when it cannot. */
  async start() {
    if (typeof WebAssembly !== "object") {
      throw new Error("This browser has no WebAssembly, which Python needs to run in a page.");
    }
    if (typeof Worker !== "function") throw new Error("This browser has no workers, which Python needs to run in a page.");
    const worker = new Worker(inheriting(new URL("worker.js", this.here)));
    this.worker = worker;
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.end(event.message ? `Python stopped (${event.message}).` : "Python could not be loaded.");
    };
    const { book, ...rest } = this.config;
    await this.ask("start", { here: this.here.href, kept: kept(book), ...rest });
  }

  /** Run a cell (its name, its code, what its controls need); resolve with the id of the widget it ends in. */
  run(cell) {
    return this.ask("run", cell);
  }

  /** Let what cells put off until their controls stand (the first figures) be computed. */
  release() {
    return this.ask("release", {});
  }

  /** Send a widget's message to Python; `idle` is called when Python has finished with it. */
  send(message, buffers, idle) {
    const id = ++this.count;
    if (idle) this.sent.set(id, idle);
    this.worker?.postMessage({ kind: "comm", id, text: JSON.stringify(message), buffers });
    return String(id);
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
  }

  ask(kind, rest) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new Error("Python has stopped."));
      this.asked.set(id, { resolve, reject });
      this.worker.postMessage({ kind, id, ...rest });
    });
  }

  receive(data) {
    if (data.kind === "comm") {
      const message = { ...JSON.parse(data.text), buffers: data.buffers };
      this.early ? this.early.push(message) : this.onmessage(message);
    } else if (data.kind === "done") {
      this.asked.get(data.id)?.resolve(data.value);
      this.asked.delete(data.id);
      this.sent.get(data.id)?.();
      this.sent.delete(data.id);
    } else if (data.kind === "failed") {
      const question = this.asked.get(data.id);
      this.asked.delete(data.id);
      question ? question.reject(new Error(data.reason)) : this.end(data.reason);
    } else if (data.kind === "progress") {
      this.onprogress(data.done, data.all);
    } else if (data.kind === "keep") {
      const trouble = keep(this.config.book, data.texts);
      if (trouble) this.worker?.postMessage({ kind: "unkept", reason: trouble });
    }
  }

  end(reason) {
    this.stop();
    for (const { reject } of this.asked.values()) reject(new Error(reason));
    this.asked.clear();
    this.onfailure(reason);
  }
}
