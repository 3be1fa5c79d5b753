// Bundles the hook: a small file that starts it, what every call needs, and parts that are loaded when they are first called.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";

/** Parts by name, each with the modules that only it holds. Whoever imports one of these in the main bundle gets a stand-in. */
const PARTS = {
  "hook-shell": ["src/shell/parsed.ts"],
  "hook-protected": ["src/validators/protected/finder.ts"],
  "hook-workflow": ["src/validators/workflow/commands.ts", "src/validators/workflow/tool-call.ts"],
  "hook-hosts": ["src/cli/hook/other-hosts.ts"],
  "hook-order": [
    "src/ledger/history.ts",
    "src/validators/decide.ts",
    "src/validators/rules/count.ts",
    "src/validators/rules/order.ts",
  ],
  "hook-more": [
    "src/cli/hook/reminder.ts",
    "src/enforce/plan.ts",
    "src/enforce/prompt.ts",
    "src/hosts/files/apply-patch.ts",
    "src/hosts/files/patch.ts",
    "src/hosts/files/replace.ts",
    "src/policy/canonical-json.ts",
    "src/policy/revision.ts",
    "src/policy/rule-page.ts",
    "src/validators/end.ts",
    "src/validators/fix.ts",
    "src/validators/grants.ts",
    "src/validators/lookup/cut.ts",
    "src/validators/lookup/whole.ts",
    "src/validators/tool-reading.ts",
    "src/validators/unknown-program.ts",
  ],
};

const OPTIONS = {
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  external: ["./hook-regex.cjs"],
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  charset: "ascii",
  legalComments: "inline",
  logLevel: "error",
  metafile: true,
};
/** One function, so that a part is compiled and cached by itself; what it returns are its exports. */
const WRAPPED = {
  banner: {
    js: "(function (require, __dirname, loadPart, buildHash) { const module = { exports: {} }; let { exports } = module;",
  },
  footer: { js: "return module.exports; })" },
};

/** Writes the files of the hook to dist/. Gives esbuild's results. */
export async function buildHook() {
  const standIns = new Map();
  for (const [part, modules] of Object.entries(PARTS))
    for (const module of modules)
      standIns.set(resolve(module), { part, contents: await standIn(part, module) });
  const results = [];
  for (const [part, modules] of Object.entries(PARTS)) {
    const contents = modules.map((m) => `export * from ${JSON.stringify(`./${m}`)};`).join("\n");
    const stdin = { contents, resolveDir: ".", sourcefile: `${part}.ts`, loader: "ts" };
    const plugins = [replacing(standIns, part)];
    results.push(
      await build({ ...OPTIONS, ...WRAPPED, outdir: undefined, outfile: `dist/${part}.cjs`, stdin, plugins }),
    );
  }
  const entryPoints = { "hook-main": "src/cli/hook/hook-main.ts" };
  results.push(await build({ ...OPTIONS, ...WRAPPED, entryPoints, plugins: [replacing(standIns)] }));
  results.push(await build({ ...OPTIONS, entryPoints: { "hook-regex": "src/cli/hook/regex.ts" } }));
  const hashes = Object.fromEntries(["hook-main", ...Object.keys(PARTS)].map((name) => [name, hashOf(name)]));
  // Any part may change what is kept in files, not only the one that begins.
  const whole = createHash("sha256").update(JSON.stringify(hashes)).digest("hex").slice(0, 16);
  const define = { BUNDLE_HASHES: JSON.stringify(hashes), BUILD_HASH: JSON.stringify(whole) };
  await build({ ...OPTIONS, entryPoints: { hook: "src/cli/hook/load.ts" }, define });
  return results;
}

/** The hash of a bundle. It is read byte by byte, so it may hold ASCII only. */
function hashOf(name) {
  const bundle = readFileSync(`dist/${name}.cjs`);
  if (bundle.some((byte) => byte > 127))
    throw new Error(`dist/${name}.cjs holds more than ASCII: write \\u escapes`);
  return createHash("sha256").update(bundle).digest("hex").slice(0, 16);
}

/** A module with the same functions, each of which loads the part and calls its own. */
async function standIn(part, module) {
  const { outputFiles } = await build({
    ...OPTIONS,
    format: "esm",
    outdir: undefined,
    entryPoints: [module],
    outExtension: undefined,
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const exported = Object.entries(await import(`data:text/javascript;base64,${code}`));
  const other = exported.find(([, value]) => typeof value !== "function" || /^class\b/.test(`${value}`));
  if (other !== undefined) throw new Error(`${module} can't be loaded late: ${other[0]} is no function`);
  const load = `loadPart(${JSON.stringify(part)})`;
  return exported.map(([name]) => `export const ${name} = (...args) => ${load}.${name}(...args);`).join("\n");
}

/** Puts stand-ins in the place of the modules of other parts than the one that is built. */
function replacing(standIns, own) {
  return {
    name: "parts",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const found = standIns.get(path);
        return found === undefined || found.part === own
          ? undefined
          : { contents: found.contents, loader: "js" };
      }),
  };
}
