// What a skill keeps in files of its own, read when they are needed: pages of playbooks, steps, reports, evidence.
import type { Guidance, Policy, Runbook } from "../../../policy/types.ts";
import { evidenceLines } from "../evidence.ts";
import { graphOf } from "../graph/of-workflow.ts";
import { renderPlaybook } from "../pages/playbook.ts";
import type { PlanInput } from "./agent-file.ts";
import { guidanceLine, placeOf, reportLines } from "./lines.ts";
import { kebab, uniqueName } from "./scopes.ts";
import { plain } from "./text.ts";

/** A file of a skill, and what is in it. */
export interface Reference {
  readonly path: string;
  readonly about: string;
  readonly text: string;
}

/** The references of the skill of one document; `guidance` is what is too long for its body. */
export function referencesOf(
  { policy, templates }: PlanInput,
  file: string,
  guidance: readonly Guidance[],
): Reference[] {
  const own = <T extends { readonly source: { readonly file: string } }>(all: readonly T[]): T[] =>
    all.filter((one) => one.source.file === file);
  const taken = new Set<string>();
  const path = (kind: string, name: string): string =>
    `references/${uniqueName(kebab(`${kind}-${name}`), taken)}.md`;
  return [
    ...own(policy.workflows).map((w) => ({
      path: path("playbook", ""),
      about: "every task, wait and gate, with what tells its status",
      text: renderPlaybook(policy, w, graphOf(w), templates, undefined),
    })),
    ...own(policy.runbooks).map((r) => ({
      path: path("runbook", ""),
      about: "the steps, with their commands",
      text: templates.render("reference.md.hbs", { ...EMPTY, title: plain(r.title), ...runbookData(r) }),
    })),
    ...own(policy.reports).map((r) => ({
      path: path("report", r.name),
      about: `the sections of report \`${r.name}\`, and its rules`,
      text: templates.render("reference.md.hbs", {
        ...EMPTY,
        title: `Report ${r.name}`,
        ...reportData(r, policy),
      }),
    })),
    ...own(policy.evidence).map((e) => ({
      path: path("evidence", e.name),
      about: `the columns of evidence \`${e.name}\`, and what holds between them`,
      text: templates.render("reference.md.hbs", {
        ...EMPTY,
        title: `Evidence ${e.name}`,
        place: placeOf(e.source),
        evidence: [evidenceLines(e)],
      }),
    })),
    ...guidance.slice(0, 1).map(({ source }) => ({
      path: path("guidance", ""),
      about: `${guidance.length} points of guidance; nothing checks them`,
      text: templates.render("reference.md.hbs", {
        ...EMPTY,
        title: "Guidance (not enforced)",
        place: placeOf(source),
        guidance: guidance.map(guidanceLine),
      }),
    })),
  ];
}

const EMPTY = { reports: [], evidence: [], sections: [], guidance: [] };

function reportData(report: Policy["reports"][number], policy: Policy): object {
  return { reports: [reportLines(report, policy)], place: placeOf(report.source) };
}

function runbookData({ sections, source }: Runbook): object {
  return {
    place: placeOf(source),
    sections: sections.map((section) => ({
      title: plain(section.title),
      steps: section.steps.map((step) => ({
        text: plain(step.text),
        commands: step.commands.filter((c) => !c.inline).map((c) => fenced(c.command)),
        looks: step.looks.map((l) => plain(l.text)),
      })),
    })),
  };
}

/** A command in a fence that nothing in it closes. */
function fenced(command: string): string {
  const longest = Math.max(2, ...(command.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}sh\n${command.replace(/\r\n?/g, "\n").trimEnd()}\n${fence}`;
}
