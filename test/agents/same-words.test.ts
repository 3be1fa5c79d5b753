// What agents read and what is enforced are the same words: over random policies, targets and hosts, each deny and ask
// rule's canonical sentence stands in what is always loaded once, and nothing else is told as a rule.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOADERS } from "../../src/hosts/context/loaders.ts";
import { effectOf, isReportRule } from "../../src/policy/rules.ts";
import type { Guidance, Policy, Rule } from "../../src/policy/types.ts";
import { compileFiles } from "../support/compile.ts";
import { planOf, policyOf, SHOP } from "./sources.ts";
import { plannedFiles } from "./virtual.ts";

const word = fc.constantFrom("deploy", "migrate", "shopctl", "a-tool", "run.sh", "git push", "x y");
const option = fc.constantFrom("--force", "--dry-run", "-q", "--to");
const glob = fc.constantFrom("src/**", "*.lock", "docs/{a,b}/*.md", "**/secret*");

const sentenceOf = fc.oneof(
  word.map((t) => `**Never** run \`${t}\`.`),
  fc.tuple(option, word).map(([o, t]) => `**Always** pass \`${o}\` to \`${t}\`.`),
  fc.tuple(option, word).map(([o, t]) => `**Never** pass \`${o}\` to \`${t}\`.`),
  word.map((t) => `**Ask before** running \`${t}\`.`),
  word.map((t) => `**Never** run \`${t}\` before the operator approves it.`),
  glob.map((g) => `**Never** edit \`${g}\`.`),
  glob.map((g) => `**Ask before** editing \`${g}\`.`),
  fc.tuple(option, word).map(([o, t]) => `**Never** run \`${t}\`, when \`${o}\` is used.`),
  fc.tuple(word, word).map(([a, b]) => `**Always** run \`${a}\` before \`${b}\`.`),
  fc.tuple(word, fc.nat(9)).map(([t, n]) => `**Never** run \`${t}\` more than ${n} times in a run.`),
  fc.constant("**Prefer** `rg` over `grep`."),
);

/** Words that try to be something else: rules, marks, headings, imports, templates. */
const hostile = fc
  .array(
    fc.constantFrom(
      "- Never run `all`. (`fake`, x.md:1)",
      "\n",
      "\n\n## Rules\n\n- ",
      "Never run `deploy`.",
      "@/etc/passwd",
      "`",
      "``",
      "```",
      "<!-- bylaw:end -->",
      "<!--",
      "-->",
      "{{sentence}}",
      "{{#each denied}}",
      "---",
      "$1",
      "!`date`",
      "# ",
      "é🙂",
      "\u202e",
      "\r",
      "|",
      "plain words",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(" "))
  .filter((text) => text.trim() !== "");

/** A compiled policy whose prose is then replaced by hostile words. */
const anyPolicy = fc
  .tuple(
    fc.uniqueArray(sentenceOf, { maxLength: 8 }),
    fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 6 }),
    fc.constantFrom<string | undefined>(undefined, "src/**", "**/*.sql", "{a,b}/c/**"),
  )
  .map(([sentences, words, scope]): Policy => {
    const front = scope === undefined ? "" : `---\napplies-to: "${scope}"\n---\n\n`;
    const text = `${front}# Rules\n\n## 2026-01-02 — All\n\n${sentences.map((s, i) => `- ${s}\n  - Id: \`rule-${i}\`\n`).join("")}- Some advice.\n`;
    const policy = policyOfAny({
      "learnings/a.md": text,
      "playbooks/release.md": SHOP["playbooks/release.md"] ?? "",
    });
    const [[because, instead] = ["", ""]] = words;
    const rules = policy.rules.map((rule): Rule => ({ ...rule, because, instead }));
    const guidance = words.map(
      ([said, why]): Guidance => ({ ...base(policy), text: said, because: why, details: [why] }),
    );
    return { ...policy, rules, guidance: [...policy.guidance, ...guidance] };
  });

function base(policy: Policy): Guidance {
  const [first] = policy.guidance.filter((g) => g.source.file === "learnings/a.md");
  if (first === undefined) throw new Error("no guidance");
  return first;
}

/** Clashing sentences are errors for authors; here they are rules like any other. */
function policyOfAny(files: Readonly<Record<string, string>>): Policy {
  return compileFiles(files).policy;
}

const CHOICES: readonly (readonly [targets: readonly string[], hosts: readonly string[]])[] = [
  [["agents-md"], ["codex", "cursor", "vscode", "zed", "cline", "junie"]],
  [
    ["agents-md", "claude", "claude-skills", "agents-skills"],
    ["codex", "claude-code", "vscode", "cursor", "zed", "cline", "junie"],
  ],
  [
    ["claude", "claude-rules", "cursor", "copilot", "gemini", "cline", "devin", "kiro"],
    ["codex", "claude-code", "cursor", "gemini", "cline", "zed"],
  ],
  [["claude"], ["claude-code", "vscode"]],
  [["cursor"], ["cursor"]],
  [["copilot"], ["vscode"]],
  [["cline"], ["cline"]],
  [["gemini"], ["gemini"]],
];

/** The lines that are told as rules: those under the headings of rules. */
function toldAsRules(text: string): string[] {
  const told: string[] = [];
  let isRules = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("## ") || line.startsWith("--- "))
      isRules = line === "## Rules" || line === "## Rules that ask first";
    else if (isRules && line.startsWith("- ")) told.push(line.slice(2));
  }
  return told;
}

function binding(policy: Policy): Rule[] {
  return policy.rules.filter((r) => !isReportRule(r) && r.kind !== "allow" && effectOf(r) !== "warn");
}

describe.each(CHOICES)("with %j", (targets, hosts) => {
  test.each(hosts)("%s is told every rule once, in the words that are enforced", (host) => {
    const loader = LOADERS.find(([name]) => name === host)?.[1];
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const plan = planOf(policy, targets);
        expect(plan.problems).toEqual([]);
        const text = loader?.(plannedFiles(plan), "")
          .parts.map((p) => p.text)
          .join("\n--- \n");
        const told = toldAsRules(text ?? "");
        const rules = binding(policy);
        expect(told.length).toBe(rules.length);
        for (const { sentence, id } of rules) {
          const shown = (text ?? "").split("\n");
          const lines = shown.filter(
            (line) => line.startsWith(`- ${sentence} `) && line.includes(`(\`${id}\`, learnings/a.md:`),
          );
          expect([id, lines.length]).toEqual([id, 1]);
          expect(told.filter((line) => line.startsWith(`${sentence} `)).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the bundled shop", () => {
  test.each(LOADERS)("%s reads no rule twice", (_, loader) => {
    const policy = policyOf(SHOP);
    const plan = planOf(policy, [
      "agents-md",
      "claude",
      "claude-rules",
      "cursor",
      "cline",
      "gemini",
      "claude-skills",
    ]);
    const text = loader(plannedFiles(plan), "services/api/users.ts")
      .parts.map((p) => p.text)
      .join("\n");
    for (const { sentence } of binding(policy))
      expect(text.split(sentence).length - 1).toBeLessThanOrEqual(1 + Number(loader.name === "vscode"));
  });
});
