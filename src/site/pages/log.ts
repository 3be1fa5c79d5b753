// The learnings log in time: what runs taught, the newest first; what was replaced since is struck and can be read.
import type { Element } from "hast";
import { h } from "hastscript";
import { counted, day, link } from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import type { Site } from "../site.ts";
import type { EntryPage } from "../source/documents.ts";
import { inParts } from "../weight.ts";
import { pageLinks } from "./parts.ts";

/** What became of an entry. */
export interface EntrySummary extends EntryPage {
  readonly rules: number;
  readonly guidance: number;
  readonly replaced: number;
  readonly changes: number;
}

/** Entries with what they hold, the newest first. */
export function summaries(entries: readonly EntryPage[], { policy }: Pick<Site, "policy">): EntrySummary[] {
  const lines = (
    things: readonly { readonly source: { readonly file: string; readonly line: number } }[],
  ) => {
    const files = new Map<string, number[]>();
    for (const { source } of things) files.set(source.file, [...(files.get(source.file) ?? []), source.line]);
    return (e: EntryPage): number =>
      (files.get(e.file) ?? []).filter((line) => line >= e.line && line <= e.endLine).length;
  };
  const [rules, guidance, replaced, changes] = [
    lines(policy.rules),
    lines(policy.guidance),
    lines(policy.history.superseded),
    lines([...policy.history.lists, ...policy.history.reports]),
  ];
  return entries
    .map((e) => ({
      ...e,
      rules: rules(e),
      guidance: guidance(e),
      replaced: replaced(e),
      changes: changes(e),
    }))
    .sort((a, b) => {
      if (a.date !== b.date) return a.date < b.date ? 1 : -1;
      return a.file === b.file ? b.line - a.line : a.file < b.file ? -1 : 1;
    });
}

/** An entry as an item: struck where nothing of it is left. */
export function entryItem(entry: EntrySummary): Element {
  const { rules, guidance, replaced, changes } = entry;
  const gone = replaced > 0 && rules + guidance + changes === 0;
  const said = [
    rules === 0 ? "" : counted(rules, "rule"),
    guidance === 0 ? "" : counted(guidance, "sentence", "sentences"),
    changes === 0 ? "" : counted(changes, "change"),
    replaced === 0 ? "" : `${replaced} replaced since`,
  ].filter((s) => s !== "");
  const title = link(entry.page, entry.title);
  return h("li", [
    h("span.date", [day(entry.date), " "]),
    gone ? h("del", [title]) : title,
    h("p.meta", [said.join(" · ")]),
  ]);
}

/** The log, in parts where it is long. */
export function logPages(entries: readonly EntrySummary[]): Page[] {
  const parts = inParts(entries.map(entryItem));
  return parts.map((part, i) => ({
    path: partPath("log.html", i + 1),
    title: i === 0 ? "Learnings" : `Learnings, part ${i + 1}`,
    about: `${counted(entries.length, "entry", "entries")}, the newest first.`,
    area: "log" as const,
    unsearched: true,
    body: [
      h(
        "p.lead",
        entries.length === 0
          ? "No source is a log of learnings."
          : `What runs taught, the newest first: ${counted(entries.length, "entry", "entries")}.`,
      ),
      h("ol.timeline", part),
      ...pageLinks("log.html", parts.length, i + 1),
    ],
  }));
}
