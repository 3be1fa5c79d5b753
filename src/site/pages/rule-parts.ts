// What pages say of rules: the verdict, the programs, a row in a list.
import type { Element } from "hast";
import { h } from "hastscript";
import { rulePage } from "../../policy/rule-page.ts";
import { effectOf, governedPatterns } from "../../policy/rules.ts";
import type { Decision, Rule } from "../../policy/types.ts";
import { badge, day, link, prose } from "../elements.ts";

/** What comes of breaking a rule; a rule that only allows lifts others. */
export function verdictOf(rule: Rule): Decision {
  if (rule.kind === "default") return "ask";
  return rule.kind === "allow" ? "allow" : effectOf(rule);
}

/** The programs, or the report or files, that a rule is about. */
export function subjectsOf(rule: Rule): string[] {
  if ("report" in rule) return [`report ${rule.report}`];
  if ("globs" in rule) return ["files"];
  return [...new Set(governedPatterns(rule).map((p) => p.program))];
}

/** A rule as an item of a list. */
export function ruleItem(rule: Rule): Element {
  return h("li.rule", [
    badge(verdictOf(rule)),
    h("div", [
      link(rulePage(rule.id), ...prose(rule.sentence)),
      h("p.meta", [rule.id, ...(rule.date === undefined ? [] : [" · ", day(rule.date)])]),
    ]),
  ]);
}

/** Rules as a list. */
export function ruleList(rules: readonly Rule[]): Element {
  return h("ul.rules", [...rules.map(ruleItem)]);
}
