// Budgets: what goes elsewhere, in which order, and what happens where a rule has no place.
import { describe, expect, test } from "vitest";
import { contentOf } from "../../src/cli/agents/agents.ts";
import { sizeOf } from "../../src/compiler/4-emit/agents/measure.ts";
import { LOADERS } from "../../src/hosts/context/loaders.ts";
import { pathsOf, planOf, policyOf, SHOP, textOf } from "./sources.ts";
import { plannedFiles, virtualFiles } from "./virtual.ts";

const lines = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join("");
const rules = (n: number, why: string): string =>
  lines(
    n,
    (i) => `- **Never** run \`tool-${i} delete\`.\n  - Id: \`no-delete-${i}\`\n  - Because: ${why}.\n`,
  );
const entry = (text: string): string => `# Log\n\n## 2026-01-02 — All\n\n${text}`;
const guidance = (n: number, front = ""): string =>
  `${front}# Guide\n\n## 2026-01-02 — All\n\n${lines(n, (i) => `- Point ${i} is about something that takes a while to be told in full, and then some more.\n`)}`;
const WHY = "what is deleted there can't be brought back by anybody, whatever they try";

describe("sizes", () => {
  test.each([
    ["", { bytes: 0, lines: 0, characters: 0, tokens: 0 }],
    ["é🙂", { bytes: 6, lines: 1, characters: 2, tokens: 1 }],
    ["a\nb\n", { bytes: 4, lines: 2, characters: 4, tokens: 1 }],
    ["a\nb", { bytes: 3, lines: 2, characters: 3, tokens: 1 }],
  ])("of %j", (text, size) => {
    expect(sizeOf(text)).toEqual(size);
  });
});

describe("the always-on text", () => {
  test("stays as it is below the soft limit", () => {
    const plan = planOf(
      policyOf({ "learnings/a.md": entry(rules(20, WHY)), "learnings/g.md": guidance(20) }),
      ["agents-md"],
    );
    expect(plan.spilled).toEqual([]);
    expect(textOf(plan, "AGENTS.md")).toContain("Point 19");
  });

  test("gives away scoped files first, then what has a skill, then what can be pointed to; never a rule", () => {
    const report =
      "### Report `status`\n\n| section | lines | required |\n| --- | --- | --- |\n| `DONE` | `<what>` | yes |\n\n";
    const sources = {
      "learnings/a.md": entry(rules(90, WHY)),
      "learnings/g.md": guidance(40),
      "learnings/s.md": guidance(40, '---\napplies-to: "**/*.sql"\n---\n\n'),
      "learnings/r.md": `# Guide\n\n${report}${guidance(40).replace("# Guide\n\n", "")}`,
    };
    const policy = policyOf(sources);
    const plan = planOf(policy, ["agents-md", "cursor", "agents-skills"]);
    expect(plan.problems).toEqual([]);
    expect(plan.spilled.map((s) => [s.what, s.to])).toEqual(
      [
        ["guidance of learnings/s.md (40)", "scoped files"],
        ["guidance of learnings/r.md (40)", "its skill"],
        ["guidance of learnings/g.md (40)", "learnings/g.md:5"],
      ].slice(0, plan.spilled.length),
    );
    expect(plan.spilled.length).toBeGreaterThanOrEqual(2);
    const text = textOf(plan, "AGENTS.md");
    for (let i = 0; i < 90; i++) expect(text).toContain(`- Never run \`tool-${i} delete\`. Why: ${WHY}. (`);
    expect(pathsOf(plan)).toContain(".cursor/rules/bylaw-s.mdc");
    expect(text).toContain("- 40 points about `**/*.sql` (learnings/s.md:9)");
    expect(textOf(plan, ".agents/skills/r/SKILL.md")).toContain("Point 39");
    expect(sizeOf(text).bytes).toBeLessThan(20_480);
  });

  test("shortens long lists with a pointer", () => {
    const list = `# L\n\n### List \`many\`\n\n| name |\n| --- |\n${lines(30, (i) => `| \`m${i}\` |\n`)}`;
    const text = textOf(planOf(policyOf({ "learnings/l.md": list }), ["agents-md"]), "AGENTS.md");
    expect(text).toContain("- `m11`\n- and 18 more (learnings/l.md:3)\n");
    expect(text).not.toContain("`m12`");
  });

  test("counts what so many lines would point to, with its folders", () => {
    const task = "### Task `t`\n\n- Passes when it exits 0\n- Fails when it exits 1\n";
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`playbooks/${i % 5}/p${i}.md`, `# P\n\n${task}`]),
    );
    const plan = planOf(policyOf({ ...many, "learnings/a.md": entry(rules(60, WHY)) }), [
      "agents-md",
      "agents-skills",
    ]);
    expect(plan.problems).toEqual([]);
    const text = textOf(plan, "AGENTS.md");
    expect(text).toContain("- and 350 more, in `playbooks/0/`, `playbooks/1/`, `playbooks/2/`, …\n");
    expect(text).toContain(`- Never run \`tool-59 delete\`. Why: ${WHY}. (`);
    expect(plan.spilled.at(-1)?.what).toBe("all but 50 lines of each kind that point elsewhere");
    expect(sizeOf(text).bytes).toBeLessThan(20_480);
  });

  test("gives up reasons before rules, when the hard limit is near", () => {
    const policy = policyOf({ "learnings/a.md": entry(rules(250, WHY)) });
    const plan = planOf(policy, ["agents-md"]);
    expect(plan.problems).toEqual([]);
    expect(plan.spilled.map((s) => s.what)).toEqual(["the reasons of rules"]);
    const text = textOf(plan, "AGENTS.md");
    for (let i = 0; i < 250; i++) expect(text).toContain(`- Never run \`tool-${i} delete\`. (`);
    expect(text).toContain("`bylaw explain ID` says why a rule is there.");
  });

  test("that can't hold all rules is an error, whatever stands around it", () => {
    const policy = policyOf({ "learnings/a.md": entry(rules(500, WHY)) });
    const [problem] = planOf(policy, ["agents-md"]).problems;
    expect(problem).toMatchObject({
      code: "rule-not-placed",
      severity: "error",
      source: { file: "learnings/a.md" },
    });
    expect(problem?.message).toMatch(
      /^Rule `no-delete-499` has no place in `AGENTS.md`: it is \d+ bytes longer than the 32768/,
    );
    const few = policyOf({ "learnings/a.md": entry(rules(20, WHY)) });
    expect(planOf(few, ["agents-md"], { "AGENTS.md": "x".repeat(32_000) }).problems[0]?.code).toBe(
      "rule-not-placed",
    );
    expect(planOf(few, ["agents-md"], { "AGENTS.md": "x".repeat(28_000) }).problems).toEqual([]);
  });

  test("counts in each host's own unit", () => {
    // 12,000 characters of three bytes each: Devin counts the characters.
    const wide = policyOf({ "learnings/a.md": entry(rules(100, "ｗ".repeat(40))) });
    expect(planOf(wide, ["devin"]).problems).toEqual([]);
    expect(planOf(wide, ["devin"], {}).files[0]?.text.length).toBeLessThan(12_000);
    expect(
      planOf(policyOf({ "learnings/a.md": entry(rules(250, WHY)) }), ["devin"]).problems[0]?.message,
    ).toContain("characters longer than the 12000");
  });
});

