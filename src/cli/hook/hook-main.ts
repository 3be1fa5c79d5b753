// The hook as one bundled file: node hook.cjs HOST /absolute/policy.json [--fail open] [--observe] [--deadline MS]
import { writeSync } from "node:fs";
import { lazyRegex, type Re2 } from "../re2.ts";
import { answer, failed } from "./answer.ts";
import { DEFAULT_OPTIONS, type HookOptions, hookOptions } from "./hook-options.ts";
import type { HookWorld } from "./hook-world.ts";
import { hostNamed } from "./hosts.ts";
import { readInput } from "./input.ts";
import { within } from "./within.ts";
import { worldOf } from "./world.ts";

/** The hash of all bundles of the hook, which starts this one with it. */
declare const buildHash: string;

const [, , name, policy, ...words] = process.argv;
const host = hostNamed(name);
if (host === undefined) {
  // Every host blocks on status 2 with a reason on standard error.
  writeSync(2, `bylaw hook: unknown host ${name ?? ""}\n`);
  process.exitCode = 2;
} else {
  const read = hookOptions(words);
  const options: HookOptions = "problem" in read ? DEFAULT_OPTIONS : read;
  // Not performance.now(): it would have to be loaded first.
  const started = process.hrtime.bigint();
  const late = `it took longer than ${options.deadline} ms`;
  /** What goes wrong outside of the answer itself is denied, too: hosts let a call through whose hook ends with status 1. */
  const answerTo = (input: string): string => {
    try {
      const left = options.deadline - Number((process.hrtime.bigint() - started) / 1_000_000n);
      return left < 1 ? failed(host, late, options) : answer(host, worldFor(input, left));
    } catch (error) {
      return failed(host, error instanceof Error ? error.message : String(error), options);
    }
  };
  const worldFor = (input: string, left: number): HookWorld =>
    worldOf(policy, {
      input: () => input,
      // node:crypto takes long to load, and most calls need none of it.
      sha256: (value) => crypto().hash("sha256", value),
      random: (bytes) => crypto().randomBytes(bytes),
      // A file of its own beside this one: few policies need it, and reading it would double the time to start.
      regex: lazyRegex(() => require("./hook-regex.cjs") as Re2),
      options,
      bundle: __dirname,
      build: buildHash,
      inTime: (what) => {
        const done = within(left, () => ({ result: what() }));
        if (done === undefined) throw new Error(late);
        return done.result;
      },
    });
  if ("problem" in read) write(failed(host, read.problem, options));
  else
    readInput(
      options.deadline,
      (input) => write(answerTo(input)),
      () => write(failed(host, `${late}, and the hook's input has not ended`, options)),
    );
}

function crypto(): typeof import("node:crypto") {
  return require("node:crypto");
}

function write(text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}
