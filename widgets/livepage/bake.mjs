// Run Pyodide under Node. Three jobs, told by a JSON file:
//   {job: "pack", runtime, wheels: [...], archive}  compile packages to bytecode and write one archive of them
//   {job: "bake", runtime, archives, prelude, name, code, result}  run a live cell; write it as HTML, and what it took
//   {job: "freeze", runtime, archives, modules, result}  import modules and write the interpreter's memory, gzipped
// The second does what the page's worker does, with the same archives: what is baked is what will be live.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

// What Node prints of an uncaught error begins with the line that threw, and Pyodide is a single line of a megabyte.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

const request = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(join(request.runtime, "pyodide.mjs")));
const python = await loadPyodide({
  indexURL: request.runtime,
  lockFileURL: process.argv[3],
  env: { HOME: "/home/pyodide", JUPYTER_WIDGETS_ECHO: "0", MPLBACKEND: "agg" }, // as in src/worker.js
  _makeSnapshot: request.job === "freeze",
});
const site = "/lib/python3.12/site-packages";
const read = (path) => new Uint8Array(readFileSync(path)).buffer;
const unpack = (path, extractDir) => python.unpackArchive(read(path), "zip", { extractDir });

if (request.job === "pack") {
  for (const wheel of request.wheels) unpack(wheel, "/tmp/wheel");
  python.FS.writeFile("/tmp/packing.py", readFileSync(request.program, "utf8"));
  const modules = python.runPython(
    `import sys, json; sys.path.insert(0, "/tmp"); import packing; json.dumps(packing.pack("/tmp/wheel", "/tmp/packed.zip", ${JSON.stringify(site)}))`,
  );
  writeFileSync(request.archive, python.FS.readFile("/tmp/packed.zip"));
  writeFileSync(request.archive + ".json", modules);
} else {
  unpack(request.archives.base.path, site);
  const inpage = python.pyimport("livepage.inpage");
  if (request.job === "bake") {
    const { base, ...others } = request.archives;
    inpage.start(
      () => {},
      () => {},
      "{}",
      JSON.stringify(others),
      (name) => {
        unpack(request.archives[name].path, site);
        for (const [path, text] of Object.entries(request.caches)) {
          const folder = path.slice(0, path.lastIndexOf("/"));
          if (python.FS.analyzePath(folder).exists) python.FS.writeFile(path, Buffer.from(text, "base64"));
        }
        return "[]";
      },
      request.prelude,
    );
    writeFileSync(request.result, inpage.bake(request.name, request.code));
  } else {
    for (const { path } of Object.values(request.archives)) unpack(path, site);
    python.runPython("import importlib; importlib.invalidate_caches()");
    inpage.preload(JSON.stringify(request.modules));
    inpage.destroy(); // a snapshot can hold nothing that JavaScript holds
    python.runPython("import gc; gc.collect()");
    writeFileSync(request.result, gzipSync(python.makeMemorySnapshot(), { level: 9 }));
  }
}
