// Runbooks: steps with commands to copy, the verdict on each, and placeholders that are filled in once for all of them.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { rulePage } from "../../policy/rule-page.ts";
import { SECTION_NAMES } from "../../policy/runbooks.ts";
import type { Look, Runbook } from "../../policy/types.ts";
import {
  placeholdersOf,
  type Section,
  type Step,
  type StepCommand,
  type Steps,
} from "../../runbooks/steps.ts";
import { badge, code, counted, facts, link, linkTo, ONLY_HERE, prose } from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import { codeBlock, type Site } from "../site.ts";
import { inParts, weightOf } from "../weight.ts";
import { pageLinks } from "./parts.ts";
import { ruleList } from "./rule-parts.ts";

const LOOKS: Readonly<Record<Look["kind"], string>> = {
  look: "Look for",
  problem: "Problem if",
  expected: "Expected",
};

/** The pages of a runbook; `steps` are its steps with verdicts. */
export function runbookPages(runbook: Runbook, steps: Steps | undefined, site: Site): Page[] {
  const path = site.paths.runbook.of(runbook.name) ?? "";
  const { file } = runbook.source;
  const rules = site.policy.rules.filter((r) => r.source.file === file);
  const placeholders = placeholdersOf(runbook);
  const shown = (steps?.sections ?? []).filter(
    (s) => s.steps.length > 0 || !["other", "summary"].includes(s.kind),
  );
  const first: ElementContent[] = [
    facts([
      ["Alerts", runbook.alerts.flatMap((a, i) => [i === 0 ? "" : ", ", code(a.name)])],
      ...runbook.labels.map(({ name, value }) => [name, prose(value)] as const),
      ["From", [linkTo(site.paths.source.of(file), code(file))]],
    ]),
    ...(placeholders.length === 0
      ? []
      : [
          h("div.fill", { dataPlaceholders: placeholders.join("\n"), ...ONLY_HERE }, [
            h("p.meta", [
              "To fill in: ",
              ...placeholders.flatMap((p, i) => [i === 0 ? "" : ", ", code(`<${p}>`)]),
            ]),
          ]),
        ]),
  ];
  const parts = inParts(
    shown.flatMap((s, i) => sectionElements(s, i, site)),
    weightOf(first),
  );
  return parts.map((part, i) => ({
    path: partPath(path, i + 1),
    title: i === 0 ? runbook.title : `${runbook.title}, part ${i + 1}`,
    about: `Runbook ${runbook.name}${runbook.alerts.length === 0 ? "" : `, for ${runbook.alerts.map((a) => a.name).join(", ")}`}.`,
    area: "runbooks" as const,
    kicker: `Runbook · ${runbook.name}`,
    body: [
      ...(i === 0 ? first : []),
      ...part,
      ...(i === parts.length - 1 && rules.length > 0
        ? [
            h("section", { ariaLabelledBy: "rules" }, [
              h("h2", { id: "rules" }, "Rules in this runbook"),
              ruleList(rules),
            ]),
          ]
        : []),
      ...pageLinks(path, parts.length, i + 1),
    ],
  }));
}

function sectionElements(section: Section, index: number, site: Site): Element[] {
  const level = section.depth >= 3 ? "h3" : "h2";
  const title = section.title === "" ? SECTION_NAMES[section.kind] : section.title;
  const heading = h(level, { id: `s${index + 1}` }, prose(title));
  const note = section.changesNothing === undefined ? [] : [h("p", [badge("allow", "changes nothing")])];
  return [heading, ...note, ...section.steps.map((s) => stepElement(s, site))];
}

function stepElement(step: Step, site: Site): Element {
  const number = /^\d+[.)]$/.test(step.mark) ? h("span.number", step.mark.replace(")", ".")) : undefined;
  return h(
    "div",
    { className: ["step", ...(step.level > 0 ? ["inner"] : []), ...(step.mark === "" ? ["plain"] : [])] },
    [
      number,
      h("div", [
        step.text === "" ? undefined : h("p", stepText(step)),
        ...step.commands.map((c) => commandElement(c, site)),
        ...step.code.map((c) => codeBlock(site.tools, c.text, c.language)),
        ...step.looks.map(({ kind, text }) => h("p.look", [h("strong", `${LOOKS[kind]}: `), ...prose(text)])),
      ]),
    ],
  );
}

/** A row of a table opens with its first cell. */
function stepText({ text, mark, cause }: Step): (ElementContent | string)[] {
  const [first = "", ...rest] = mark === "|" ? text.split(" | ") : [text];
  const said =
    rest.length === 0 ? prose(first) : [h("strong", prose(first)), " – ", ...prose(rest.join(" · "))];
  return [...said, ...(cause === undefined ? [] : [" → ", h("strong", prose(cause))])];
}

function commandElement(command: StepCommand, site: Site): Element {
  const { findings } = command;
  return h("div", { className: ["command", command.decision], dataCommand: command.command }, [
    command.comment === undefined ? undefined : h("p.meta", command.comment),
    codeBlock(site.tools, command.command, "bash"),
    ...findings.map((f) =>
      h("p.finding", [
        badge(f.decision),
        " ",
        ...(f.rule === undefined
          ? [f.message]
          : [link(rulePage(f.rule), code(f.rule)), ": ", ...prose(f.because ?? f.message)]),
      ]),
    ),
  ]);
}

/** All runbooks. */
export function runbooksPage(site: Site): Page {
  const { runbooks } = site.policy;
  return {
    path: "runbooks.html",
    title: "Runbooks",
    about: "What to do in an incident.",
    area: "runbooks",
    body: [
      h(
        "p.lead",
        runbooks.length === 0
          ? "No source is a runbook."
          : "What to do in an incident. Search finds one by an alert, the text of an error or words.",
      ),
      h("ul.cards", [
        ...runbooks.map((r) =>
          h("li", [
            h("h2", [link(site.paths.runbook.of(r.name) ?? "", r.title)]),
            h("p.meta", [
              `${counted(
                r.sections.reduce((n, s) => n + s.steps.length, 0),
                "step",
              )} · ${r.source.file}`,
              ...r.alerts.flatMap((a) => [" · ", code(a.name)]),
            ]),
          ]),
        ),
      ]),
    ],
  };
}
