// States that can't be: something has begun before what it needs.
import type { Workflow } from "../../policy/types.ts";
import { factsOf } from "../../policy/workflows.ts";
import type { Run } from "./run.ts";
import { type Standing, standings } from "./statuses.ts";

/** Something that has begun, and a task that it needs and that hasn't. */
export interface Impossible {
  readonly name: string;
  readonly needs: string;
}

/** What a state says that can't be. What has been run again since, or hangs on facts alone, can be. */
export function impossible(workflow: Workflow, run: Run): Impossible[] {
  const found = standings(workflow, run);
  const known = new Map<string, string | undefined>();
  // What something needs stands in front of it, but for circles.
  for (const [name, standing] of found) known.set(name, notBegun(standing, found, known));
  return [...run.tasks].flatMap(([name, { status }]) => {
    const needs = ["In Progress", "Pass", "Fail"].includes(status) ? known.get(name) : undefined;
    return needs === undefined ? [] : [{ name, needs }];
  });
}

/** A task that hasn't begun and that something needs, perhaps by way of waits and gates. */
function notBegun(
  standing: Standing,
  found: ReadonlyMap<string, Standing>,
  known: ReadonlyMap<string, string | undefined>,
): string | undefined {
  for (const { need, truth } of standing.missing) {
    const names = "node" in need ? [need.node] : "condition" in need ? factsOf(need.condition) : [];
    for (const other of names) {
      const on = found.get(other);
      if (on === undefined || on.status !== "Not Started" || truth !== false) continue;
      const answer = on.part.kind === "task" ? other : known.get(other);
      if (answer !== undefined) return answer;
    }
  }
  return undefined;
}
