// What an operator's phrase says of facts: `watcher` is `approved`.
import type { Cell } from "../1-read/document.ts";
import { notAToken, unknownFact } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { checkFactValue } from "./fact-values.ts";
import type { Linker } from "./linker.ts";

/** The facts of a cell with their values; undefined for an empty cell, and where nothing in it can be used. */
export function linkSets(cell: Cell, linker: Linker): Record<string, string> | undefined {
  if (cell.text === "") return undefined;
  const { facts, report } = linker;
  const spans = cell.tokens.filter((t) => t.type === "code");
  if (spans.length === 0 || spans.length % 2 === 1) {
    const expected = "facts with their values, such as `watcher` is `approved`";
    report(notAToken(cell.source, { found: `“${cell.text}”`, expected }));
    return undefined;
  }
  const sets = new Map<string, string>();
  for (let at = 0; at + 1 < spans.length; at += 2) {
    const [fact, value] = [spans[at], spans[at + 1]];
    if (fact === undefined || value === undefined) continue;
    const found = facts.find(fact.text, fact.source.file);
    if ("name" in found) {
      checkFactValue(found.name, value.text, value.source, linker);
      sets.set(found.name, value.text);
    } else
      report(unknownFact(fact.source, { fact: fact.text }, { hint: didYouMean(fact.text, facts.names()) }));
  }
  return Object.fromEntries(sets);
}
