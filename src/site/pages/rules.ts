// All rules: by source without JavaScript, and filtered with it.
import { h } from "hastscript";
import { rulePage } from "../../policy/rule-page.ts";
import type { Rule } from "../../policy/types.ts";
import { dataScript } from "../data-script.ts";
import { counted, linkTo, ONLY_HERE } from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import type { Site } from "../site.ts";
import { inParts } from "../weight.ts";
import { pageLinks } from "./parts.ts";
import { ruleItem, subjectsOf, verdictOf } from "./rule-parts.ts";

/** The list of all rules, in parts where it is long. */
export function rulesPages(site: Site): Page[] {
  const { rules } = site.policy;
  const files = new Map<string, Rule[]>();
  for (const rule of rules) files.set(rule.source.file, [...(files.get(rule.source.file) ?? []), rule]);
  const nodes = [...files].flatMap(([file, own]) => [
    h("h2.source", [linkTo(site.paths.source.of(file), file), h("span.count", ` ${own.length}`)]),
    ...own.map(ruleItem),
  ]);
  const parts = inParts(nodes);
  return parts.map((part, i) => ({
    path: partPath("rules.html", i + 1),
    title: i === 0 ? "Rules" : `Rules, part ${i + 1}`,
    about: `${counted(rules.length, "rule")} in force, by source.`,
    area: "rules" as const,
    unsearched: true,
    body: [
      h(
        "p.lead",
        `${counted(rules.length, "rule")} in force. Each has a page of its own, at an address that stays.`,
      ),
      h("div", { dataFilter: "rules", ...ONLY_HERE }),
      h("div", { id: "all" }, grouped(part)),
      ...pageLinks("rules.html", parts.length, i + 1),
    ],
  }));
}

/** Items between headings become lists. */
function grouped(nodes: readonly ReturnType<typeof ruleItem>[]) {
  const groups: ReturnType<typeof ruleItem>[] = [];
  let list: ReturnType<typeof ruleItem>[] = [];
  const close = (): void => {
    if (list.length > 0) groups.push(h("ul.rules", list));
    list = [];
  };
  for (const node of nodes) {
    if (node.tagName === "li") list.push(node);
    else {
      close();
      groups.push(node);
    }
  }
  close();
  return groups;
}

/** The rules as data for the filter. */
export function rulesData(site: Site): string {
  const rows = site.policy.rules.map((rule) => ({
    id: rule.id,
    page: rulePage(rule.id),
    sentence: rule.sentence,
    verdict: verdictOf(rule),
    tools: subjectsOf(rule),
    source: rule.source.file,
    ...(rule.date === undefined ? {} : { date: rule.date }),
  }));
  return dataScript("bylawRules", rows);
}
