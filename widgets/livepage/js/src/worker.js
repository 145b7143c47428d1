// Python in a Web Worker. The page sends what to do; Python's widgets speak through `comm`.

// Started from an address, a worker is not bound by the page's policy, and Python could start another one so.
if (self.location.protocol !== "blob:") throw new Error("This worker runs in the page that inherits its policy.");

let python = null;
let started = null;

const post = (message) => self.postMessage(message);

/** A sentence for the reader; what only a developer understands goes to the console. */
class Trouble extends Error {}

let arrived = 0;
let expected = 0;

async function fetched(here, file) {
  let response;
  try {
    response = await fetch(new URL(file.path, here));
  } catch {
    throw new Trouble(`Python could not be loaded: the network is gone, or ${file.path} cannot be reached.`);
  }
  if (!response.ok) throw new Trouble(`Python could not be loaded: ${file.path} is missing on the server.`);
  const parts = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    arrived += value.length;
    post({ kind: "progress", done: arrived, all: expected });
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  if (bytes.length !== file.bytes) throw new Trouble(`Python could not be loaded: ${file.path} arrived damaged.`);
  if (self.crypto?.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (hex !== file.sha256) throw new Trouble(`Python could not be loaded: ${file.path} arrived damaged.`);
  }
  return bytes;
}

/** The same for an import that cannot wait: a module that nobody thought this page would need. */
function fetchedNow(here, file) {
  const request = new XMLHttpRequest();
  request.open("GET", new URL(file.path, here), false);
  request.responseType = "arraybuffer";
  request.send();
  return request.status === 200 ? new Uint8Array(request.response) : null;
}

async function start({ here, files, core, archives, page, prelude, kept }) {
  const path = (name) => new URL(name, here).href;
  const needed = page.map((name) => archives[name].file);
  expected = [...core, ...needed].map((name) => files[name].bytes).reduce((sum, bytes) => sum + bytes, 0);
  // The page's archives come in while Python starts.
  const coming = new Map(page.map((name) => [name, fetched(here, { path: archives[name].file, ...files[archives[name].file] })]));
  for (const promise of coming.values()) promise.catch(() => {}); // awaited below; no unhandled rejection before that
  const [asm, wasm, stdlib] = await Promise.all(
    ["runtime/pyodide.asm.js", "runtime/pyodide.asm.wasm", "runtime/python_stdlib.zip"].map((name) =>
      fetched(here, { path: name, ...files[name] }),
    ),
  );
  const blob = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));
  try {
    importScripts(path("runtime/pyodide.js"));
    importScripts(blob(asm, "text/javascript")); // loadPyodide finds it defined, and fetches it no more
  } catch (error) {
    console.error(error);
    throw new Trouble("Python could not be loaded: runtime/pyodide.js is missing on the server.");
  }
  const answer = { [path("runtime/pyodide.asm.wasm")]: [wasm, "application/wasm"] };
  const fetchBefore = self.fetch;
  self.fetch = (url, ...rest) => {
    const known = answer[String(url?.url ?? url)];
    return known ? Promise.resolve(new Response(known[0], { headers: { "Content-Type": known[1] } })) : fetchBefore(url, ...rest);
  };
  python = await loadPyodide({
    indexURL: path("runtime/"),
    stdLibURL: blob(stdlib, "application/zip"),
    env: { HOME: "/home/pyodide", JUPYTER_WIDGETS_ECHO: "0", MPLBACKEND: "agg" },
  });
  self.fetch = fetchBefore;
  const site = "/lib/python3.12/site-packages";
  const unpack = (bytes) => python.unpackArchive(bytes.buffer, "zip", { extractDir: site });
  unpack(await fetched(here, { path: archives.base.file, ...files[archives.base.file] }));
  const inpage = python.pyimport("livepage.inpage");
  const ready = new Map();
  inpage.start(
    (text, buffers) => post({ kind: "comm", text, buffers: [...(buffers.toJs ? buffers.toJs() : buffers)].map((one) => one.slice().buffer) }),
    (texts) => post({ kind: "keep", texts: JSON.parse(texts) }),
    JSON.stringify(kept),
    JSON.stringify(archives),
    (name) => {
      const bytes = ready.get(name) ?? fetchedNow(here, { path: archives[name].file });
      if (!bytes) return false;
      unpack(bytes);
      return true;
    },
    prelude,
  );
  started = { inpage, coming, ready };
}

/** Wait until archives that are on their way have arrived. */
async function here(names) {
  for (const name of names) started.ready.set(name, await started.coming.get(name));
}

const answers = {
  start,
  async run({ name, code, needs }) {
    await here(needs);
    return started.inpage.run(name, code);
  },
  async release() {
    await here(started.coming.keys());
    started.inpage.release();
  },
  comm: ({ text, buffers }) => started.inpage.receive(text, buffers ?? []),
  unkept: ({ reason }) => started.inpage.unkept(reason),
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
