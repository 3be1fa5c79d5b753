// The shipped declarations: they compile without a word, commands are sorted out by them, and rules meet what they mean.
import { describe, expect, test } from "vitest";
import { formatDocument } from "../../src/authoring/fmt.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { Checker } from "../../src/validators/checker.ts";
import { compileFiles } from "../support/compile.ts";
import { RULES, WAITING } from "./rules.ts";
import { compiled, SHIPPED, sorted } from "./shipped.ts";
import { SORTED } from "./sorted.ts";

test("compile without an error or a warning", () => {
  expect(compiled.diagnostics.map((d) => `${d.source.file}:${d.source.line} ${d.message}`)).toEqual([]);
});

test("are canonical", () => {
  for (const [file, text] of Object.entries(SHIPPED)) expect(formatDocument(file, text).text).toBe(text);
});

test("are each tried", () => {
  const tried = new Set(
    [
      ...SORTED.map(([c]) => c),
      ...Object.values(RULES)
        .flat()
        .map(([c]) => c),
    ].map(programOf),
  );
  const programs = new Set(compiled.policy.tools.map((t) => programOf(t.name)));
  expect([...programs].filter((p) => !tried.has(p))).toEqual([]);
});

describe("sort out", () => {
  test.each(SORTED)("%s", (command, expected) => expect(sorted(command)).toBe(expected));
});

// A line that no longer fails belongs among the others.
describe("can't sort out yet", () => {
  test.fails.each(WAITING)("%s", (command, expected) => expect(sorted(command)).toBe(expected));
});

describe("are met by rules", () => {
  const decide = decider(RULES);
  for (const [sentence, cases] of Object.entries(RULES))
    test.each(cases)(`${sentence}  %s`, (command, expected) =>
      expect(decide(sentence, command)).toBe(expected),
    );
});

/** Compiles rules with the shipped declarations; each command is then judged by one of them alone. */
function decider(rules: typeof RULES): (sentence: string, command: string) => string {
  const sentences = Object.keys(rules);
  const document = `# Rules\n\n${sentences.map((s, i) => `- ${s}\n  - Id: \`r${i}\`\n`).join("")}`;
  const { policy } = compileFiles({ ...SHIPPED, "playbooks/rules.md": document });
  const checker = new Checker(policy, { sha256, regex });
  return (sentence, command) => {
    const rule = policy.rules.find((r) => r.id === `r${sentences.indexOf(sentence)}`);
    if (rule === undefined) return "no such rule";
    const verdict = checker.check({ kind: "command", command }, { only: rule, history: "empty" });
    return verdict.findings.find((f) => f.rule === rule.id)?.decision ?? "allow";
  };
}

function programOf(name: string): string {
  return name.split(" ")[0] ?? name;
}
