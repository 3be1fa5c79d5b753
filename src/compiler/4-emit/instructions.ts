// The agents' instructions, from a Handlebars template.
import Handlebars from "handlebars";
import { isReportRule } from "../../policy/rules.ts";
import type { Guidance, List, Policy, Report, Rule, Runbook } from "../../policy/types.ts";
import { evidenceLines } from "./evidence.ts";
import { briefsOf } from "./pages/brief.ts";

/** Most alerts that are named in one line. */
const MOST_ALERTS = 5;

interface RuleLine {
  readonly sentence: string;
  readonly instead: string;
  readonly because: string;
  readonly id: string;
  readonly until: string;
  /** The files that the rule is limited to, where it speaks of files and its source says so. */
  readonly files: string;
  readonly place: string;
}

/** A report's contract in short. */
interface ReportLines {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly { readonly name: string; readonly lines: string; readonly optional: boolean }[];
  readonly rules: readonly RuleLine[];
}

/** Renders the instructions: rules in the order of the sources, then reports, lists, playbooks and guidance. */
export function renderInstructions(policy: Policy, template: string): string {
  const render = Handlebars.compile(template, { strict: true, noEscape: true, knownHelpersOnly: true });
  const text = render({
    revision: policy.revision.slice(0, 12),
    sources: policy.sources.map((s) => s.file),
    rules: policy.rules.filter((rule) => !isReportRule(rule)).map((rule) => ruleLine(rule, policy)),
    reports: policy.reports.map((report) => reportLines(report, policy)),
    lists: policy.lists.map(listLines),
    playbooks: briefsOf(policy),
    evidence: policy.evidence.map(evidenceLines),
    runbooks: policy.runbooks.map(runbookLine),
    guidance: policy.guidance.map(guidanceLine),
  });
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

function ruleLine(rule: Rule, policy: Policy): RuleLine {
  const { appliesTo = [] } = policy.sources.find((s) => s.file === rule.source.file) ?? {};
  return {
    sentence: rule.sentence,
    instead: rule.instead === undefined ? "" : sentenceEnd(rule.instead),
    because: rule.because === undefined ? "" : sentenceEnd(rule.because),
    id: rule.id,
    until: rule.until ?? "",
    files: aboutFiles(rule) ? appliesTo.map((glob) => `\`${glob}\``).join(", ") : "",
    place: `${rule.source.file}:${rule.source.line}`,
  };
}

function reportLines(report: Report, policy: Policy): ReportLines {
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

function aboutFiles({ kind }: Rule): boolean {
  return kind === "never-touch" || kind === "never-write" || kind === "ask-editing";
}

function listLines(list: List): { name: string; members: { value: string; reason: string; date: string }[] } {
  return {
    name: list.name,
    members: list.members.map((m) => ({ value: m.value, reason: m.reason ?? "", date: m.date ?? "" })),
  };
}

/** Its steps stand in the runbook: what an agent needs before is that there is one, and for what. */
function runbookLine({
  name,
  title,
  alerts,
  source,
}: Runbook): Record<"name" | "title" | "alerts" | "place", string> {
  const names = alerts.slice(0, MOST_ALERTS).map((a) => `\`${a.name}\``);
  const more = alerts.length > MOST_ALERTS ? [`${alerts.length - MOST_ALERTS} more`] : [];
  return { name, title, alerts: [...names, ...more].join(", "), place: `${source.file}:${source.line}` };
}

function guidanceLine(item: Guidance): { text: string; because: string; details: readonly string[] } {
  return {
    text: sentenceEnd(item.text),
    because: item.because === undefined ? "" : sentenceEnd(item.because),
    details: item.details,
  };
}

function sentenceEnd(text: string): string {
  return /[.!?:…`]$/.test(text) && !text.endsWith("`") ? text : `${text}.`;
}
