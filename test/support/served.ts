// A project with a policy in force and the built command line, for tests of what it serves.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { DEPLOY, TestProject } from "./project.ts";

export const BYLAW = resolve("bin/bylaw.js");

/** Sources with something of everything that is served. */
const SOURCES: Readonly<Record<string, string>> = {
  "learnings/deploy.md": `${DEPLOY}
- **Never** run \`deployctl apply\` before the operator approves it.
  - Id: \`approve-apply\`
  - Asks: \`deployctl apply --wait\`

### Approval \`apply\`

| operator says | grants |
| --- | --- |
| \`go ahead\` | \`deployctl\` |
`,
  "playbooks/release.md": `### Task \`build\`

- Runs: \`make all\`
- Passes when it exits 0
- Fails when it exits 1

### Task \`ship\`

- Needs: \`build\`
- Runs: \`deployctl ship --wait\`
- Passes when it exits 0
- Fails when it exits 1

### Fact \`size\`

- From: the operator
- Values: \`small\`, \`large\`

### Outcome \`fast\`

- Exit status: 0

### Outcome \`slow\`

- Exit status: 4

### Decision \`lane\`

Exactly one row applies.

| \`size\` | then |
| --- | --- |
| \`small\` | \`fast\` |
| \`large\` | \`slow\` |
`,
  "learnings/reports.md": `# Reports

## 2026-01-05 — What a summary tells

### Report \`summary\`

| section | lines | required |
| --- | --- | --- |
| \`RESULT\` | \`passed\` or \`failed\` | yes |
`,
  "playbooks/stalled.md": `---
kind: runbook
expect-sections: any
---

# The deployment stalls

## Symptoms

- The alert \`DeployStalled\` fires.

## Diagnosis

1. See what it says.

   \`\`\`sh
   deployctl --region <region> --wait
   \`\`\`
`,
};

/** Puts what the project's sources come to in force, as its pin says. */
export async function trust(project: TestProject): Promise<string> {
  const { status, err } = await project.bylaw(["build"]);
  if (status !== 0) throw new Error(err);
  return pin(project, project.read("dist/policy.json"));
}

/** Puts a policy's text in force. */
export function pin(project: TestProject, text: string): string {
  mkdirSync(join(project.folder, ".bylaw"), { recursive: true });
  const { revision } = JSON.parse(text) as { revision: string };
  const history = [{ revision, at: "2026-06-01T00:00:00Z", by: "person", how: "first" }];
  writeFileSync(
    join(project.folder, ".bylaw/trust.json"),
    JSON.stringify({ schemaVersion: 1, revision, history }),
  );
  writeFileSync(join(project.folder, ".bylaw/policy.json"), text);
  return revision;
}

/** A project with its policy in force. */
export async function served(more: Readonly<Record<string, string>> = {}): Promise<TestProject> {
  const project = new TestProject({ ...SOURCES, ...more });
  await trust(project);
  return project;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly out: () => string;
  readonly err: () => string;
}

/** Starts the built command line in a project; it is ended with the test. */
export function start(project: TestProject, words: readonly string[], env: object = {}): Started {
  const child = spawn(process.execPath, [BYLAW, ...words], {
    cwd: project.folder,
    env: { ...process.env, ...env },
    stdio: "pipe",
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    err += data.toString();
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended, out: () => out, err: () => err };
}

/** Waits until something holds. Throws after ten seconds. */
export async function until(what: () => boolean): Promise<void> {
  for (let n = 0; n < 1_000; n++) {
    if (what()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error("it never came to be");
}
