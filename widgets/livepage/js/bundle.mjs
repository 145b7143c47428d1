// Bundle src/ into the folder that is named: page.js (small, loaded at once), widgets.js (ipywidgets, loaded with
// Python), worker.js and page.css.
import { rmSync } from "node:fs";
import { build } from "esbuild";

const [, , outdir] = process.argv;
rmSync(outdir, { recursive: true, force: true });
const common = { bundle: true, minify: true, outdir, target: "es2022", logLevel: "warning", legalComments: "linked" };
await build({
  ...common,
  entryPoints: ["src/page.js", "src/widgets.js", "src/page.css"],
  format: "esm",
  loader: { ".css": "css", ".svg": "dataurl", ".png": "dataurl" },
});
await build({ ...common, entryPoints: ["src/worker.js"], format: "iife" });
