// Reports as they stand after every entry that changed them, with each state that they have been in.
import type { Report, ReportState, Section } from "../../policy/types.ts";
import type { Definition, DefinitionLabel } from "../1-read/document.ts";
import { invalidLabel, missingTable, twoReports, unknownReport } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { keyOf, type LinkedReport, reportUnknownSection } from "./linked-report.ts";
import { byTime, type Linker } from "./linker.ts";
import { ambiguous, documentName, Names } from "./names.ts";
import { type ReportRows, readRows } from "./report-table.ts";

export interface LinkedReports {
  readonly reports: Names<LinkedReport>;
  readonly history: readonly ReportState[];
}

type Surroundings = Pick<Linker, "lists" | "report">;

/** Applies the definitions in the order of time; `inDoubt` are those that an error points into. */
export function linkReports(
  definitions: readonly Definition[],
  inDoubt: ReadonlySet<Definition>,
  linker: Surroundings,
): LinkedReports {
  const reports = new Names<LinkedReport>();
  const history: { readonly of: LinkedReport; readonly state: ReportState }[] = [];
  const kinds = ["Report", "Change report"];
  for (const definition of definitions.filter((d) => kinds.includes(d.kind)).sort(byTime)) {
    let sound = !inDoubt.has(definition);
    const listening: Surroundings = {
      lists: linker.lists,
      report: (d) => {
        sound = sound && d.severity !== "error";
        linker.report(d);
      },
    };
    const rows = readRows(definition, listening);
    const of =
      definition.kind === "Report"
        ? open(definition, rows, reports, listening)
        : find(definition, reports, listening);
    if (of === undefined) {
      // Which report was meant can't be told.
      for (const [, other] of reports.all()) other.incomplete = true;
      continue;
    }
    of.incomplete ||= !sound;
    if (definition.kind === "Change report") of.state = changed(of, definition, rows, listening);
    of.incomplete ||= !sound;
    for (const section of of.state.sections) of.ever.set(keyOf(section.name), section);
    history.push({ of, state: of.state });
  }
  for (const [, of] of reports.all()) of.name = reports.qualified(of.name, documentName(of.source.file));
  return { reports, history: history.map(({ of, state }) => ({ ...state, report: of.name })) };
}

/** The report as the policy has it. */
export function reportOf({ name, state }: LinkedReport): Report {
  const { title, sections, because, date, source } = state;
  return {
    name,
    ...(title === undefined ? {} : { title }),
    sections,
    ...(because === undefined ? {} : { because }),
    ...(date === undefined ? {} : { date }),
    source,
  };
}

function open(
  definition: Definition,
  rows: ReportRows,
  reports: Names<LinkedReport>,
  linker: Surroundings,
): LinkedReport | undefined {
  const { name, source } = definition;
  const state = stateOf(definition, "defined", rows.title, rows.sections);
  const linked: LinkedReport = { name, source, state, ever: new Map(), incomplete: false };
  const first = reports.add(name, linked);
  if (first === undefined) return linked;
  const related = [{ message: "the first definition", source: first.source }];
  linker.report(twoReports(source, { name, difference: difference(first.state, state) }, { related }));
  return undefined;
}

function find(
  { name, nameSource, guessed }: Definition,
  reports: Names<LinkedReport>,
  linker: Surroundings,
): LinkedReport | undefined {
  const found = reports.find(name, nameSource.file);
  if ("thing" in found) return found.thing;
  if (found.among.length > 0) linker.report(ambiguous(nameSource, name, found.among));
  else if (!guessed)
    linker.report(unknownReport(nameSource, { report: name }, { hint: didYouMean(name, reports.names()) }));
  return undefined;
}

function changed(
  { state, incomplete }: LinkedReport,
  definition: Definition,
  { title, sections: rows }: ReportRows,
  linker: Surroundings,
): ReportState {
  const { name, source, labels, table } = definition;
  const label = (wanted: string): DefinitionLabel | undefined => labels.find((l) => l.name === wanted);
  const removed = label("Remove");
  const after = label("After");
  if (table === undefined && removed === undefined)
    linker.report(missingTable(source, { definition: `Change report \`${name}\`, without \`Remove\`,` }));
  let left: readonly Section[] = state.sections;
  for (const token of (removed?.tokens ?? []).filter((t) => t.type === "code")) {
    const key = keyOf(token.text);
    if (!incomplete && !left.some((s) => keyOf(s.name) === key))
      reportUnknownSection(token, state.report, left, linker);
    left = left.filter((s) => keyOf(s.name) !== key);
  }
  const byKey = new Map(rows.map((row) => [keyOf(row.name), row]));
  if (after !== undefined) {
    const kept = left.filter((s) => !byKey.has(keyOf(s.name)));
    const at = placeAfter(after, kept, state, incomplete ? { ...linker, report: () => undefined } : linker);
    left = [...kept.slice(0, at), ...rows, ...kept.slice(at)];
  } else {
    const known = new Set(left.map((s) => keyOf(s.name)));
    const fresh = rows.filter((row) => !known.has(keyOf(row.name)));
    left = [...left.map((s) => byKey.get(keyOf(s.name)) ?? s), ...fresh];
  }
  return stateOf(definition, "changed", title ?? state.title, left);
}

/** Behind how many of the sections the rows come: after the one that is named, or first behind the title. */
function placeAfter(
  { tokens, text, source }: DefinitionLabel,
  kept: readonly Section[],
  state: ReportState,
  linker: Surroundings,
): number {
  const [token, ...more] = tokens.filter((t) => t.type === "code");
  if (token === undefined || more.length > 0) {
    if (more.length > 0)
      linker.report(
        invalidLabel(source, { found: `“${text}”`, label: "After", expected: "one section in backticks" }),
      );
    return kept.length;
  }
  if (state.title !== undefined && untyped(token.text) === untyped(state.title.name)) return 0;
  const at = kept.findIndex((s) => keyOf(s.name) === keyOf(token.text));
  if (at < 0) reportUnknownSection(token, state.report, kept, linker);
  return at < 0 ? kept.length : at + 1;
}

/** The name of a title without what its holes may hold. */
function untyped(title: string): string {
  return keyOf(title.replace(/:[^<>]*>/g, ">"));
}

function stateOf(
  definition: Definition,
  change: ReportState["change"],
  title: Section | undefined,
  sections: readonly Section[],
): ReportState {
  const { name, entry, labels, source, samples } = definition;
  const because = labels.find((l) => l.name === "Because")?.text;
  return {
    report: name,
    change,
    ...(entry === undefined ? {} : { date: entry.date, entry: entry.title }),
    ...(title === undefined ? {} : { title }),
    sections: [...sections],
    ...(because === undefined || because === "" ? {} : { because }),
    samples: samples.map((s) => ({ ...s })),
    source,
  };
}

/** The first thing in which two layouts differ, in words. */
function difference(a: ReportState, b: ReportState): string {
  const [one, other] = [a, b].map(({ sections }) => sections.map((s) => s.name));
  if (one === undefined || other === undefined) return "both look alike";
  const only = other.find((n) => !one.includes(n)) ?? one.find((n) => !other.includes(n));
  if (only !== undefined) return `only one of them has section \`${only}\``;
  const at = one.findIndex((n, i) => n !== other[i]);
  if (at >= 0) return `section ${at + 1} is \`${one[at]}\` in the first one and \`${other[at]}\` here`;
  const lines = a.sections.find(
    (s, i) => s.lines.map((l) => l.text).join() !== b.sections[i]?.lines.map((l) => l.text).join(),
  );
  return lines === undefined ? "both look alike" : `the lines of \`${lines.name}\` differ`;
}
