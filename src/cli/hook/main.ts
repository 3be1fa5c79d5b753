// The hook as one bundled file: node hook.cjs HOST /absolute/policy.json
import { hash } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";
import { answer } from "./answer.ts";
import { hostNamed } from "./hosts.ts";
import { policyText } from "./policy-text.ts";

interface Re2 {
  readonly RE2JS: { compile(pattern: string): { matcher(text: string): { find(): boolean } } };
}

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
    regex: (pattern) => {
      // Loaded only where a rule needs it: it is most of the bundle.
      const { RE2JS } = require("re2js") as Re2;
      const compiled = RE2JS.compile(pattern);
      return (value) => compiled.matcher(value).find();
    },
    today: new Date().toISOString().slice(0, 10),
  });
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}
