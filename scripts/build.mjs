// Bundles the command line (ESM, one chunk a command, dependencies outside) and the hook (one CommonJS file).
import { existsSync, readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

for (const name of existsSync("dist/lib") ? readdirSync("dist/lib") : [])
  if (name.endsWith(".js")) rmSync(`dist/lib/${name}`);

await build({
  entryPoints: { bin: "src/cli/bin.ts" },
  outdir: "dist/lib",
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  chunkNames: "[name]-[hash]",
  logLevel: "error",
});

await build({
  entryPoints: { hook: "src/cli/hook/main.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  legalComments: "inline",
  logLevel: "error",
});
