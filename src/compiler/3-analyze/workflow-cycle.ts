// Tasks, waits and gates that need each other in a circle. Sees conditions on statuses, and decisions
// that hang on them; can't see facts that one of them makes.
import type { DecisionTable, Workflow } from "../../policy/types.ts";
import { conditionsOf, inputsOf, namesOf, type Part, partsOf } from "../../policy/workflows.ts";
import { needCycle } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** How many names of a circle are shown. */
const MOST = 8;

/** Reports each circle once, at its first part. */
export const workflowCycles: Analysis = ({ policy }) =>
  policy.workflows.flatMap((workflow) =>
    circles(workflow, policy.decisions).map((circle) => {
      const [first, ...more] = circle;
      const names = circle.slice(0, MOST).map((p) => `\`${p.of.name}\``);
      const rest = circle.length > MOST ? ` and ${circle.length - MOST} more` : "";
      const related = more.slice(0, MOST).map((p) => ({ message: `\`${p.of.name}\``, source: p.of.source }));
      const path = circle.length === 1 ? `${names[0]} and itself` : `${names.join(" → ")}${rest}`;
      return needCycle(first?.of.source ?? workflow.source, { path }, { related });
    }),
  );

/** Circles of needs; of those that share a part only the first one that is met. */
export function circles(workflow: Workflow, decisions: readonly DecisionTable[]): Part[][] {
  const parts = partsOf(workflow);
  const tables = new Map(decisions.map((d) => [d.name, d]));
  const on = new Map<Part, Part[]>();
  for (const part of parts.values())
    on.set(
      part,
      inputsOf(namesOf(conditionsOf(part)), tables).flatMap((n) => parts.get(n) ?? []),
    );
  const found: Part[][] = [];
  const done = new Set<Part>();
  const told = new Set<Part>();
  for (const start of parts.values()) {
    const path: Part[] = [];
    const places = new Map<Part, number>();
    const stack = [{ part: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top === undefined) break;
      if (top.next === 0 && !done.has(top.part)) {
        places.set(top.part, path.length);
        path.push(top.part);
      }
      const other = done.has(top.part) ? undefined : on.get(top.part)?.[top.next++];
      if (other === undefined) {
        if (places.has(top.part)) path.pop();
        places.delete(top.part);
        done.add(top.part);
        stack.pop();
        continue;
      }
      const place = places.get(other);
      // What needs comes behind what is needed: the path runs against the arrows.
      if (place !== undefined) {
        const circle = fromFirst(path.slice(place).reverse());
        if (!circle.some((p) => told.has(p))) found.push(circle);
        for (const p of circle) told.add(p);
      }
      if (place === undefined && !done.has(other)) stack.push({ part: other, next: 0 });
    }
  }
  return found;
}

/** The circle from the part that stands first in the source. */
function fromFirst(circle: readonly Part[]): Part[] {
  const lines = circle.map((p) => p.of.source.line);
  const first = lines.indexOf(Math.min(...lines.slice(0, 10_000)));
  return [...circle.slice(first), ...circle.slice(0, first)];
}
