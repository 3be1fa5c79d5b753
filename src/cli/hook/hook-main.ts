// The hook as one bundled file: node hook.cjs HOST /absolute/policy.json
import { hash } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";
import { runFiles } from "../io/run-files.ts";
import { lazyRegex, type Re2 } from "../re2.ts";
import { today } from "../today.ts";
import { answer } from "./answer.ts";
import { hostNamed } from "./hosts.ts";
import { policyText, rootOf } from "./policy-text.ts";

const [, , name, policy] = process.argv;
const host = hostNamed(name);
if (host === undefined) {
  // Every host blocks on status 2 with a reason on standard error.
  writeSync(2, `bylaw hook: unknown host ${name ?? ""}\n`);
  process.exitCode = 2;
} else {
  const text = answer(host, {
    input: () => readFileSync(0, "utf8"),
    policyText: () => policyText(policy),
    sha256: (value) => hash("sha256", value),
    // A file of its own beside this one: few policies need it, and reading it would double the time to start.
    regex: lazyRegex(() => require("./hook-regex.cjs") as Re2),
    today: today(),
    root: rootOf(policy),
    files: runFiles,
  });
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}
