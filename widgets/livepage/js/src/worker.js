// Python in a Web Worker. The page sends what to do; Python's widgets speak through `comm`.
//
// It starts from a snapshot of an interpreter that has imported ipywidgets and the book's own Python already, and packages
// come in while the controls are made. Without a snapshot (missing, damaged, refused) it starts slower, and works.

import { unpackParcel } from "./parcel.js";

// Started from an address, a worker is not bound by the page's policy, and Python could start another one so.
if (self.location.protocol !== "blob:") throw new Error("This worker runs in the page that inherits its policy.");

let python = null;
let inpage = null;
let told = null; // what the page said at the start
let thawed = () => {}; // called with the snapshot, or with the reason why there is none
const coming = new Map(); // unpacked bytes of packages, by name, as promises
const ready = new Map(); // and those that have arrived
const prepared = new Map(); // whose compiled parts are loaded, as promises

const post = (message) => self.postMessage(message);

/** Note how far the start has come, for whoever looks at a page with a browser's tools. */
const mark = (step) => performance.mark(`livepage:${step}`);

/** A sentence for the reader; what only a developer understands goes to the console. */
class Trouble extends Error {}

let arrived = 0;
let expected = 0;

/**
 * Fetch a file of the site, unpacking it while it comes in.
 * @returns {{stream: ReadableStream, whole: Promise<void>}} `whole` resolves when all of it was right, and no sooner.
 */
function arriving(name, priority) {
  const file = told.files[name];
  const damaged = () => new Trouble(`Python could not be loaded: ${file.path} arrived damaged.`);
  const { readable, writable } = new DecompressionStream("gzip");
  const into = writable.getWriter();
  const flow = async () => {
    let response;
    try {
      response = await fetch(new URL(file.path, told.here), { priority });
    } catch {
      throw new Trouble(`Python could not be loaded: the network is gone, or ${file.path} cannot be reached.`);
    }
    if (!response.ok) throw new Trouble(`Python could not be loaded: ${file.path} is missing on the server.`);
    const packed = new Uint8Array(file.bytes);
    const reader = response.body.getReader();
    let size = 0;
    for (;;) {
      let part;
      try {
        part = await reader.read();
      } catch {
        throw new Trouble(`Python could not be loaded: the network went away while ${file.path} came in.`);
      }
      if (part.done) break;
      if (size + part.value.length > packed.length) throw damaged();
      packed.set(part.value, size);
      size += part.value.length;
      arrived += part.value.length;
      progress();
      into.write(part.value).catch(() => {}); // what is wrong with it is found below
    }
    if (size !== packed.length) throw damaged();
    // Plain http has no crypto.subtle; the checksum that gzip carries is looked at in any case.
    if (self.crypto?.subtle) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", packed));
      const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      if (hex !== file.sha256) throw damaged();
    }
    await into.close().catch(() => {
      throw damaged();
    });
  };
  const whole = flow().catch((error) => {
    into.abort(error).catch(() => {});
    throw error;
  });
  whole.catch(() => {}); // awaited later; no unhandled rejection before that
  return { stream: readable, whole };
}

/** Tell the page how much has come in, a few times a second. */
function progress() {
  const now = performance.now();
  if (now - progress.last < 200 && arrived < expected) return;
  progress.last = now;
  post({ kind: "progress", done: arrived, all: expected });
}
progress.last = -Infinity;

async function bytesOf(name, priority = "high") {
  const { stream, whole } = arriving(name, priority);
  const unpacked = new Response(stream).arrayBuffer();
  unpacked.catch(() => {});
  await whole;
  return new Uint8Array(await unpacked);
}

/** The whole of a package at once, for an import or a file that cannot wait: nobody thought this page would need it. */
function wholePackage(name) {
  const { whole, as } = told.archives[name];
  const request = new XMLHttpRequest();
  request.open("GET", new URL(whole, told.here), false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    return false;
  }
  if (request.status !== 200) return false;
  if (as) python.FS.writeFile(as, new Uint8Array(request.response));
  else python.unpackArchive(request.response, "zip", { extractDir: "/lib/python3.12/site-packages" });
  return true;
}

/** Put a package on Python's path; returns JSON of what was left out of it, or nothing where it cannot be had. */
function unpack(name, whole) {
  const parcel = whole ? null : ready.get(name);
  if (!parcel) return wholePackage(name) ? "[]" : "";
  return JSON.stringify(unpackParcel(python.FS, parcel).rest);
}

/** Have the compiled parts of packages ready before Python imports them: an import would wait for their compilation. */
async function prepare(names) {
  await here(names);
  for (const name of names.filter((one) => !prepared.has(one))) {
    prepared.set(
      name,
      Promise.all(
        unpackParcel(python.FS, ready.get(name))
          .files.filter((path) => path.endsWith(".so"))
          .map((path) => python._module.loadDynamicLibrary(path, { loadAsync: true, fs: python.FS })),
      ).catch((error) => console.warn(error)), // the import itself will say what is wrong
    );
  }
  // All of them: what is being loaded must not be imported.
  await Promise.all(prepared.values());
}

