// One message for one cause, where the same name is wrong in several places.
import { byPlace, type Diagnostic } from "./diagnostic.ts";

/** What is said of a name that a sentence or label uses. Its cause is the name and not the place. */
export const ABOUT_NAMES: readonly string[] = [
  "unknown-tool",
  "unknown-option",
  "unknown-list",
  "unknown-fact",
  "unknown-report",
  "unknown-section",
  "unknown-id",
  "ambiguous-name",
];

/** How many further places are shown. */
const MOST = 10;

/** All diagnostics by place; those of one name become the first of them, with the other places beside it. */
export function together(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const first = new Map<string, Diagnostic[]>();
  for (const d of [...diagnostics].sort(byPlace)) {
    const { file, line, column } = d.source;
    const key = ABOUT_NAMES.includes(d.code)
      ? `${d.code} ${d.message}`
      : `${d.code} ${file}:${line}:${column} ${d.message}`;
    const group = first.get(key);
    if (group === undefined) first.set(key, [d]);
    else if (!group.some((g) => byPlace(g, d) === 0)) group.push(d);
  }
  return [...first.values()].flatMap(([d, ...more]) => {
    if (d === undefined) return [];
    const related = more.slice(0, MOST).map(({ source }) => ({ message: "here too", source }));
    return [related.length === 0 ? d : { ...d, related: [...d.related, ...related] }];
  });
}
