// A project with the playbook of this folder, built once, and states written into it.
import { readFileSync } from "node:fs";
import { regex } from "../../src/cli/node-tools.ts";
import type { DecisionTable, Policy, State, Workflow } from "../../src/policy/types.ts";
import { type Next, next } from "../../src/validators/workflow/next.ts";
import { type Run, recordedOf, timeOf } from "../../src/validators/workflow/run.ts";
import { compileFiles } from "../support/compile.ts";

export const RELEASE = readFileSync("test/workflows/release.md", "utf8");

/** Compiles one playbook and fails on any error in it. */
export function policyOf(text: string): Policy {
  const { policy, diagnostics } = compileFiles({ "playbooks/release.md": text });
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((e) => `${e.source.line}: ${e.message}`).join("\n"));
  return policy;
}

/** The playbook of a source. */
export function workflowOf(text: string): Workflow {
  const [workflow] = policyOf(text).workflows;
  if (workflow === undefined) throw new Error("no playbook");
  return workflow;
}

/** A run in a state. */
export function runIn(state: State, now = "2026-03-01", tables: readonly DecisionTable[] = []): Run {
  const facts = new Map(Object.entries(state.facts ?? {}));
  return { tasks: recordedOf(state.tasks), facts, decisions: tables, now: timeOf(now), lists: [], regex };
}

/** The names in each list of what is next. */
export function names(answer: Next): Record<string, string[]> {
  const { ready, running, blocked, waiting, failed, done } = answer;
  const lists = { ready, running, blocked, waiting, failed, done };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([k, v]) => (v.length === 0 ? [] : [[k, v.map((t) => t.task)]])),
  );
}

/** What is next in the playbook of this folder. */
export function nextIn(state: State, now?: string): Next {
  return next(workflowOf(RELEASE), runIn(state, now));
}
