// A policy in pieces is the same policy: each verdict is the one of the policy as a whole.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { canonicalJson } from "../../src/policy/canonical-json.ts";
import type { Action, Policy } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";
import { cutPolicy, indexLine } from "../../src/validators/lookup/cut.ts";
import { type PolicyInPieces, policyInPieces } from "../../src/validators/lookup/pieces.ts";
import { compileFiles } from "../support/compile.ts";

const OPTIONS = { sha256, regex, root: "/repo", today: "2026-06-01" };

/** The policy through its text, and how many pieces were read. */
function inPieces(policy: Policy): PolicyInPieces & { readonly reads: () => number } {
  const { index, body } = cutPolicy(policy);
  const bytes = Buffer.from(body, "latin1");
  let reads = 0;
  const pieces = policyInPieces(JSON.parse(indexLine(index)), ([start, length]) => {
    reads++;
    return bytes.toString("latin1", start, start + length);
  });
  return { ...pieces, reads: () => reads };
}

function bundled(): Policy {
  const names = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`);
  const files = ["playbooks", "learnings"].flatMap(names);
  return compileFiles(Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]))).policy;
}

const SMALL = `# Rules

## List \`bad\`

| machine |
| --- |
| \`vm-1\` |
| \`åäö\` |

- **Never** run \`tool drop\`.
- **Never** pass a \`bad\` machine to \`tool --vm\`.
- **Always** run \`tool check\` before \`tool run\`.
- **Ask before** running \`other go\`.
- **Never** edit \`gen/**\`.
- **Prefer** \`new\` over \`old\`.
- **Never** run \`*-prod\`.
- **Never** run \`git push --force\` unless the operator waives it. {#no-force}
- **Allow** \`git push --force origin topic\`, an exception to \`no-force\`.
`;
const small = compileFiles({ "learnings/a.md": SMALL }).policy;

describe("a policy in pieces", () => {
  test.each<[string, Policy]>([
    ["of a few rules", small],
    ["of the bundled sources", bundled()],
  ])("%s says the same", (_, policy) => {
    expect(canonicalJson({ ...inPieces(policy).policy })).toBe(canonicalJson(policy));
  });

  test("judges every bundled example alike", () => {
    const policy = bundled();
    const [whole, cut] = [new Checker(policy, OPTIONS), inPieces(policy)];
    const examples = policy.rules.flatMap((r) => r.examples).flatMap((e) => ("command" in e ? [e] : []));
    expect(examples.length).toBeGreaterThan(50);
    for (const { command, facts } of examples) {
      const action: Action = { kind: "command", command };
      const pieces = new Checker(cut.policy, OPTIONS, cut.lookup);
      expect(pieces.check(action, { facts })).toEqual(whole.check(action, { facts }));
      expect(pieces.doneBy(action)).toEqual(whole.doneBy(action));
      expect(pieces.requires(action)).toEqual(whole.requires(action));
    }
  });

  test("judges commands, files and tools of all kinds alike", () => {
    const [whole, cut] = [new Checker(small, OPTIONS), inPieces(small)];
    const word = fc.constantFrom(
      ..."tool drop check run --vm vm-1 vm-2 åäö other go old new git push --force origin topic x-prod $X gen/a.ts rm > && ; | sudo".split(
        " ",
      ),
    );
    const command = fc
      .array(word, { minLength: 1, maxLength: 7 })
      .map((words): Action => ({ kind: "command", command: words.join(" ") }));
    const file = fc.constantFrom<Action>(
      { kind: "edit", path: "gen/a.ts" },
      { kind: "delete", path: "gen" },
      { kind: "read", path: "x" },
      { kind: "tool", tool: "mcp__a__b", input: { vm: "vm-1" } },
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: command }, { weight: 1, arbitrary: file }), (action) => {
        expect(new Checker(cut.policy, OPTIONS, cut.lookup).check(action)).toEqual(whole.check(action));
      }),
      { numRuns: 1_000 },
    );
  });

  test("reads only what a command needs, and each piece once", () => {
    const cut = inPieces(small);
    const checker = new Checker(cut.policy, OPTIONS, cut.lookup);
    const before = cut.reads();
    checker.check({ kind: "command", command: "unnamed x" });
    expect(cut.reads()).toBe(before);
    checker.check({ kind: "command", command: "old x" });
    const after = cut.reads();
    checker.check({ kind: "command", command: "old y" });
    expect([after - before < 5, cut.reads()]).toEqual([true, after]);
  });
});