/** Call `work` while two globals that Pyodide fetches and compiles by give it what is here already. */
async function answering(wasm, work) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (address, ...rest) => {
    const name = String(address?.url ?? address);
    if (name.endsWith(".wasm")) return new Response();
    if (name.endsWith("pyodide-lock.json")) return new Response(JSON.stringify(told.listing));
    return fetch(address, ...rest);
  };
  try {
    // Pyodide waits for ever where this fails; so its failure is waited for too.
    return await new Promise((done, fail) => {
      WebAssembly.instantiateStreaming = async (_, imports) => {
        try {
          const module = await wasm;
          return { module, instance: await WebAssembly.instantiate(module, imports) };
        } catch (error) {
          fail(error);
          throw error;
        }
      };
      work().then(done, fail);
    });
  } finally {
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

async function compiled() {
  const { stream, whole } = arriving("wasm", "high");
  const module = WebAssembly.compileStreaming(new Response(stream, { headers: { "Content-Type": "application/wasm" } }));
  module.catch(() => {});
  await whole;
  return module;
}

async function start(message) {
  told = message;
  mark("told");
  // Held for life: the page sees when it is let go.
  navigator.locks?.request(told.lock, () => {
    post({ kind: "holding" });
    return new Promise(() => {});
  });
  const { archives, page, prelude, kept } = told;
  const core = ["wasm", "engine"];
  const needed = ["base", ...page.first, ...page.then];
  expected = [...core, ...needed].reduce((sum, name) => sum + told.files[name].bytes, 0);
  const wasm = compiled();
  wasm.catch(() => {});
  const frozen = new Promise((resolve) => (thawed = resolve));
  message.port.onmessage = ({ data }) => thawed(data);
  const script = await bytesOf("engine");
  mark("engine fetched");
  importScripts(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  mark("engine run");
  const boot = (options) =>
    answering(wasm, () =>
      loadPyodide({
        indexURL: told.here,
        env: { HOME: "/home/pyodide", JUPYTER_WIDGETS_ECHO: "0", MPLBACKEND: "agg" }, // as in bake.mjs
        ...options,
      }),
    );
  await wasm; // its own trouble is told better here than by Pyodide
  mark("wasm compiled");
  const { bytes: snapshot, reason } = await frozen;
  if (!snapshot) console.warn(`${reason} Python starts without a snapshot.`);
  mark("snapshot fetched");
  // Packages come after what Python itself starts from, and while it starts.
  for (const name of needed) fetchAhead(name);
  let offered = archives;
  if (snapshot) {
    try {
      // The standard library's place stays empty until somebody imports what is not in the snapshot.
      python = await boot({ _loadSnapshot: snapshot, stdLibURL: "data:," });
      inpage = python.pyimport("livepage.inpage");
    } catch (error) {
      console.warn("The snapshot did not load; Python starts without it.", error);
    }
  }
  if (!inpage) {
    python = await boot({ stdLibURL: new URL(archives.stdlib.whole, told.here).href });
    await coming.get("base");
    unpack("base");
    inpage = python.pyimport("livepage.inpage");
    const { base, stdlib, ...others } = archives;
    offered = others;
  }
  mark("python runs");
  self.livepage = { python }; // for whoever looks at a page with a browser's tools, and for the tests
  inpage.start(
    (text, buffers) => post({ kind: "comm", text, buffers: [...(buffers.toJs ? buffers.toJs() : buffers)].map((one) => one.slice().buffer) }),
    (texts) => post({ kind: "keep", texts: JSON.parse(texts) }),
    JSON.stringify(kept),
    JSON.stringify(offered),
    unpack,
    prelude,
  );
}

/** In a worker of its own: fetch and unpack the snapshot, and hand it over. Here it would hold up the rest. */
async function thaw(message) {
  told = message;
  expected = told.files.snapshot.bytes;
  try {
    const bytes = await bytesOf("snapshot");
    message.port.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    message.port.postMessage({ reason: error.message });
  }
  self.close();
}

function fetchAhead(name) {
  if (coming.has(name)) return;
  const promise = bytesOf(name, "low").then((bytes) => void ready.set(name, bytes));
  promise.catch(() => {});
  coming.set(name, promise);
}

/** Wait until packages that are on their way have arrived. */
const here = (names) => Promise.all(names.map((name) => coming.get(name)));

const answers = {
  start,
  thaw,
  async run({ name, code, first, then }) {
    await prepare(first);
    const root = inpage.run(name, code);
    mark(`${name} run`);
    setTimeout(() => prepare(then).catch(() => {})); // while the page shows the controls; `release` tells what fails
    return root;
  },
  async release({ name, then }) {
    await prepare(["base", ...then]);
    mark(`${name} has its packages`);
    inpage.release(name);
    mark(`${name} released`);
  },
  async finish({ name, later }) {
    later.forEach(fetchAhead);
    await prepare(later);
    inpage.finish(name);
  },
  async comm({ text, buffers }) {
    await Promise.all(prepared.values());
    inpage.receive(text, buffers ?? []);
  },
  unkept: ({ reason }) => inpage.unkept(reason),
  snapshot: (none) => thawed(none), // the page says so when its worker could not even be started
  elsewhere({ texts }) {
    if (inpage) return inpage.elsewhere(JSON.stringify(texts));
    // Python is still starting, and is handed what was kept when it has.
    for (const [name, text] of Object.entries(texts)) {
      if (text === null) delete told.kept[name];
      else told.kept[name] = text;
    }
  },
};

self.onmessage = async ({ data }) => {
  try {
    const value = await answers[data.kind](data);
    post({ kind: "done", id: data.id, value: typeof value === "string" ? value : undefined });
  } catch (error) {
    console.error(error);
    const reason = error instanceof Trouble ? error.message : `Python stopped: ${String(error.message).trim().split("\n").pop()}`;
    post({ kind: "failed", id: data.id, reason });
  }
};
