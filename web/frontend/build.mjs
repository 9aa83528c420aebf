// Bundles the explorer's scripts and style sheet into ../static/dist, each file named by its content, with a manifest
// that the templates read. Nothing is fetched: what is bundled was installed by `npm ci`.
import { build } from "esbuild";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "static", "dist");
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const result = await build({
  absWorkingDir: here,
  entryPoints: ["src/page.ts", "src/sparql.ts", "src/graph.ts", "../static/style.css"],
  outdir: dist,
  entryNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  chunkNames: "[name]-[hash]",
  minify: true,
  format: "esm",
  target: ["es2022"],
  metafile: true,
  write: true,
  legalComments: "linked",
  logLevel: "warning",
});

const manifest = {};
for (const [path, output] of Object.entries(result.metafile.outputs)) {
  if (!output.entryPoint) continue;
  const name = basename(output.entryPoint).replace(/\.ts$/, ".js");
  manifest[name] = basename(path);
}
await writeFile(join(dist, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
const { readFile } = await import("node:fs/promises");
for (const [name, file] of Object.entries(manifest).sort()) {
  const size = gzipSync(await readFile(join(dist, file))).length;
  console.log(`${name} ${(size / 1024).toFixed(1)} kB compressed, ${relative(process.cwd(), join(dist, file))}`);
}
