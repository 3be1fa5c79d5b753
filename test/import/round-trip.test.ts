// Instructions that Bylaw has written, imported into an empty project: every rule that they state comes out the same.
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Policy } from "../../src/policy/types.ts";
import { compileFiles } from "../support/compile.ts";
import { TestProject } from "../support/project.ts";

/** The sentences of a policy's rules by their ids. */
function sentences({ rules }: Pick<Policy, "rules">): Map<string, string> {
  return new Map(rules.map((r) => [r.id, r.sentence]));
}

/** The ids of the rules that instructions state. */
function stated(text: string): string[] {
  return [...text.matchAll(/^- .* \(`([a-z0-9-]+)`, \S+:\d+\)$/gm)].map((m) => m[1] ?? "");
}

async function imported(agents: string): Promise<Map<string, string>> {
  const at = new TestProject({ "AGENTS.md": agents });
  expect(await at.bylaw(["import", "AGENTS.md"])).toMatchObject({ status: 0, err: "" });
  expect((await at.bylaw(["build"])).err).not.toContain(" error ");
  return sentences(JSON.parse(at.read("dist/policy.json")));
}

function expectSame(agents: string, policy: Pick<Policy, "rules">, found: Map<string, string>): void {
  const before = sentences(policy);
  const ids = stated(agents);
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.map((id) => [id, found.get(id)])).toEqual(ids.map((id) => [id, before.get(id)]));
  expect([...found.keys()].filter((id) => !ids.includes(id))).toEqual([]);
}

test("the bundled sources", async () => {
  const at = new TestProject({ "bylaw.config.json": '{ "pictures": false }' });
  for (const folder of ["learnings", "playbooks"])
    cpSync(folder, join(at.folder, folder), { recursive: true });
  await at.bylaw(["build"]);
  const agents = at.read("dist/agents/AGENTS.md");
  expectSame(agents, JSON.parse(at.read("dist/policy.json")), await imported(agents));
  // Where the sources are, all of it is there already.
  const again = await at.bylaw(["import", "--dry-run", "--format", "json", "dist/agents/AGENTS.md"]);
  const [file] = (JSON.parse(again.out) as { files: { rules: unknown[]; same: unknown[] }[] }).files;
  expect([file?.rules, file?.same.length]).toEqual([[], stated(agents).length]);
});

test("this repository's own", async () => {
  const agents = readFileSync("AGENTS.md", "utf8");
  const { policy } = compileFiles({ "docs/house-rules.md": readFileSync("docs/house-rules.md", "utf8") });
  expectSame(agents, policy, await imported(agents));
});

test("labels come along: why, instead, until, and the files that a rule is limited to", async () => {
  const source = `---
applies-to: src/**
---

- **Never** edit \`*.gen.ts\`.
  - Id: \`no-gen\`
  - Because: it is made. Why: nobody knows.
  - Instead: change \`schema.ts\`
  - Until: 2099-01-01
`;
  const at = new TestProject({ "playbooks/a.md": source });
  await at.bylaw(["build"]);
  const other = new TestProject({ "AGENTS.md": at.read("dist/agents/AGENTS.md") });
  await other.bylaw(["import", "AGENTS.md"]);
  expect(other.files("playbooks")).toEqual(["playbooks/agents-files-1.md"]);
  expect(other.read("playbooks/agents-files-1.md")).toBe(`---
applies-to:
  - "src/**"
---

- **Never** edit \`*.gen.ts\`.
  - Id: \`no-gen\`
  - Because: it is made. Why: nobody knows.
  - Instead: change \`schema.ts\`.
  - Until: 2099-01-01
`);
});
