// Rules, reports, lists and the like as lines of text, for templates.
import { effectOf, isReportRule } from "../../../policy/rules.ts";
import type { Guidance, List, Policy, Report, Rule, Runbook, Source } from "../../../policy/types.ts";
import { plain, sentence } from "./text.ts";

/** A list with more members than this is long; so many of it are told one by one. Most alerts in one line. */
const LONG = 20;
const SHOWN = 12;
const MOST_ALERTS = 5;

/** A rule in one line: its canonical sentence as it is, and what is said beside it. */
export interface RuleLine {
  readonly sentence: string;
  /** The files that the rule is limited to, where it speaks of files and its document says so. */
  readonly files: string;
  readonly instead: string;
  readonly because: string;
  readonly until: string;
  readonly id: string;
  readonly place: string;
}

/** What becomes of a command that breaks a rule; an exception is broken by none. */
export type RuleGroup = "denied" | "asked" | "lifted" | "preferred";

export function groupOf(rule: Rule): RuleGroup {
  if (rule.kind === "allow") return "lifted";
  return ({ deny: "denied", ask: "asked", warn: "preferred" } as const)[effectOf(rule)];
}

/** The rules about commands and files: those about reports stand with their report. */
export function actionRules(policy: Policy): Rule[] {
  return policy.rules.filter((rule) => !isReportRule(rule));
}

/** The rules that have to stand in what is always loaded: deny and ask. */
export function bindingRules(policy: Policy): Rule[] {
  return actionRules(policy).filter((rule) => ["denied", "asked"].includes(groupOf(rule)));
}

/** `whys` is false where there is no room for reasons. */
export function ruleLine(rule: Rule, policy: Policy, whys = true): RuleLine {
  const { appliesTo = [] } = policy.sources.find((s) => s.file === rule.source.file) ?? {};
  return {
    sentence: rule.sentence,
    files: isAboutFiles(rule) ? appliesTo.map((glob) => `\`${glob}\``).join(", ") : "",
    instead: sentence(rule.instead),
    because: whys ? sentence(rule.because) : "",
    until: rule.until ?? "",
    id: rule.id,
    place: placeOf(rule.source),
  };
}

function isAboutFiles({ kind }: Rule): boolean {
  return kind === "never-touch" || kind === "never-write" || kind === "ask-editing";
}

/** A report's contract in short. */
export interface ReportLines {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly { readonly name: string; readonly lines: string; readonly optional: boolean }[];
  readonly rules: readonly RuleLine[];
}

export function reportLines(report: Report, policy: Policy): ReportLines {
  const own = policy.rules.filter((rule) => isReportRule(rule) && rule.report === report.name);
  return {
    name: report.name,
    title: report.title?.name ?? "",
    sections: report.sections.map(({ name, lines, required }) => ({
      name,
      lines: lines.map((l) => `\`${l.text}\``).join(" or "),
      optional: !required,
    })),
    rules: own.map((rule) => ruleLine(rule, policy)),
  };
}

export interface ListLines {
  readonly name: string;
  readonly members: readonly { readonly value: string; readonly reason: string; readonly date: string }[];
  /** What is left out, with where to find it; empty where nothing is. */
  readonly more: string;
}

export function listLines({ name, members, source }: List): ListLines {
  const shown = members.length > LONG ? SHOWN : LONG;
  const rest = members.length - shown;
  return {
    name,
    members: members.slice(0, shown).map((m) => ({
      value: m.value,
      reason: m.reason === undefined ? "" : plain(m.reason),
      date: m.date ?? "",
    })),
    more: rest > 0 ? `and ${rest} more (${placeOf(source)})` : "",
  };
}

/** Its steps stand in the runbook: what an agent needs before is that there is one, and for what. */
export function runbookLine({ name, title, alerts, source }: Runbook, skill: string): string {
  const names = alerts.slice(0, MOST_ALERTS).map((a) => `\`${a.name}\``);
  const more = alerts.length > MOST_ALERTS ? [`${alerts.length - MOST_ALERTS} more`] : [];
  const known = [...names, ...more].join(", ");
  return `\`${name}\`: ${plain(title)}${known === "" ? "" : `. Alerts: ${known}`}${skillNote(skill)} (${placeOf(source)})`;
}

/** "; skill `redfix`" where there is one. */
export function skillNote(skill: string): string {
  return skill === "" ? "" : `; skill \`${skill}\``;
}

export interface GuidanceLine {
  readonly text: string;
  readonly because: string;
  readonly details: readonly string[];
}

export function guidanceLine(item: Guidance): GuidanceLine {
  return { text: sentence(item.text), because: sentence(item.because), details: item.details.map(plain) };
}

/** "learnings/x.md:12". */
export function placeOf({ file, line }: Source): string {
  return `${file}:${line}`;
}
