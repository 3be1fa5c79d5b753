// Every rule kind and every condition: a hit, a near miss and what can't be known. One line a case.
import { describe, expect, test } from "vitest";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { Checker } from "../../src/validators/checker.ts";
import { checkerOf, compileFiles } from "../support/compile.ts";

const TOOLS = `### Tool \`tool\`

| option | also | takes | matches |
| --- | --- | --- | --- |
| \`<what>\` | | one | |
| \`--name\` | \`-n\` | many or list | exact |
| \`--skip\` | | many | substring |
| \`--mode\` | \`-m\` | one | |
| \`--force\` | \`-f\` | nothing | |
| \`--dry\` | \`-d\` | nothing | |

### List \`bad\`

| machine | reason |
| --- | --- |
| \`vm-1\` | broken |
| \`vm-2\` | slow |

### Tool \`copy\`

| option | takes | role |
| --- | --- | --- |
| \`<source>\` | many | reads |
| \`<target>\` | one | writes |
| \`--remove\` | one | deletes |

### Tool \`tool sub\`

- Also known as: \`tool s\`

| option | also | takes |
| --- | --- | --- |
| \`--deep\` | \`-d\` | one |

### Fact \`phase\`

- From: \`$.phase\` of \`state.json\`
- Values: \`open\`, \`closed\`

### Fact \`release\`

- From: the operator
- Type: date

### Step \`verify\`

- \`one --check\`
- \`lint\`

### List \`old\`

Members are prefixes.

| machine |
| --- |
| \`old-\` |

`;

