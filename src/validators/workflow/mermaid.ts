// A playbook's graph as Mermaid text, with the status of each part.
import type { Status, Workflow } from "../../policy/types.ts";
import { namesOf, needsOf, type Part, partsOf } from "../../policy/workflows.ts";
import type { Run } from "./run.ts";
import { type Standing, standings } from "./statuses.ts";

const CLASSES: Readonly<Record<Status, string>> = {
  "Not Started": "open",
  "In Progress": "running",
  Pass: "pass",
  Fail: "fail",
  Blocked: "blocked",
  Waived: "waived",
};

const SHAPES: Readonly<Record<Part["kind"], readonly [string, string]>> = {
  task: ["[", "]"],
  wait: ["(", ")"],
  gate: ["{", "}"],
  group: ["[[", "]]"],
};

/** Tasks are boxes, waits rounded, gates diamonds, tasks for the members of a list together a double box. An arrow leads from what is needed to what needs it. */
export function mermaid(workflow: Workflow, run: Run | undefined): string {
  const parts = partsOf(workflow);
  const found: ReadonlyMap<string, Standing> = run === undefined ? new Map() : standings(workflow, run);
  const ids = new Map([...parts.keys()].map((name, i) => [name, `n${i}`]));
  const lines = ["flowchart TD"];
  for (const [name, { kind }] of parts) {
    const status = found.get(name)?.status;
    const label = JSON.stringify(status === undefined ? escaped(name) : `${escaped(name)}<br>${status}`);
    const [open, close] = SHAPES[kind];
    const shape = `${open}${label}${close}`;
    lines.push(`  ${ids.get(name)}${shape}${status === undefined ? "" : `:::${CLASSES[status]}`}`);
  }
  for (const [name, part] of parts) {
    for (const other of new Set(namesOf(needsOf(part)))) {
      const from = ids.get(other);
      if (from !== undefined) lines.push(`  ${from} --> ${ids.get(name)}`);
    }
  }
  if (run !== undefined) {
    lines.push("  classDef open fill:#fff,stroke:#888", "  classDef running fill:#def,stroke:#06c");
    lines.push("  classDef pass fill:#dfd,stroke:#080", "  classDef fail fill:#fdd,stroke:#c00");
    lines.push("  classDef blocked fill:#fed,stroke:#c60", "  classDef waived fill:#eee,stroke:#888");
  }
  return `${lines.join("\n")}\n`;
}

/** Names come from sources: nothing in them may end a label or begin markup. */
function escaped(name: string): string {
  return name.replace(/[&<>"#;\\]/g, (c) => `#${c.charCodeAt(0)};`);
}
