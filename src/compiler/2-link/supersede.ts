// Which rules and guidance a later one replaced.
import type { Rule, Source, Superseded } from "../../policy/types.ts";
import type { Entry, Reference } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { supersedesCircular, supersedesNewer, unknownId } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { byTime } from "./linker.ts";

/** Anything that can supersede and be superseded. */
export interface Supersedable {
  readonly id: string;
  readonly sentence: string;
  readonly because: string | undefined;
  readonly entry: Entry | undefined;
  readonly source: Source;
  readonly supersedes: readonly Reference[];
  readonly exceptionTo: readonly Reference[];
  readonly rule: Rule | undefined;
}

/** Resolves `Supersedes` and `Exception to`. Returns what was replaced whole, by id. */
export function linkSupersessions(
  things: readonly Supersedable[],
  report: (d: Diagnostic) => void,
): Map<string, Superseded> {
  const byId = new Map(things.map((t) => [t.id, t]));
  const edges = new Map<string, { readonly to: Supersedable; readonly reference: Reference }[]>();
  for (const thing of things) {
    for (const reference of thing.exceptionTo) resolve(reference, "Exception to", byId, report);
    for (const reference of thing.supersedes) {
      const to = resolve(reference, "Supersedes", byId, report);
      if (to === undefined) continue;
      const known = edges.get(thing.id) ?? [];
      edges.set(thing.id, [...known, { to, reference }]);
    }
  }
  const inCircle = reportCircles(things, edges, report);
  const superseded = new Map<string, Superseded>();
  for (const thing of things) {
    for (const { to, reference } of edges.get(thing.id) ?? []) {
      if (inCircle.has(thing.id) && inCircle.has(to.id)) continue;
      if (byTime(to, thing) > 0) {
        const related = [{ message: `\`${to.id}\` stands here`, source: to.source }];
        report(supersedesNewer(reference.source, { id: thing.id, other: to.id }, { related }));
      } else if (reference.options.length === 0) superseded.set(to.id, record(to, thing.id));
    }
  }
  return superseded;
}

function resolve(
  reference: Reference,
  label: string,
  byId: ReadonlyMap<string, Supersedable>,
  report: (d: Diagnostic) => void,
): Supersedable | undefined {
  const to = byId.get(reference.id);
  if (to === undefined) {
    report(
      unknownId(
        reference.source,
        { id: reference.id, label },
        { hint: didYouMean(reference.id, byId.keys()) },
      ),
    );
  }
  return to;
}

/** Reports each circle once, at its first member in order of time. Follows the edges with a stack of its own. */
function reportCircles(
  things: readonly Supersedable[],
  edges: ReadonlyMap<string, readonly { readonly to: Supersedable; readonly reference: Reference }[]>,
  report: (d: Diagnostic) => void,
): Set<string> {
  const inCircle = new Set<string>();
  const done = new Set<string>();
  for (const start of things) {
    if (done.has(start.id)) continue;
    const path = [{ id: start.id, next: 0 }];
    const onPath = new Set([start.id]);
    for (let top = path[path.length - 1]; top !== undefined; top = path[path.length - 1]) {
      const edge = edges.get(top.id)?.[top.next++];
      if (edge === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(edge.to.id)) {
        const circle = path.slice(path.findIndex((p) => p.id === edge.to.id)).map((p) => p.id);
        if (!circle.some((id) => inCircle.has(id))) {
          const text = [...circle, edge.to.id].map((id) => `\`${id}\``).join(" → ");
          report(supersedesCircular(edge.reference.source, { circle: text }));
        }
        for (const id of circle) inCircle.add(id);
      } else if (!done.has(edge.to.id)) {
        path.push({ id: edge.to.id, next: 0 });
        onPath.add(edge.to.id);
      }
    }
  }
  return inCircle;
}

function record(to: Supersedable, by: string): Superseded {
  return {
    id: to.id,
    by,
    sentence: to.sentence,
    ...(to.because === undefined ? {} : { because: to.because }),
    ...(to.entry === undefined ? {} : { date: to.entry.date }),
    source: to.source,
  };
}
