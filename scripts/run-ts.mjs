// Runs a TypeScript file of the project on any supported Node: bundles it to a temporary module, then imports that.
import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) throw new Error("usage: node scripts/run-ts.mjs FILE [ARGUMENT…]");
const folder = mkdtempSync(join(resolve("node_modules"), ".run-ts-"));
try {
  const outfile = join(folder, "main.mjs");
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  process.argv.splice(1, process.argv.length, entry, ...rest);
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
