// Bundles the command line (ESM, one chunk a command, dependencies outside), the hook (CommonJS) and the scripts of the site.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { buildHook } from "./hook.mjs";

for (const name of existsSync("dist/lib") ? readdirSync("dist/lib") : [])
  if (name.endsWith(".js")) rmSync(`dist/lib/${name}`);

const { dependencies, optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const lib = await build({
  entryPoints: { bin: "src/cli/bin.ts" },
  outdir: "dist/lib",
  bundle: true,
  splitting: true,
  // What is not installed with Bylaw is bundled: the MCP SDK and zod, in files that only the servers load.
  external: [...Object.keys(dependencies), ...Object.keys(optionalDependencies)],
  metafile: true,
  platform: "node",
  format: "esm",
  target: "node20",
  chunkNames: "[name]-[hash]",
  logLevel: "error",
});

const scripts = await build({
  metafile: true,
  entryPoints: {
    site: "src/site/client/site.ts",
    tools: "src/site/client/tools.ts",
    checker: "src/site/client/checker.ts",
    regex: "src/site/client/regex.ts",
  },
  outdir: "dist/site-scripts",
  bundle: true,
  minify: true,
  platform: "browser",
  format: "iife",
  target: ["chrome100", "firefox100", "safari15.4"],
  charset: "utf8",
  legalComments: "inline",
  logLevel: "error",
});

const hook = await buildHook();

writeFileSync("dist/licenses.txt", licences([lib, scripts, ...hook]));

/** The licences of all packages of which something stands in the bundles, by name. */
function licences(results) {
  const inputs = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap((o) => Object.keys(o.inputs)),
  );
  const folders = inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
      if (file === undefined) throw new Error(`${name} has no licence file`);
      return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

// Code caches of older bundles are of no use any more.
for (const name of readdirSync("dist")) if (name.endsWith(".cache")) rmSync(`dist/${name}`);