describe("nested files", () => {
  test("that would be cut from the chain hold a pointer", () => {
    const scoped = (folder: string, n: number): string =>
      guidance(n, `---\napplies-to: ${folder}/**\n---\n\n`);
    const policy = policyOf({
      "learnings/a.md": scoped("a", 200),
      "learnings/b.md": scoped("a/b", 200),
      "learnings/c.md": scoped("c", 200),
    });
    const plan = planOf(policy, ["agents-md"]);
    expect(textOf(plan, "a/AGENTS.md")).toContain("Point 199");
    expect(textOf(plan, "a/b/AGENTS.md")).toContain("- 200 points stand in learnings/b.md:9");
    expect(textOf(plan, "c/AGENTS.md")).toContain("Point 199");
    expect(plan.spilled.map((s) => s.what)).toEqual(["guidance of learnings/b.md"]);
    const codex = LOADERS.find(([name]) => name === "codex")?.[1];
    for (const path of ["a/b/x.ts", "c/x.ts"])
      expect(codex?.(plannedFiles(plan), path).parts.map((p) => p.lost)).not.toContain(
        expect.stringContaining("last"),
      );
  });

  test("a scoped file above its host's limit holds a pointer", () => {
    const policy = policyOf({ "learnings/s.md": guidance(200, '---\napplies-to: "**/*.sql"\n---\n\n') });
    const plan = planOf(policy, ["devin"]);
    expect(textOf(plan, ".devin/rules/bylaw-s.md")).toContain("- 200 points stand in learnings/s.md:9");
    expect(plan.spilled.length).toBe(1);
  });
});

describe("limits hold for what is written", () => {
  test.each([10, 60, 120, 200, 240])("with %i rules and much else", (n) => {
    const policy = policyOf({
      ...SHOP,
      "learnings/many.md": entry(rules(n, WHY)),
      "learnings/g.md": guidance(150),
    });
    const plan = planOf(policy, ["agents-md", "claude", "claude-skills"]);
    expect(plan.problems).toEqual([]);
    const files = Object.fromEntries(plan.files.map((f) => [f.path, contentOf(f)]));
    const codex = LOADERS.find(([name]) => name === "codex")?.[1];
    const loaded = codex?.(virtualFiles({ ...files, ".git/": "" }), "services/api/x.ts");
    expect(loaded?.parts.map((p) => [p.path, p.lost])).toEqual([
      ["AGENTS.md", ""],
      ["services/api/AGENTS.md", ""],
    ]);
  });
});
