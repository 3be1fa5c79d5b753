// The page of each playbook: its graph, in which each node leads to its part, then tasks, waits, gates, decisions and rules.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { countsOf } from "../../compiler/4-emit/graph/description.ts";
import { graphOf } from "../../compiler/4-emit/graph/of-workflow.ts";
import { retryText } from "../../compiler/4-emit/pages/words.ts";
import { callText } from "../../policy/calls.ts";
import { durationText } from "../../policy/durations.ts";
import type { DecisionTable, Need, Rule, Signal, Task, Wait, Workflow } from "../../policy/types.ts";
import { code, counted, facts, link, linkTo, ONLY_HERE, placeText, prose, siteAddress } from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import { pictureOf, pictureWeight } from "../picture.ts";
import type { Site } from "../site.ts";
import { inParts } from "../weight.ts";
import { decisionTable } from "./decisions.ts";
import { pageLinks } from "./parts.ts";
import { ruleList } from "./rule-parts.ts";

/** The anchors of a playbook's parts by their names: those of its graph. */
function anchorsOf(workflow: Workflow): ReadonlyMap<string, string> {
  return new Map(
    graphOf(workflow).nodes.flatMap((n) => (n.anchor === undefined ? [] : [[n.label, n.anchor] as const])),
  );
}

/** Where each part of each playbook is. Parts are laid out once without links, which hardly weigh anything. */
export function partPages(workflow: Workflow, path: string): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const anchors = anchorsOf(workflow);
  for (const [i, group] of groupsOf(workflow, undefined).entries())
    for (const { properties } of group) {
      const name = String(properties["dataName"] ?? "");
      const anchor = anchors.get(name);
      if (anchor !== undefined) pages.set(name, `${partPath(path, i + 1)}#${anchor}`);
    }
  return pages;
}

function layOut(workflow: Workflow, site: Site | undefined): Element[] {
  const anchors = anchorsOf(workflow);
  const parts: Element[] = [
    ...workflow.tasks.map((t) => part("Task", t, taskFacts(t, workflow, site), anchors)),
    ...workflow.waits.map((w) => part("Wait", w, waitFacts(w, workflow, site), anchors)),
    ...workflow.gates.map((g) =>
      part("Gate", g, [["Needs", needs(g.needs, workflow, site)], ...last(g, site)], anchors),
    ),
  ];
  return parts;
}

/** The parts in groups. What links weigh doesn't count: where they lead to hangs on the groups. */
function groupsOf(workflow: Workflow, site: Site | undefined): Element[][] {
  const parts = layOut(workflow, site);
  let at = 0;
  return inParts(layOut(workflow, undefined), pictureWeight(workflow)).map(({ length }) => {
    at += length;
    return parts.slice(at - length, at);
  });
}

/** The pages of a playbook. */
export function playbookPages(workflow: Workflow, site: Site): Page[] {
  const path = site.paths.playbook.of(workflow.name) ?? "";
  const { file } = workflow.source;
  const picture = pictureOf(workflow, path, site);
  const groups = groupsOf(workflow, site);
  const tables = site.policy.decisions.filter((d) => d.source.file === file);
  const rules = site.policy.rules.filter((r) => r.source.file === file);
  const first: ElementContent[] = [
    h("p.lead", [
      countsOf(graphOf(workflow)),
      ". ",
      linkTo(site.paths.source.of(file), "The playbook as it is written"),
    ]),
    h("p", { ...ONLY_HERE }, [
      h(
        "a.button",
        { href: siteAddress("check.html", `playbook=${encodeURIComponent(workflow.name)}`) },
        "Step through it",
      ),
    ]),
    ...picture,
  ];
  const pages = joined(groups, inParts(lastParts(tables, rules, site)), pictureWeight(workflow));
  return pages.map((group, i) => ({
    path: partPath(path, i + 1),
    title: i === 0 ? workflow.name : `${workflow.name}, part ${i + 1}`,
    about: `Playbook: ${countsOf(graphOf(workflow))}.`,
    area: "playbooks" as const,
    kicker: "Playbook",
    graph: i === 0 && picture.length > 0,
    body: [...(i === 0 ? first : []), ...group, ...pageLinks(path, pages.length, i + 1)],
  }));
}

/** The last group and the first of what follows are one page where that is light enough. */
function joined(groups: readonly Element[][], rest: readonly Element[][], taken: number): Element[][] {
  const [last = [], next = []] = [groups[groups.length - 1], rest[0]];
  const one = inParts([...last, ...next], groups.length === 1 ? taken : 0).length === 1;
  if (next.length === 0) return [...groups];
  return one ? [...groups.slice(0, -1), [...last, ...next], ...rest.slice(1)] : [...groups, ...rest];
}

/** How many rules stand in one list, so that long lists can be parted. */
const AT_ONCE = 12;

/** The decisions and rules of the same document. */
function lastParts(tables: readonly DecisionTable[], rules: readonly Rule[], site: Site): Element[] {
  const lists: Element[] = [];
  for (let i = 0; i < rules.length; i += AT_ONCE) lists.push(ruleList(rules.slice(i, i + AT_ONCE)));
  return [
    ...(tables.length === 0 ? [] : [h("h2", { id: "decisions" }, "Decisions")]),
    ...tables.map((t) =>
      h("div", [
        h("h3", [linkTo(site.paths.decision.of(t.name), code(t.name))]),
        ...(t.rows.length > MOST_ROWS ? [] : [decisionTable(t, site)]),
        h("p.meta", `${counted(t.inputs.length, "input")}, ${counted(t.rows.length, "row")}`),
      ]),
    ),
    ...(rules.length === 0 ? [] : [h("h2", { id: "rules" }, "Rules in this playbook")]),
    ...lists,
  ];
}

