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
  return [...run.tasks].flatMap(([name, { status }]) => {
    if (!["In Progress", "Pass", "Fail"].includes(status)) return [];
    const standing = found.get(name);
    const needs = standing === undefined ? undefined : notBegun(standing, found, known);
    return needs === undefined ? [] : [{ name, needs }];
  });
}

/** A task that hasn't begun and that something needs, perhaps by way of waits and gates. */
function notBegun(
  standing: Standing,
  found: ReadonlyMap<string, Standing>,
  known: Map<string, string | undefined>,
): string | undefined {
  const { name } = standing.part.of;
  if (known.has(name)) return known.get(name);
  known.set(name, undefined);
  for (const { need, truth } of standing.missing) {
    const names = "node" in need ? [need.node] : "condition" in need ? factsOf(need.condition) : [];
    for (const other of names) {
      const on = found.get(other);
      if (on === undefined || on.status !== "Not Started" || truth !== false) continue;
      const answer = on.part.kind === "task" ? other : notBegun(on, found, known);
      if (answer === undefined) continue;
      known.set(name, answer);
      return answer;
    }
  }
  return undefined;
}
