// A heading may stand for many tasks; what is wrong at it is said once.
import type { Task, Workflow } from "../../../policy/types.ts";
import type { Diagnostic } from "../../messages/diagnostic.ts";

/** The tasks of a playbook; of those that one heading makes for the members of a list the first. */
export function tasksOnce({ tasks, groups }: Workflow): Task[] {
  const others = new Set((groups ?? []).flatMap((group) => group.tasks.slice(1)));
  return tasks.filter((task) => !others.has(task.name));
}

/** The first diagnostic of each code at a place. */
export function oncePerPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(({ code, source }) => {
    const place = `${code} ${source.file}:${source.line}:${source.column}`;
    return !said.has(place) && said.add(place).size > 0;
  });
}
