// Starts the hook from V8's code cache: node hook.cjs HOST /absolute/policy.json. Without a cache it makes one.
import { readFileSync, writeSync } from "node:fs";
import { Script } from "node:vm";
import { writeCache } from "./write-cache.ts";

/** The hashes of the bundles beside this file; the build puts them in. V8 itself compares no more than lengths. */
declare const BUNDLE_HASHES: Readonly<Record<string, string>>;
/** The hash of all of them. */
declare const BUILD_HASH: string;

/** A bundle: one function, which gives what it exports. */
type Bundle = (
  require: NodeJS.Require,
  folder: string,
  loadPart: (name: string) => unknown,
  build: string,
) => unknown;

// Standard input is read in another thread: of the usual four, three would be started for nothing.
process.env.UV_THREADPOOL_SIZE = "1";

const parts = new Map<string, unknown>();

try {
  loadPart("hook-main");
} catch (error) {
  // Every host blocks on status 2 with a reason on standard error.
  writeSync(
    2,
    `bylaw hook: it can't be started: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}

/** What a bundle exports; it is loaded once. */
function loadPart(name: string): unknown {
  if (parts.has(name)) return parts.get(name);
  const file = `${__dirname}/${name}.cjs`;
  const cache = `${__dirname}/${name}.${process.version}-${process.arch}-${BUNDLE_HASHES[name]}.cache`;
  // The bundle is all of it plain ASCII: nothing needs to be put together or decoded.
  const source = readFileSync(file, "latin1");
  const cachedData = readIfThere(cache);
  const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  const run: Bundle = script.runInThisContext();
  const exported = run(require, __dirname, loadPart, BUILD_HASH);
  parts.set(name, exported);
  // Functions are in a cache that have run before it is made: so it is made at the end.
  if (cachedData === undefined || script.cachedDataRejected === true)
    process.on("exit", () => writeCache(cache, script.createCachedData()));
  return exported;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
