// Which rules and guidance a later one replaced, whole or for some options.
import type { Source, Superseded } from "../../policy/types.ts";
import type { Entry, Reference } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { supersedesCircular, supersedesNewer, unknownId } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { byTime } from "./linker.ts";
import { ambiguous, type Names } from "./names.ts";

/** Anything that can supersede and be superseded. */
export interface Supersedable {
  readonly id: string;
  readonly sentence: string;
  readonly because: string | undefined;
  readonly entry: Entry | undefined;
  readonly source: Source;
  readonly supersedes: readonly Reference[];
  readonly exceptionTo: readonly Reference[];
}

/** What was replaced: whole, with the story; or for some options, by id. */
export interface Supersessions {
  readonly whole: Map<string, Superseded>;
  readonly parts: ReadonlyMap<
    string,
    { readonly options: readonly string[]; readonly by: string; readonly at: Source }[]
  >;
}

interface Edge {
  readonly to: Supersedable;
  readonly reference: Reference;
}

type Report = (d: Diagnostic) => void;

/** Resolves `Supersedes`. */
export function linkSupersessions<T extends Supersedable>(
  things: readonly T[],
  names: Names<T>,
  report: Report,
): Supersessions {
  const edges = new Map<string, Edge[]>();
  for (const thing of things) {
    for (const reference of thing.supersedes) {
      const to = resolveId(reference, "Supersedes", names, report);
      if (to !== undefined) edges.set(thing.id, [...(edges.get(thing.id) ?? []), { to, reference }]);
    }
  }
  const inCircle = reportCircles(things, edges, report);
  const whole = new Map<string, Superseded>();
  const parts = new Map<string, { options: readonly string[]; by: string; at: Source }[]>();
  for (const thing of things) {
    for (const { to, reference } of edges.get(thing.id) ?? []) {
      if (inCircle.has(thing.id) && inCircle.has(to.id)) continue;
      if (byTime(to, thing) > 0) {
        const related = [{ message: `\`${to.id}\` stands here`, source: to.source }];
        report(supersedesNewer(reference.source, { id: thing.id, other: to.id }, { related }));
      } else if (reference.options.length === 0) whole.set(to.id, record(to, thing.id));
      else {
        const part = { options: reference.options, by: thing.id, at: reference.source };
        parts.set(to.id, [...(parts.get(to.id) ?? []), part]);
      }
    }
  }
  return { whole, parts };
}

/** Finds the thing that a reference names, or reports that there is none. */
export function resolveId<T extends Supersedable>(
  reference: Reference,
  label: string,
  names: Names<T>,
  report: Report,
): T | undefined {
  const found = names.find(reference.id, reference.source.file);
  if ("thing" in found) return found.thing;
  if (found.among.length > 0) {
    report(ambiguous(reference.source, reference.id, found.among));
  } else {
    const hint = didYouMean(reference.id, names.names());
    report(unknownId(reference.source, { id: reference.id, label }, { hint }));
  }
  return undefined;
}

/** Reports each circle once. Follows the edges with a stack of its own. */
function reportCircles(
  things: readonly Supersedable[],
  edges: ReadonlyMap<string, readonly Edge[]>,
  report: Report,
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

/** What the history keeps of a replaced thing. */
export function record(to: Supersedable, by: string): Superseded {
  return {
    id: to.id,
    by,
    sentence: to.sentence,
    ...(to.because === undefined ? {} : { because: to.because }),
    ...(to.entry === undefined ? {} : { date: to.entry.date }),
    source: to.source,
  };
}
