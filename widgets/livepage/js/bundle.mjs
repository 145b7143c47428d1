// Bundle src/ into the folder that is named: page.js (small, loaded at once), widgets.js (ipywidgets, loaded with
// Python), worker.js and page.css; visit.js and offline.js, by which a book is read without a network; and LICENSES.txt,
// for whoever hands the bundle on must hand on the licenses of what is in it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const read = (file) => readFileSync(file, "utf8").trim();
const [, , outdir] = process.argv;
rmSync(outdir, { recursive: true, force: true });
const common = { bundle: true, minify: true, outdir, target: "es2022", logLevel: "warning", legalComments: "none" };
const { metafile } = await build({
  ...common,
  entryPoints: ["src/page.js", "src/widgets.js", "src/page.css"],
  format: "esm",
  metafile: true,
  banner: { js: "/* Licenses: LICENSES.txt */", css: "/* Licenses: LICENSES.txt */" },
  loader: { ".css": "css", ".svg": "dataurl", ".png": "dataurl" },
});
await build({ ...common, entryPoints: ["src/worker.js", "src/visit.js", "src/offline.js"], format: "iife" });

/** The files that went into the bundle, by the folder of their package. */
const packages = new Map();
for (const { inputs } of Object.values(metafile.outputs)) {
  for (const file of Object.keys(inputs).filter((name) => inputs[name].bytesInOutput)) {
    const folder = file.match(/^node_modules\/(@[^/]+\/)?[^/]+/)?.[0];
    if (folder) packages.set(folder, [...(packages.get(folder) ?? []), file]);
  }
}

/** The license of a package as its own files tell it; Jupyter's tell it in each file's first lines alone. */
function license([folder, sources]) {
  const { name, version, license, author } = JSON.parse(read(join(folder, "package.json")));
  let texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => read(join(folder, file)));
  if (!texts.length && license === "BSD-3-Clause") {
    const notices = sources.flatMap((file) => read(file).match(/Copyright \(c\) .*/g) ?? []);
    const copyright = [...new Set(notices)].join("\n") || `Copyright (c) ${author.name ?? author}`;
    texts = [copyright, read("../LICENSE").replace(/^[^]*?(?=Redistribution)/, "")];
  }
  if (!texts.length) throw new Error(`${name} tells no license: look it up before it is handed on`);
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}

const rule = `\n\n${"-".repeat(110)}\n\n`;
writeFileSync(join(outdir, "LICENSES.txt"), [...packages].sort().map(license).join(rule) + "\n");
