// The page of a rule, and of one that was replaced: what it says, why, what it stops, and its story.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { rulePage } from "../../policy/rule-page.ts";
import type { Rule, Superseded } from "../../policy/types.ts";
import { badge, code, counted, day, facts, link, linkTo, placeText, prose, section } from "../elements.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import type { Uses } from "../uses.ts";
import { examplesOf } from "./examples.ts";
import { subjectsOf, verdictOf } from "./rule-parts.ts";

/** How many members of a list stand on the page of a rule; all stand on the page of the list. */
const MOST_MEMBERS = 60;

const EFFECTS = {
  deny: "A command that breaks it is blocked.",
  ask: "A person is asked before it runs.",
  warn: "A command that breaks it runs with a warning.",
  allow: "It lifts other rules.",
} as const;

/** Pages of all rules in force. */
export function rulePages(site: Site, uses: Uses): Page[] {
  const replaced = new Map<string, Superseded[]>();
  for (const old of site.policy.history.superseded)
    replaced.set(old.by, [...(replaced.get(old.by) ?? []), old]);
  return [
    ...site.policy.rules.map((rule) => pageOf(rule, site, uses, replaced)),
    ...site.policy.history.superseded.map((old) => pastPage(old, site, replaced)),
  ];
}

function pageOf(rule: Rule, site: Site, uses: Uses, replaced: ReadonlyMap<string, Superseded[]>): Page {
  const { id, sentence, because, instead, source, examples } = rule;
  const verdict = verdictOf(rule);
  const used = uses.get(id) ?? [];
  const body: ElementContent[] = [
    h("p.effect", [badge(verdict), " ", EFFECTS[verdict]]),
    facts([
      ["Why", because === undefined ? undefined : prose(because)],
      ["Instead", instead === undefined ? undefined : prose(instead)],
      ["About", separated(subjectsOf(rule).map(code))],
      ["Exception to", separated(rule.exceptionTo.map((other) => link(rulePage(other), code(other))))],
      [
        "Exceptions",
        separated(
          site.policy.rules
            .filter((r) => r.exceptionTo.includes(id))
            .map((r) => link(rulePage(r.id), ...prose(r.sentence))),
        ),
      ],
      ["Until", rule.until === undefined ? undefined : [day(rule.until)]],
      ["Review", rule.reviewBy === undefined ? undefined : [rule.reviewBy]],
      [
        "From",
        [
          linkTo(site.placeOf(source), code(placeText(source))),
          ...(rule.entry === undefined ? [] : [` ${rule.entry}`]),
          ...(rule.date === undefined ? [] : [", ", day(rule.date)]),
        ],
      ],
      ["Used by", separated(used.map(({ page, title }) => link(page, title)))],
    ]),
    ...(examples.length === 0 ? [] : [section("Tested examples", "examples", ...examplesOf(rule, site))]),
    ...("list" in rule ? [listPart(rule.list, site)] : []),
    ...story(rule, replaced),
  ];
  return {
    path: rulePage(id),
    title: id,
    about: sentence.replaceAll("`", ""),
    area: "rules",
    kicker: `Rule · ${id}`,
    heading: prose(sentence),
    body,
  };
}

function separated(nodes: readonly Element[]): ElementContent[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [{ type: "text" as const, value: ", " }, node]));
}

function listPart(name: string, site: Site): Element {
  const list = site.policy.lists.find((l) => l.name === name);
  const members = list?.members ?? [];
  const shown = members.slice(0, MOST_MEMBERS);
  return section(
    "The list it names",
    "list",
    h("p", [linkTo(site.paths.list.of(name), code(name)), `, ${counted(members.length, "member")}`]),
    h("ul.members", [
      ...shown.map((m) =>
        h("li", [code(m.value), ...(m.reason === undefined ? [] : [h("span.meta", ` ${m.reason}`)])]),
      ),
    ]),
    members.length > shown.length
      ? h("p", [linkTo(site.paths.list.of(name), `All ${members.length}`)])
      : undefined,
  );
}

/** What it replaced, oldest first, and the rule itself. */
function story(
  rule: { readonly id: string; readonly sentence: string; readonly date?: string | undefined },
  replaced: ReadonlyMap<string, Superseded[]>,
): Element[] {
  const before: Superseded[] = [];
  const seen = new Set([rule.id]);
  const pending = [rule.id];
  for (let by = pending.pop(); by !== undefined; by = pending.pop()) {
    for (const old of replaced.get(by) ?? []) {
      if (seen.has(old.id)) continue;
      seen.add(old.id);
      before.push(old);
      pending.push(old.id);
    }
  }
  if (before.length === 0) return [];
  before.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  return [
    section(
      "How it came to be",
      "story",
      h("ol.timeline", [
        ...before.map((old) =>
          h("li", [
            when(old.date),
            h("del", [link(rulePage(old.id), ...prose(old.sentence))]),
            ...reason(old),
          ]),
        ),
        h("li.now", [when(rule.date), h("strong", prose(rule.sentence))]),
      ]),
    ),
  ];
}

function when(date: string | undefined): Element {
  return h("span.date", [date === undefined ? "undated" : day(date), " "]);
}

function reason({ because }: Superseded): Element[] {
  return because === undefined ? [] : [h("p.meta", prose(because))];
}

function pastPage(old: Superseded, site: Site, replaced: ReadonlyMap<string, Superseded[]>): Page {
  const chain: { id: string; sentence: string; date?: string | undefined }[] = [];
  const seen = new Set([old.id]);
  for (let id = old.by; !seen.has(id); ) {
    seen.add(id);
    const next = site.ruleOf(id);
    const plain = site.policy.guidance.find((g) => g.id === id);
    if (next === undefined && plain === undefined) break;
    chain.push(next ?? { id, sentence: plain?.text ?? "", date: plain?.date });
    if (next === undefined || !("by" in next)) break;
    id = next.by;
  }
  const body: ElementContent[] = [
    h("p.effect", [h("span.badge.past", "replaced"), " It is not in force any more."]),
    facts([
      ["Why", old.because === undefined ? undefined : prose(old.because)],
      [
        "From",
        [
          linkTo(site.placeOf(old.source), code(placeText(old.source))),
          ...(old.date === undefined ? [] : [", ", day(old.date)]),
        ],
      ],
    ]),
    section(
      "What replaced it",
      "replaced-by",
      h("ol.timeline", [
        ...chain.map((next) =>
          h("li", [
            when(next.date),
            linkTo(
              site.ruleOf(next.id) === undefined ? undefined : rulePage(next.id),
              ...prose(next.sentence),
            ),
          ]),
        ),
      ]),
    ),
    ...story(old, replaced),
  ];
  return {
    path: rulePage(old.id),
    title: old.id,
    about: `Replaced by ${old.by}.`,
    area: "rules",
    kicker: `Replaced · ${old.id}`,
    heading: prose(old.sentence),
    body,
  };
}
