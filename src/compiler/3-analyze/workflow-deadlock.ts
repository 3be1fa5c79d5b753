// Tasks that need something to have ended in one status, and by way of what they need also in another one.
// Looks at what must hold together; can't see choices joined by "or", nor what is run a second time.
import type { Condition, Need, Source, Status } from "../../policy/types.ts";
import { needsOf, type Part, partsOf } from "../../policy/workflows.ts";
import { deadlock } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** How many parts are looked at for all tasks of a playbook together. */
const MOST = 2_000_000;
/** Statuses that a task passes through, or that it has before it begins. */
const PASSING: readonly string[] = ["Not Started", "In Progress"];

/** That a part must be in one of some statuses. */
interface Demand {
  readonly of: string;
  readonly statuses: readonly string[];
  readonly source: Source;
}

/** Reports each task, wait or gate that can't be ready, once. */
export const deadlocks: Analysis = ({ policy }) =>
  policy.workflows.flatMap((workflow) => {
    const parts = partsOf(workflow);
    const demands = new Map([...parts.values()].map((part) => [part, demandsOf(part, parts)]));
    let steps = 0;
    return [...parts.values()].flatMap((part) => {
      for (const own of demands.get(part) ?? []) {
        // Only what isn't simply passed can contradict what is.
        if (own.statuses.includes("Pass") || own.statuses.some((s) => PASSING.includes(s))) continue;
        const seen = new Set<Part>([part]);
        for (const before of seen) {
          if (++steps > MOST) return [];
          for (const demand of demands.get(before) ?? []) {
            const opposite = demand.of === own.of && !demand.statuses.some((s) => own.statuses.includes(s));
            const settled = demand.statuses.every((s) => !PASSING.includes(s));
            if (opposite && settled) {
              const related = [{ message: `\`${before.of.name}\``, source: demand.source }];
              const values = {
                task: part.of.name,
                other: own.of,
                status: own.statuses.join(" or "),
                through: before.of.name,
                opposite: demand.statuses.join(" or "),
              };
              return [deadlock(own.source, values, { related })];
            }
            const next = parts.get(demand.of);
            if (next !== undefined) seen.add(next);
          }
        }
      }
      return [];
    });
  });

function demandsOf(part: Part, parts: ReadonlyMap<string, Part>): Demand[] {
  return needsOf(part).flatMap((need): Demand[] => {
    if ("node" in need) {
      const statuses: Status[] = ["Pass", "Waived"];
      return [{ of: need.node, statuses, source: need.source }];
    }
    return "condition" in need ? together(need.condition, need, parts) : [];
  });
}

/** The demands of a condition that must all hold. */
function together(condition: Condition, need: Need, parts: ReadonlyMap<string, Part>): Demand[] {
  if (condition.join === "or" && condition.tests.length > 1) return [];
  return condition.tests.flatMap((t) => {
    if ("tests" in t) return together(t, need, parts);
    const isStatus = t.test === "is" && !t.negated && t.subject.of === "fact" && parts.has(t.subject.name);
    return isStatus && t.subject.of === "fact"
      ? [{ of: t.subject.name, statuses: t.values, source: need.source }]
      : [];
  });
}
