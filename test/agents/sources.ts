// Sources for the tests of agent files, and their plan.
import type { Plan } from "../../src/compiler/4-emit/agents/agent-file.ts";
import { planAgents } from "../../src/compiler/4-emit/agents/plan.ts";
import { targetsOf } from "../../src/compiler/4-emit/agents/targets/all.ts";
import type { Policy } from "../../src/policy/types.ts";
import { compileFiles } from "../support/compile.ts";
import { templates } from "../support/templates.ts";

/** The policy of sources without an error. */
export function policyOf(files: Readonly<Record<string, string>>): Policy {
  const { policy, diagnostics } = compileFiles(files);
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0)
    throw new Error(errors.map((e) => `${e.source.file}:${e.source.line} ${e.message}`).join("\n"));
  return policy;
}

export function planOf(
  policy: Policy,
  targets: readonly string[],
  around: Readonly<Record<string, string>> = {},
): Plan {
  return planAgents({
    policy,
    targets: targetsOf(targets),
    templates,
    around: (path) => (Object.hasOwn(around, path) ? (around[path] ?? "") : ""),
  });
}

/** The text of a planned file. */
export function textOf(plan: Plan, path: string): string {
  const file = plan.files.find((f) => f.path === path);
  if (file === undefined) throw new Error(`no ${path} among ${plan.files.map((f) => f.path).join(", ")}`);
  return file.text;
}

export function pathsOf(plan: Plan): string[] {
  return plan.files.map((f) => f.path);
}

/** A shop: rules about commands and files, a list, guidance for everything, for a folder, and for a kind of file. */
export const SHOP: Readonly<Record<string, string>> = {
  "learnings/general.md": `# General

### List \`frozen\`

| service | reason |
| --- | --- |
| \`billing\` | books are closed |

## 2026-02-03 — First

- **Never** run \`git push --force\`.
  - Id: \`no-force-push\`
  - Because: others build on it; ask @release-team.
  - Instead: push a branch of your own.
  - Blocks: \`git push --force\`
- **Ask before** running \`shopctl deploy\`.
  - Id: \`ask-deploy\`
  - Asks: \`shopctl deploy\`
- **Never** pass any \`frozen\` service as \`--service\` to \`shopctl deploy\`.
  - Id: \`no-frozen\`
  - Blocks: \`shopctl deploy --service billing\`
- **Prefer** \`rg\` over \`grep\`.
  - Id: \`rg-first\`
- Small commits are read sooner. Mail dev@example.org with questions.
`,
  "learnings/api.md": `---
applies-to: services/api/**
---

# API

- **Never** edit \`services/api/generated/**\`.
  - Id: \`no-generated\`
  - Blocks: \`echo > services/api/generated/x.ts\`
- Handlers return problems as JSON.
`,
  "learnings/sql.md": `---
applies-to:
  - "**/*.sql"
  - "db/{up,down}/[a]*.txt"
---

# SQL

- Migrations run twice without harm.
`,
  "playbooks/release.md": `# Release

### Task \`build\`

- Runs: \`make build\`
- Passes when it exits 0
- Fails when it exits 1

### Task \`publish\`

- Needs: \`build\`
- Runs: \`make publish\`
- Passes when it exits 0
- Fails when it exits 1

- Somebody watches a release from its first task to its last.
`,
  "runbooks/api-down.md": `---
kind: runbook
---

# The API is down

## Symptoms

- The alert \`ApiDown\` fires.

## Diagnosis

1. Look at the log:

   \`\`\`sh
   journalctl -u api | awk '{print $1}'
   \`\`\`

## Resolution

1. Start it again: \`systemctl restart api\`

## Verification

1. Ask it: \`curl http://localhost/health\`
`,
};
