// Skills by the open specification: names, descriptions, keys, files that are named; and what only Claude Code knows.
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { AgentFile } from "../../src/compiler/4-emit/agents/agent-file.ts";
import { pathsOf, planOf, policyOf, SHOP, textOf } from "./sources.ts";

const OPEN = ["name", "description", "license", "compatibility", "metadata", "allowed-tools"];

function frontOf({ text }: AgentFile): Readonly<Record<string, unknown>> {
  return parse(text.split(/^---\n/m)[1] ?? "");
}

function expectValid(file: AgentFile, files: readonly AgentFile[], keys: readonly string[]): void {
  const folder = file.path.split("/").slice(0, -1).join("/");
  const front = frontOf(file);
  expect(front["name"]).toBe(folder.split("/").pop());
  expect(front["name"]).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(String(front["name"]).length).toBeLessThanOrEqual(64);
  const description = String(front["description"]);
  expect(description.length).toBeGreaterThan(10);
  expect([...description].length).toBeLessThanOrEqual(1_024);
  expect(description).not.toMatch(/[<>\n]/);
  expect(Object.keys(front).filter((key) => !keys.includes(key))).toEqual([]);
  const body = file.text.slice(file.text.indexOf("---\n", 4) + 4);
  expect(body.split("\n").length).toBeLessThan(500);
  const named = [...body.matchAll(/\]\((references\/[^)]+)\)/g)].map((m) => `${folder}/${m[1]}`);
  const there = files.map((f) => f.path).filter((p) => p.startsWith(`${folder}/references/`));
  expect(named.sort()).toEqual(there.sort());
}

const task = (name: string, more = ""): string =>
  `### Task \`${name}\`\n\n${more}- Passes when it exits 0\n- Fails when it exits 1\n\n`;

const SOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "the shop": SHOP,
  "names that are values in YAML, or the same": {
    "playbooks/true.md": `# True\n\n${task("a")}`,
    "playbooks/123.md": `# N\n\n${task("b")}`,
    "playbooks/Ship It.md": `# S\n\n${task("c")}`,
    "playbooks/ship-it.md": `# S\n\n${task("d")}`,
    "playbooks/——.md": `# S\n\n${task("e")}`,
    [`playbooks/${"very-long-".repeat(20)}.md`]: `# S\n\n${task("f")}`,
  },
  "very many tasks": {
    "playbooks/many.md": `# Many\n\n${Array.from({ length: 300 }, (_, i) => task(`task-with-a-long-name-${i}`)).join("")}`,
  },
  "very much guidance, waits and symptoms": {
    "playbooks/g.md": `# G\n\n${task("a")}${Array.from({ length: 700 }, (_, i) => `- Point ${i} is worth a thought.\n`).join("")}`,
    "playbooks/w.md": `# W\n\n${task("a")}${Array.from({ length: 600 }, (_, i) => `### Wait \`w${i}\`\n\n- Needs: \`a\`\n- Over when \`a\` is \`Pass\`\n\n`).join("")}`,
    "runbooks/s.md": `---\nkind: runbook\nexpect-sections: any\n---\n\n# S\n\n## Symptoms\n\n${Array.from({ length: 600 }, (_, i) => `- Sign ${i} shows.\n`).join("")}`,
  },
  "words that want to be more": {
    "playbooks/a.md": `# A\n\n${task("x")}- Ask $ARGUMENTS, $1 and @team; run !\`date\` <b>now</b> --- {{name}}.\n`,
    "runbooks/b.md":
      '---\nkind: runbook\nexpect-sections: any\n---\n\n# <img> "quoted": [x] @team $1\n\n## Symptoms\n\n- It says `<b>: $1`.\n\n## Resolution\n\n```sh\necho \'```\' "$1" @x\n```\n',
  },
};

describe.each(Object.entries(SOURCES))("%s", (_, sources) => {
  test.each([
    ["agents-skills", OPEN],
    ["claude-skills", [...OPEN, "disable-model-invocation"]],
  ])("as %s", (target, keys) => {
    const { files, problems } = planOf(policyOf(sources), [target]);
    expect(problems).toEqual([]);
    const skills = files.filter((f) => f.path.endsWith("/SKILL.md"));
    expect(skills.length).toBeGreaterThan(0);
    for (const skill of skills) expectValid(skill, files, keys);
  });
});

describe("what only Claude Code knows", () => {
  test("a playbook that runs something is started by people alone; a runbook isn't", () => {
    const plan = planOf(policyOf(SHOP), ["claude-skills", "agents-skills"]);
    const front = (path: string) => frontOf(plan.files.find((f) => f.path === path) as AgentFile);
    expect(front(".claude/skills/release/SKILL.md")["disable-model-invocation"]).toBe(true);
    expect(front(".claude/skills/api-down/SKILL.md")["disable-model-invocation"]).toBeUndefined();
    expect(front(".agents/skills/release/SKILL.md")["disable-model-invocation"]).toBeUndefined();
    const idle = planOf(policyOf({ "playbooks/look.md": `# Look\n\n${task("look")}` }), ["claude-skills"]);
    expect(textOf(idle, ".claude/skills/look/SKILL.md")).not.toContain("disable-model-invocation");
  });

  test("what it would fill in or run is escaped, in its own skills alone", () => {
    const plan = planOf(policyOf(SOURCES["words that want to be more"] ?? {}), [
      "claude-skills",
      "agents-skills",
    ]);
    expect(textOf(plan, ".claude/skills/a/SKILL.md")).toContain(
      "Ask \\$ARGUMENTS, \\$1 and `@team`; run ! `date`",
    );
    expect(textOf(plan, ".agents/skills/a/SKILL.md")).toContain(
      "Ask $ARGUMENTS, $1 and `@team`; run !`date`",
    );
    const steps = textOf(plan, ".claude/skills/b/references/runbook.md");
    expect(steps).toContain("````sh\necho '```' \"$1\" @x\n````\n");
  });
});

test("the same policy gives the same files", () => {
  const all = () => planOf(policyOf(SHOP), ["agents-md", "claude-skills", "kiro"]).files;
  expect(all()).toEqual(all());
  expect(
    pathsOf(
      planOf(policyOf({ "learnings/a.md": "# A\n\n## 2026-01-01 — A\n\n- Say so.\n" }), ["claude-skills"]),
    ),
  ).toEqual([]);
});
