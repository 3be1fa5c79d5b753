// Starts the hook from V8's code cache: node hook.cjs HOST /absolute/policy.json. Without a cache it makes one.
import { readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

/** The hash of the bundle beside this file; the build puts it in. V8 itself compares no more than lengths. */
declare const BUNDLE_HASH: string;

// Standard input is read in another thread: of the usual four, three would be started for nothing.
process.env.UV_THREADPOOL_SIZE = "1";

const file = join(__dirname, "hook-main.cjs");
const cache = join(__dirname, `hook-main.${process.version}-${process.arch}-${BUNDLE_HASH}.cache`);

try {
  // The bundle is one function, and all of it plain ASCII: nothing needs to be put together or decoded.
  const source = readFileSync(file, "latin1");
  const cachedData = readIfThere(cache);
  const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  script.runInThisContext()(require, __dirname);
  if (cachedData === undefined || script.cachedDataRejected === true) save(script.createCachedData());
} catch (error) {
  // Every host blocks on status 2 with a reason on standard error.
  writeSync(
    2,
    `bylaw hook: it can't be started: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whole or not at all; a folder that can't be written to costs time and nothing else. */
function save(data: Buffer): void {
  const temporary = `${cache}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    writeFileSync(temporary, data);
    renameSync(temporary, cache);
  } catch {
    rmSync(temporary, { force: true });
  }
}
