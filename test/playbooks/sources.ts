// The two playbooks of this repository, compiled as they are, and short ways to write what is asked of them.
import { readFileSync } from "node:fs";
import { regex } from "../../src/cli/node-tools.ts";
import type { Policy, State, Status, Workflow } from "../../src/policy/types.ts";
import { next } from "../../src/validators/workflow/next.ts";
import { type Run, recordedOf, timeOf } from "../../src/validators/workflow/run.ts";
import { compileFiles } from "../support/compile.ts";

const FILES = ["playbooks/konflux-release.md", "playbooks/promote-latest.md"];

/** The policy of both playbooks. */
export const POLICY: Policy = compiled();

function compiled(): Policy {
  const files = Object.fromEntries(FILES.map((file) => [file, readFileSync(file, "utf8")]));
  const { policy, diagnostics } = compileFiles(files);
  const wrong = diagnostics.filter((d) => d.severity !== "notice");
  if (wrong.length > 0)
    throw new Error(wrong.map((d) => `${d.source.file}:${d.source.line} ${d.message}`).join("\n"));
  return policy;
}

export const RELEASE: Workflow = playbook("konflux-release");
export const PROMOTE: Workflow = playbook("promote-latest");

function playbook(name: string): Workflow {
  const found = POLICY.workflows.find((w) => w.name === name);
  if (found === undefined) throw new Error(`no playbook ${name}`);
  return found;
}

/** "a b=Fail c=In_Progress": tasks with their statuses, Pass where none is given. */
export function tasksOf(text: string): Record<string, Status> {
  return Object.fromEntries(
    text
      .split(" ")
      .filter(Boolean)
      .map((word) => {
        const [name = "", status = "Pass"] = word.split("=");
        return [name, status.replaceAll("_", " ") as Status];
      }),
  );
}

/** "phase=Accepted shipment-mr=": facts with their values. */
export function factsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(" ")
      .filter(Boolean)
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

/** A run of a playbook in a state. */
export function runOf(state: State, now = "2026-03-01"): Run {
  const { lists, decisions, mcpTools: tools } = POLICY;
  const facts = new Map(Object.entries(state.facts ?? {}));
  return { tasks: recordedOf(state.tasks), facts, now: timeOf(now), lists, decisions, tools, regex };
}

/** What is next, one text a list: "ready a b". Lists of which nothing is in are left out. */
export function nextOf(workflow: Workflow, state: State, now?: string): string[] {
  const { ready, running, blocked, waiting, failed, done } = next(workflow, runOf(state, now));
  const lists = { ready, running, blocked, waiting, failed, done };
  return Object.entries(lists).flatMap(([name, list]) =>
    list.length === 0 ? [] : [`${name} ${list.map((t) => t.task).join(" ")}`],
  );
}
