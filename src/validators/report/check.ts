// Checks a report: its layout, its lines, and every rule about it.
import { all } from "../../pattern/truth.ts";
import { isLive, type ReportRule } from "../../policy/rules.ts";
import type { Finding, Report } from "../../policy/types.ts";
import type { ReportReader, ReportSurroundings } from "../context.ts";
import { limits } from "../judge.ts";
import type { Subject } from "../subject.ts";
import { checkCharacters } from "./characters.ts";
import { Collector } from "./collect.ts";
import { checkLayout } from "./layout.ts";
import { checkLines } from "./line-shapes.ts";
import { MAX_REPORT } from "./lines.ts";
import { PreparedReport } from "./prepared.ts";
import { readReport } from "./read.ts";
import { neverReportBefore } from "./rules/before.ts";
import { alwaysWriteCommand } from "./rules/command.ts";
import { alwaysWriteEach } from "./rules/each.ts";
import { neverWriteIn } from "./rules/forbid.ts";
import { alwaysWriteList } from "./rules/list.ts";
import type { Breach } from "./rules/outcome.ts";
import { neverWriteAgain, neverWriteTwice } from "./rules/twice.ts";
import { alwaysWrite } from "./rules/write.ts";
import { ReportContents } from "./view.ts";

/** A reader of reports, which prepares each report of a policy once. */
export function reportReader(): ReportReader {
  const known = new WeakMap<Report, PreparedReport>();
  return ({ text }, report, around) => {
    const prepared = known.get(report) ?? new PreparedReport(report, around.index.policy);
    known.set(report, prepared);
    return reportFindings(text, prepared, around);
  };
}

/** All findings in a report's text. With `only` in the context those of that rule alone. */
function reportFindings(text: string, prepared: PreparedReport, around: ReportSurroundings): Finding[] {
  const { context, subject, index } = around;
  const found = new Collector();
  if (text.length > MAX_REPORT) {
    const message = `the report has ${text.length} characters, and at most ${MAX_REPORT} are read`;
    found.add({ code: "report-too-long", message, range: { start: 0, end: 0 } });
    return found.all([]);
  }
  const read = readReport(text, prepared);
  const contents = new ReportContents(read, prepared, index);
  const seen: Subject = { ...subject, reported: contents };
  const rules = prepared.rules.filter((r) => isLive(r, subject.today));
  const own = rules.filter((r) => context.only === undefined || context.only.id === r.id);
  if (context.only === undefined) {
    checkCharacters(read, prepared, found);
    if (!checkLayout(read, prepared, found)) return found.all(read.lines);
    checkLines(contents, governedBy(rules, seen), found);
  }
  for (const rule of own) addRule(rule, contents, seen, around, found);
  return found.all(read.lines);
}

/** Sections whose lines a list gives, or may give. */
function governedBy(rules: readonly ReportRule[], subject: Subject): Set<string> {
  const lists = rules.filter((r) => r.kind === "always-write-list" && all(limits(r, subject)) !== false);
  return new Set(lists.flatMap((r) => ("section" in r && r.section !== undefined ? [r.section] : [])));
}

function addRule(
  rule: ReportRule,
  contents: ReportContents,
  subject: Subject,
  around: ReportSurroundings,
  found: Collector,
): void {
  const applies = all(limits(rule, subject));
  if (applies === false || isSaidAlready(rule, contents, around)) return;
  const breaches = breachesOf(rule, contents, around);
  // Where it can't be decided whether the rule applies, one finding is enough to ask.
  for (const breach of applies === true ? breaches : breaches.slice(0, 1)) {
    const certain = applies === true && breach.certain !== false;
    const doubt = applies === true ? "" : ", if the rule applies, which can't be decided";
    found.add({
      rule: rule.id,
      code: breach.code,
      sentence: rule.sentence,
      message: `${breach.message}${doubt}`,
      ...(breach.expected === undefined ? {} : { expected: breach.expected }),
      ...(rule.because === undefined ? {} : { because: rule.because }),
      ...(rule.instead === undefined ? {} : { instead: rule.instead }),
      decision: certain ? "deny" : "ask",
      certain,
      range: breach.range,
      source: rule.source,
      ...(rule.date === undefined ? {} : { date: rule.date }),
    });
  }
}

/** What is missing in a section that is itself missing, and reported so, is not said too. */
function isSaidAlready(rule: ReportRule, contents: ReportContents, { context }: ReportSurroundings): boolean {
  if (context.only !== undefined || !("section" in rule) || rule.section === undefined) return false;
  const index = contents.read.names.indexOf(rule.section);
  const required = index !== undefined && contents.prepared.sections[index]?.required === true;
  return required && (contents.lines(rule.section)?.length ?? 0) === 0;
}

function breachesOf(rule: ReportRule, contents: ReportContents, around: ReportSurroundings): Breach[] {
  switch (rule.kind) {
    case "always-write":
      return alwaysWrite(rule, contents);
    case "always-write-each":
      return alwaysWriteEach(rule, contents, around.regex);
    case "always-write-list":
      return alwaysWriteList(rule, contents);
    case "always-write-command":
      return alwaysWriteCommand(rule, contents);
    case "never-write-in":
      return neverWriteIn(rule, contents);
    case "never-write-twice":
      return neverWriteTwice(rule, contents);
    case "never-write-again":
      return neverWriteAgain(rule, contents);
    case "never-report-before":
      return neverReportBefore(rule, contents, around.subject);
  }
}
