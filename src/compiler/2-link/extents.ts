// Which items errors point into.
import type { Source } from "../../policy/types.ts";
import type { Item } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";

/** The items that some error, or a place beside it, lies in. */
export function itemsHit<T extends Item>(items: readonly T[], errors: readonly Diagnostic[]): Set<T> {
  const places = new Map<string, Source[]>();
  for (const place of errors.flatMap((d) => [d.source, ...d.related.map((r) => r.source)])) {
    const known = places.get(place.file);
    if (known === undefined) places.set(place.file, [place]);
    else known.push(place);
  }
  for (const own of places.values()) own.sort(byPosition);
  return new Set(items.filter((item) => isHit(item.extent, places.get(item.extent.file) ?? [])));
}

/** Whether one of the places, which are in order, lies in an extent. */
function isHit(extent: Source, places: readonly Source[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place !== undefined && byPosition(place, extent) < 0) low = middle + 1;
    else high = middle;
  }
  const first = places[low];
  if (first === undefined) return false;
  return first.line < extent.endLine || (first.line === extent.endLine && first.column <= extent.endColumn);
}

function byPosition(a: Source, b: Source): number {
  return a.line - b.line || a.column - b.column;
}
