// Lists as they stand after every entry that grew or shrank them.
import type { List, Member, Policy, Source } from "../../policy/types.ts";
import type { Cell, Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  absentMember,
  duplicateDefinition,
  duplicateMember,
  notAToken,
  unknownList,
} from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { byTime } from "./linker.ts";
import { ambiguous, documentName, Names } from "./names.ts";

export interface LinkedLists {
  readonly lists: Names<List>;
  readonly changes: Policy["history"]["lists"];
}

/** The definitions that lists are made of. */
export const LIST_KINDS: readonly string[] = ["List", "Add to list", "Remove from list"];

/** Applies list definitions in order of time. */
export function linkLists(definitions: readonly Definition[], report: (d: Diagnostic) => void): LinkedLists {
  const lists = new Names<List>();
  const changes: Policy["history"]["lists"] = [];
  const ordered = definitions.filter((d) => LIST_KINDS.includes(d.kind)).sort(byTime);
  for (const definition of ordered) if (definition.kind === "List") open(definition, lists, report);
  for (const [, list] of lists.all()) list.name = lists.qualified(list.name, documentName(list.source.file));
  for (const definition of ordered) {
    const found = lists.find(definition.name, definition.source.file);
    if ("among" in found) {
      reportMissing(definition, found.among, lists, report);
      continue;
    }
    if (definition.kind === "List" && found.thing.source !== definition.source) continue;
    change(definition, found.thing, changes, report);
  }
  return { lists, changes };
}

function reportMissing(
  definition: Definition,
  among: readonly string[],
  lists: Names<List>,
  report: (d: Diagnostic) => void,
): void {
  const { name, nameSource, guessed } = definition;
  if (guessed) return;
  if (among.length > 0) {
    report(ambiguous(nameSource, name, among));
  } else report(unknownList(nameSource, { list: name }, { hint: didYouMean(name, lists.names()) }));
}

function open(definition: Definition, lists: Names<List>, report: (d: Diagnostic) => void): void {
  const first = lists.add(definition.name, {
    name: definition.name,
    column: definition.table?.header[0]?.text ?? "member",
    matching: matchingOf(definition.remarks),
    members: [],
    source: definition.source,
  });
  if (first === undefined) return;
  const related = [{ message: "the first definition", source: first.source }];
  const hint = `A list grows under a heading such as: Add to list \`${definition.name}\`.`;
  report(duplicateDefinition(definition.source, { kind: "list", name: definition.name }, { hint, related }));
}

/** "Members are prefixes." or "Members are globs."; names that are compared whole need no such line. */
function matchingOf(remarks: readonly string[]): List["matching"] {
  if (remarks.some((r) => /\bMembers are prefixes\b/i.test(r))) return "prefix";
  return remarks.some((r) => /\bMembers are globs\b/i.test(r)) ? "glob" : "exact";
}

function change(
  definition: Definition,
  list: List,
  changes: Policy["history"]["lists"],
  report: (d: Diagnostic) => void,
): void {
  const { table, kind } = definition;
  if (table === undefined) return;
  for (const row of table.rows) {
    const member = readMember(table.header, row, definition, report);
    if (member === undefined) continue;
    const at = list.members.findIndex((m) => m.value === member.value);
    const other = list.members[at];
    const values = { member: member.value, list: list.name };
    if (kind === "Remove from list") {
      if (other === undefined) {
        const hint = didYouMean(
          member.value,
          list.members.map((m) => m.value),
        );
        report(absentMember(member.source, values, { hint }));
        continue;
      }
      list.members.splice(at, 1);
    } else if (other !== undefined) {
      report(
        duplicateMember(member.source, values, {
          related: [{ message: "it was added here", source: other.source }],
        }),
      );
      continue;
    } else list.members.push(member);
    changes.push({ list: list.name, change: kind === "Remove from list" ? "removed" : "added", ...member });
  }
}

function readMember(
  header: readonly Cell[],
  row: readonly Cell[],
  definition: Definition,
  report: (d: Diagnostic) => void,
): Member | undefined {
  const [first] = row;
  const [token, ...more] = first?.tokens ?? [];
  if (token?.type !== "code" || more.length > 0) {
    const source: Source = first?.source ?? definition.source;
    const found = first === undefined || first.text === "" ? "empty cell" : `“${first.text}”`;
    report(notAToken(source, { found, expected: `one ${header[0]?.text || "member"} in backticks` }));
    return undefined;
  }
  const named = header.findIndex((cell) => cell.text.toLowerCase() === "reason");
  const reason = row[named > 0 ? named : 1]?.text;
  return {
    value: token.text,
    ...(reason ? { reason } : {}),
    ...(definition.entry === undefined ? {} : { date: definition.entry.date }),
    source: token.source,
  };
}