/** A longer table stands on its own page alone. */
const MOST_ROWS = 12;

type Row = readonly [string, readonly (ElementContent | string)[] | undefined];

function part(
  kind: string,
  { name, because }: { readonly name: string; readonly because?: string | undefined },
  said: readonly Row[],
  anchors: ReadonlyMap<string, string>,
): Element {
  const id = anchors.get(name) ?? "";
  return h("section.part", { dataName: name, ariaLabelledBy: id }, [
    h("h2", { id }, [h("span.kind", `${kind} `), code(name)]),
    facts([["Why", because === undefined ? undefined : prose(because)], ...said]),
  ]);
}

function taskFacts(task: Task, workflow: Workflow, site: Site | undefined): Row[] {
  const { takes, check, runs, checksWith, failsAfter, onFailure } = task;
  const signals = (all: readonly Signal[]): ElementContent[] | undefined =>
    all.length === 0
      ? undefined
      : separated(
          all.map((s) => signal(s, workflow, site)),
          "; or ",
        );
  return [
    ["Needs", needs(task.needs, workflow, site)],
    ["When", needs(task.when, workflow, site)],
    ["Runs", runs && [code(callText(runs, undefined, undefined))]],
    ["Checks with", checksWith && [code(callText(checksWith, undefined, undefined))]],
    ["Starts when", signals(task.starts)],
    ["Passes when", signals(task.passes)],
    ["Fails when", signals(task.fails)],
    ["Blocked when", signals(task.blocked)],
    ["Waived when", signals(task.waived)],
    [
      "Fails after",
      failsAfter === undefined ? undefined : [durationText({ from: failsAfter, to: failsAfter })],
    ],
    [
      "Captures",
      task.captures.length === 0
        ? undefined
        : separated(
            task.captures.map((c) => [code(c.name), text(" from "), code(c.from)]),
            ", ",
          ),
    ],
    ["Takes", takes && [durationText(takes)]],
    ["Check every", check && [durationText(check)]],
    ...task.retries.map((retry): Row => ["Retry", prose(retryText(retry))]),
    ["On failure", onFailure && prose(onFailure.text)],
    ["Blocks", task.informational ? ["nothing"] : undefined],
    ["Fails", task.neverFails === true ? ["never"] : undefined],
    ...last(task, site),
  ];
}

function waitFacts(wait: Wait, workflow: Workflow, site: Site | undefined): Row[] {
  return [
    ["Needs", needs(wait.needs, workflow, site)],
    ["Over when", needs(wait.over, workflow, site)],
    ["Takes", wait.takes && [durationText(wait.takes)]],
    ["Check every", wait.check && [durationText(wait.check)]],
    ...last(wait, site),
  ];
}

function last({ source }: Pick<Task, "source">, site: Site | undefined): Row[] {
  return [["From", [linkTo(site?.placeOf(source), code(placeText(source)))]]];
}

function needs(
  all: readonly Need[],
  workflow: Workflow,
  site: Site | undefined,
): ElementContent[] | undefined {
  return all.length === 0
    ? undefined
    : separated(
        all.map((n) => need(n, workflow, site)),
        ", ",
      );
}

function need(of: Need, workflow: Workflow, site: Site | undefined): ElementContent[] {
  if ("node" in of) return [linkTo(site?.partOf(workflow.name, of.node), code(of.node))];
  return "evidence" in of ? [text("evidence "), code(of.evidence)] : prose(of.text);
}

function signal(of: Signal, workflow: Workflow, site: Site | undefined): ElementContent[] {
  if ("exits" in of) return [text(`it exits ${of.exits}`)];
  if ("exitsOther" in of) return [text(`it exits with anything but ${of.exitsOther.join(" or ")}`)];
  if ("holds" in of) return needs(of.holds, workflow, site) ?? [];
  return [
    text("the output holds "),
    ...separated(
      of.texts.map((t) => [code(t)]),
      " and ",
    ),
  ];
}

function separated(groups: readonly (readonly ElementContent[])[], by: string): ElementContent[] {
  return groups.flatMap((group, i) => (i === 0 ? [...group] : [text(by), ...group]));
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

/** All playbooks. */
export function playbooksPage(site: Site): Page {
  const { workflows } = site.policy;
  return {
    path: "playbooks.html",
    title: "Playbooks",
    about: "Work of many steps, with what each step needs.",
    area: "playbooks",
    body: [
      h(
        "p.lead",
        workflows.length === 0
          ? "No source defines tasks."
          : "Work of many steps: what each needs, how its end is told, and what to do when it fails.",
      ),
      h("ul.cards", [
        ...workflows.map((w) =>
          h("li", [
            h("h2", [link(site.paths.playbook.of(w.name) ?? "", w.name)]),
            h("p.meta", `${countsOf(graphOf(w))} · ${w.source.file}`),
          ]),
        ),
      ]),
    ],
  };
}