/** Sentence, then commands with the decision that comes of it. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "**Always** pass `--force` to `tool`.": [
    ["tool", "deny"],
    ["tool --force", "allow"],
    ["tool -f", "allow"],
    ["tool -df", "allow"],
    ["tool -d", "deny"],
    ["tool -- --force", "deny"],
    ["tool $X", "deny"],
    ["tool --mode --force", "deny"],
    ["tool --help", "allow"],
    ["tool --help --dry", "deny"],
    ["other", "allow"],
  ],
  "**Always** pass `--mode` `safe` to `tool`.": [
    ["tool --mode safe", "allow"],
    ["tool --mode=safe", "allow"],
    ["tool -m safe", "allow"],
    ["tool -msafe", "allow"],
    ["tool -dmsafe", "allow"],
    ["tool --mode fast", "deny"],
    ["tool --mode $M", "ask"],
    ["tool --mode=$M", "ask"],
    ["tool", "deny"],
  ],
  "**Always** pass `--force` or `--dry` to `tool`.": [
    ["tool", "deny"],
    ["tool --dry", "allow"],
    ["tool -f", "allow"],
  ],
  "**Always** pass `--force` and `--dry` to `tool`.": [
    ["tool --dry", "deny"],
    ["tool -fd", "allow"],
  ],
  "**Always** pass `--skip` with every `bad` machine to `tool`.": [
    ["tool", "deny"],
    ["tool --skip vm-1", "deny"],
    ["tool --skip vm-1 vm-2", "allow"],
    ["tool --skip vm", "allow"],
    ["tool --skip ''", "deny"],
    ["tool --skip vm-1 --skip vm-2", "allow"],
    ["tool --skip $LIST", "ask"],
    ["tool --skip vm-1 vm-2 $LIST", "allow"],
  ],
  "**Never** run `tool`.": [
    ["tool", "deny"],
    ["tool --help", "allow"],
    ["tools", "allow"],
    ["$X", "ask"],
    ["to'o'l x", "deny"],
    ["echo tool", "allow"],
  ],
  "**Never** run `tool drop`.": [
    ["tool drop", "deny"],
    ["tool drop --mode x y", "deny"],
    ["tool --mode drop keep", "allow"],
    ["tool --mode x drop", "deny"],
    ["tool --unknown x drop", "ask"],
    ["tool keep drop", "allow"],
    ["tool $X", "ask"],
    ["tool drop --help", "allow"],
  ],
  "**Never** run `tool --force`.": [
    ["tool x -f", "deny"],
    ["tool x", "allow"],
  ],
  "**Never** run `tool push <branch>-old`.": [
    ["tool push main-old", "deny"],
    ["tool push -old", "allow"],
    ["tool push main", "allow"],
  ],
  "**Never** run `to*`.": [
    ["tool", "deny"],
    ["total x", "deny"],
    ["ls", "allow"],
  ],
  "**Never** pass `--force` to `tool`.": [
    ["tool --force", "deny"],
    ["tool --mode --force", "allow"],
    ["tool --dry", "allow"],
    ["tool $X", "allow"],
  ],
  "**Never** pass `fast` as `--mode` to `tool`.": [
    ["tool --mode fast", "deny"],
    ["tool fast", "allow"],
    ["tool --mode $M", "ask"],
  ],
  "**Never** pass `fast` to `tool`.": [
    ["tool fast", "deny"],
    ["tool --mode fast", "deny"],
    ["tool --mode slow", "allow"],
    ["tool $X", "ask"],
  ],
  "**Never** pass any `bad` machine as `--name` to `tool`.": [
    ["tool --name vm-1", "deny"],
    ["tool --name a vm-2 b", "deny"],
    ["tool --name a,vm-2", "deny"],
    ["tool -n vm-1", "deny"],
    ["tool --name vm-10", "allow"],
    ["tool --skip vm-1", "allow"],
    ["tool --name $VM", "ask"],
    ["tool --name vm-$N", "ask"],
    ["tool vm-1 --name a", "allow"],
  ],
  "**Never** pass any `old` machine as `--name` to `tool`.": [
    ["tool --name old-7", "deny"],
    ["tool --name bold-7", "allow"],
  ],
  "**Never** run `tool` before the operator approves it.": [
    ["tool", "ask"],
    ["tool --version", "allow"],
  ],
  "**Ask before** running `tool drop`.": [
    ["tool drop", "ask"],
    ["tool keep", "allow"],
  ],
  "**Default** `--mode` to `safe` for `tool`.": [
    ["tool", "deny"],
    ["tool --mode safe", "allow"],
    ["tool --mode fast", "ask"],
    ["tool --mode $M", "ask"],
    ["tool --mode safe --mode fast", "ask"],
  ],
  "**Require** order `one`, then `two`, then `three`.": [
    ["one", "allow"],
    ["two", "ask"],
    ["one && two", "allow"],
    ["one; two", "ask"],
    ["one || two", "ask"],
    ["two; one", "deny"],
    ["one && two && three", "allow"],
    ["one && three", "deny"],
    ["three && two", "deny"],
    ["one && two && one && three", "deny"],
    ["one --help && two", "ask"],
    ["set -e; one; two", "allow"],
  ],
  "**Never** run `tool`, when `--force` or `--dry` is used.": [
    ["tool", "allow"],
    ["tool -d", "deny"],
  ],
  "**Never** run `tool`, when `--force` and `--dry` are used.": [
    ["tool -d", "allow"],
    ["tool -df", "deny"],
  ],
  "**Never** run `tool`, when `--force` is missing.": [
    ["tool", "deny"],
    ["tool -f", "allow"],
  ],
  "**Never** run `tool`, when `--mode` is `a` or `b`.": [
    ["tool -m a", "deny"],
    ["tool -m c", "allow"],
    ["tool", "allow"],
    ["tool -m $M", "ask"],
  ],
  "**Never** run `tool`, when `--mode` is not `a`.": [
    ["tool -m a", "allow"],
    ["tool -m c", "deny"],
    ["tool", "allow"],
  ],
  "**Never** run `tool`, when `--mode` is above `4.9`.": [
    ["tool -m 4.10", "deny"],
    ["tool -m 4.9", "allow"],
    ["tool -m fast", "ask"],
  ],
  "**Never** run `tool`, when `--mode` is below `4.10`.": [
    ["tool -m 4.9", "deny"],
    ["tool -m 4.10", "allow"],
  ],
  "**Never** run `tool`, when `--mode` looks like `a*`.": [
    ["tool -m abc", "deny"],
    ["tool -m cba", "allow"],
  ],
  "**Never** run `tool`, when `--mode` matches `^a+$`.": [
    ["tool -m aaa", "deny"],
    ["tool -m aab", "allow"],
  ],
  "**Never** run `tool`, when `--name` names any `bad` machine.": [
    ["tool --name vm-1", "deny"],
    ["tool --name vm-3", "allow"],
    ["tool --name $VM", "ask"],
  ],
  "**Never** run `tool`, when `--name` names anything outside `bad`.": [
    ["tool --name vm-1", "allow"],
    ["tool --name vm-1 vm-3", "deny"],
  ],
  "**Never** run `tool`, unless `--dry` is used.": [
    ["tool", "deny"],
    ["tool --dry", "allow"],
  ],
  "**Never** run `tool`, when `--force` is used, unless `--dry` is used.": [
    ["tool -f", "deny"],
    ["tool -fd", "allow"],
    ["tool", "allow"],
  ],
  "**Never** run `tool`, unless the operator waives it.": [["tool", "deny"]],
  "**Always** run `verify` before `two`.": [
    ["two", "ask"],
    ["lint && two", "allow"],
    ["one --check && two", "allow"],
    ["one && two", "ask"],
    ["two && lint", "deny"],
  ],
  "**Always** run `one` and `three` before `two`.": [
    ["one && two", "ask"],
    ["one && three && two", "allow"],
    ["two; one", "deny"],
  ],
  "**Always** run `one` or `three` before `two`.": [["three && two", "allow"]],
  "**Never** pass `a*.xml` to `tool`.": [["tool a*.xml", "deny"]],
  "**Always** run `one` before `tool` for the same `--mode`.": [["one && tool --mode a", "ask"]],
  "**Always** run `teardown` for each `setup` before the run ends.": [
    ["setup x", "warn"],
    ["setup x; teardown x", "allow"],
    ["teardown x", "allow"],
  ],
  "**Always** run `two` under `script`.": [
    ["two", "deny"],
    ["script -c 'two'", "allow"],
    ["sudo two", "deny"],
  ],
  "**Never** run `two` more than 2 times in a run.": [
    ["two; two; two", "deny"],
    ["two", "ask"],
    ["one", "allow"],
  ],
  "**Never** run `two` until `phase` is `closed`.": [["two", "ask"]],
  "**Never** combine `--force` with `--dry` on `tool`.": [
    ["tool -f", "allow"],
    ["tool -df", "deny"],
  ],
  "**Never** pipe `curl` into `bash` or `sh`.": [
    ["curl x | grep y", "allow"],
    ["curl x > f", "allow"],
  ],
  "**Never** edit `infra/**`.": [
    ["echo x > infra/a/b.tf", "deny"],
    ["echo x > ./infra/../infra/a", "deny"],
    ["echo x > other/a", "allow"],
    ["cat < infra/a", "allow"],
    ["copy a b infra/c", "deny"],
    ["copy infra/c a", "allow"],
    ["copy --remove infra/c a b", "deny"],
    ["echo x > $F", "ask"],
    ["echo x > /dev/null", "allow"],
  ],
  "**Never** read `.env`.": [
    ["cat < .env", "deny"],
    ["cat < conf/.env", "deny"],
    ["copy .env x", "deny"],
    ["cat < .envrc", "allow"],
  ],
  "**Ask before** editing `*.lock`.": [["echo x > a/b.lock", "ask"]],
  "**Prefer** `pnpm` over `npm`.": [
    ["npm install", "warn"],
    ["pnpm install", "allow"],
  ],
  "**Prefer** `--dry` over `--force` for `tool`.": [["tool -f", "warn"]],
  "**Require** `--dry` is used before running `tool`.": [
    ["tool", "deny"],
    ["tool -d", "allow"],
  ],
  "**Require** file `go.mod` exists before running `two`.": [["two", "ask"]],
  "**Never** run `tool sub`, when any operand looks like `*`.": [
    ["tool sub", "allow"],
    ["tool sub x", "deny"],
    ["tool -f sub x", "deny"],
    ["tool s x", "deny"],
    ["tool s", "allow"],
  ],
  "**Never** run `tool s`.": [
    ["tool sub", "deny"],
    ["tool s", "deny"],
    ["tool x s", "allow"],
  ],
  "**Never** run `two a`, when any operand is `a`.": [
    ["two a", "allow"],
    ["two a a", "deny"],
    ["two b a", "allow"],
  ],
  "**Never** pass `x` as `<target>` to `copy`.": [
    ["copy x y", "allow"],
    ["copy a x y x", "deny"],
  ],
  "**Never** run `copy`, when `<source>` is `x`.": [
    ["copy a x y", "deny"],
    ["copy a y x", "allow"],
  ],
  "**Never** run `tool`, when any operand looks like `*.bak`.": [
    ["tool x.bak", "deny"],
    ["tool x", "allow"],
    ["tool $X", "ask"],
  ],
  "**Never** run `tool`, when any operand is outside `/tmp/**`.": [
    ["tool /tmp/a", "allow"],
    ["tool /tmp/../etc/a", "deny"],
    ["tool a", "ask"],
    ["cd /srv && tool a", "deny"],
    ["cd /tmp/x && tool a", "allow"],
    ["cd /tmp/x && tool ../../a", "deny"],
    ["cd $X && tool a", "ask"],
    ["tool ~/a", "ask"],
  ],
  "**Never** run `tool`, when variable `CI` is set.": [
    ["CI=1 tool", "deny"],
    ["tool", "ask"],
  ],
  "**Never** run `tool`, when variable `CI` is `1`.": [
    ["CI=1 tool", "deny"],
    ["CI=2 tool", "allow"],
  ],
  "**Never** run `tool`, when on host `prod`.": [
    ["ssh prod tool", "deny"],
    ["ssh test tool", "allow"],
    ["tool", "allow"],
    ["ssh $H tool", "ask"],
  ],
  "**Never** run `tool`, when both either `--force` is used or `--dry` is used and `--mode` is `a`.": [
    ["tool -f -m a", "deny"],
    ["tool -d -m a", "deny"],
    ["tool -m a", "allow"],
    ["tool -f", "allow"],
  ],
  "**Never** run `tool`, when all of:\n  - any of:\n    - `--force` is used\n    - `--dry` is used\n  - `--mode` is `a`":
    [
      ["tool -f -m a", "deny"],
      ["tool -m a", "allow"],
    ],
  "**Never** run `tool`, when\n  - `--force` is used, or\n  - `--dry` is used.\n  - Because: x": [
    ["tool -d", "deny"],
    ["tool", "allow"],
  ],
  "**Never** run `tool sub -d 1`.": [
    ["tool sub --deep 1", "deny"],
    ["tool sub -d1", "deny"],
    ["tool sub -d 2", "allow"],
    ["tool -f sub --deep=1", "deny"],
    ["tool other -d 1", "allow"],
  ],
  "**Never** run `undeclared --x`, when `--y` is `1`.": [
    ["undeclared --x --y 1", "deny"],
    ["undeclared --x --y 2", "allow"],
    ["undeclared --y=1 --x", "deny"],
  ],
};

describe.each(Object.entries(CASES))("%s", (sentence, cases) => {
  const check = checkerOf(`${TOOLS}\n- ${sentence}\n`);
  test.each(cases)("%s: %s", (command, decision) => {
    const { findings, decision: given } = check(command);
    expect({ given, found: findings.map((f) => f.message) }).toMatchObject({ given: decision });
  });
});

test("a rule past its last day is not enforced", () => {
  const { policy } = compileFiles({ "learnings/a.md": "- **Never** run `x`.\n  - Until: 2026-01-31\n" });
  const on = (today: string): string =>
    new Checker(policy, { sha256, regex, today }).check({ kind: "command", command: "x" }).decision;
  expect([on("2026-01-31"), on("2026-02-01")]).toEqual(["deny", "allow"]);
});

test("an Allow rule lifts the rule that it names, for its own pattern and nothing more", () => {
  const check = checkerOf(
    `${TOOLS}\n- **Never** run \`tool\`.\n  - Id: \`no-tool\`\n- **Allow** \`tool list --dry\`.\n  - Exception to: \`no-tool\`\n`,
  );
  expect(
    ["tool list --dry", "tool list -d", "tool list", "tool list --dry x", "tool list --dry -f"].map(
      (c) => check(c).decision,
    ),
  ).toEqual(["allow", "allow", "deny", "deny", "deny"]);
});

test("facts that are supplied decide", () => {
  const rule =
    "- **Never** run `two` until `phase` is `closed`.\n- **Never** run `three` until one day before `release`.\n";
  const { policy } = compileFiles({ "learnings/a.md": `${TOOLS}\n${rule}` });
  const checker = new Checker(policy, { sha256, regex, today: "2026-05-10" });
  const decide = (command: string, facts: Record<string, string>): string =>
    checker.check({ kind: "command", command }, { facts }).decision;
  expect(decide("two", { phase: "open" })).toBe("deny");
  expect(decide("two", { phase: "closed" })).toBe("allow");
  expect(decide("three", { release: "2026-05-12" })).toBe("deny");
  expect(decide("three", { release: "2026-05-11" })).toBe("allow");
  expect(decide("three", {})).toBe("ask");
});

test("file actions meet the rules about files", () => {
  const rule =
    "- **Never** edit `infra/**`.\n- **Never** write `SECRET` in `*.md`.\n- **Never** delete `keep/**`.\n";
  const { policy } = compileFiles({ "learnings/a.md": rule });
  const checker = new Checker(policy, { sha256, regex, root: "/repo" });
  const decide = (kind: "edit" | "read" | "delete", path: string, content?: string): string =>
    checker.check({ kind, path, cwd: "/repo", ...(content === undefined ? {} : { content }) }).decision;
  expect(decide("edit", "/repo/infra/a.tf")).toBe("deny");
  expect(decide("edit", "infra/a.tf")).toBe("deny");
  expect(decide("read", "infra/a.tf")).toBe("allow");
  expect(decide("delete", "/repo/keep/x")).toBe("deny");
  expect(decide("edit", "/elsewhere/infra/a.tf")).toBe("allow");
  expect(decide("edit", "docs/a.md", "the SECRET")).toBe("deny");
  expect(decide("edit", "docs/a.md", "nothing")).toBe("allow");
  expect(decide("edit", "docs/a.md")).toBe("ask");
});

test("a source that applies to some files limits its rules about files, and no others", () => {
  const { policy } = compileFiles({
    "learnings/a.md":
      "---\napplies-to: [src/**, '*.tf']\n---\n- **Never** edit `*.lock`.\n- **Never** run `tool`.\n",
  });
  const checker = new Checker(policy, { sha256, regex, root: "/repo" });
  const edits = (path: string): string => checker.check({ kind: "edit", path, cwd: "/repo" }).decision;
  expect(["src/a/x.lock", "/repo/src/x.lock", "x.lock", "docs/x.lock"].map(edits)).toEqual([
    "deny",
    "deny",
    "allow",
    "allow",
  ]);
  const runs = (command: string): string =>
    checker.check({ kind: "command", command, cwd: "/repo" }).decision;
  expect(["tool", "echo > src/a.lock", "echo > a.lock", "echo > $F"].map(runs)).toEqual([
    "deny",
    "deny",
    "allow",
    "ask",
  ]);
});

test("an Allow rule past its last day lifts nothing any more", () => {
  const text =
    "- **Never** run `tool`.\n  - Id: `no-tool`\n- **Allow** `tool list`.\n  - Exception to: `no-tool`\n  - Until: 2026-01-31\n";
  const { policy } = compileFiles({ "learnings/a.md": text });
  const on = (today: string): string =>
    new Checker(policy, { sha256, regex, today }).check({ kind: "command", command: "tool list" }).decision;
  expect([on("2026-01-31"), on("2026-02-01")]).toEqual(["allow", "deny"]);
});
