// The examples of a rule, each with its verdict, its fix and a way to try it.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { isReportRule } from "../../policy/rules.ts";
import type { Example, Rule } from "../../policy/types.ts";
import { exampleText } from "../../validators/report/example.ts";
import { PreparedReport } from "../../validators/report/prepared.ts";
import { badge, code, ONLY_HERE, siteAddress } from "../elements.ts";
import { codeBlock, type Site } from "../site.ts";

const EXPECTED = { deny: "Blocked", ask: "Asked about", silent: "Passes" } as const;
const BADGES = { deny: "deny", ask: "ask", silent: "allow" } as const;

/** What is blocked, what is asked about, and what passes; all of it was tried when the policy was compiled. */
export function examplesOf(rule: Rule, site: Site): Element[] {
  return (["deny", "ask", "silent"] as const).flatMap((expect) => {
    const own = rule.examples.filter((e) => e.expect === expect);
    return own.length === 0
      ? []
      : [h("div.examples", [h("h3", EXPECTED[expect]), ...own.map((e) => exampleElement(e, rule, site))])];
  });
}

function exampleElement(example: Example, rule: Rule, site: Site): Element {
  const { command, expect } = example;
  const state = Object.entries(example.facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const when: ElementContent[] = state.flatMap(([name, value], i) => [
    { type: "text" as const, value: i === 0 ? "when " : " and " },
    code(name),
    { type: "text" as const, value: " is " },
    code(value),
  ]);
  const language = isReportRule(rule) ? "" : "bash";
  const fix = expect === "deny" && language === "bash" ? site.tools.check(command).fix : undefined;
  return h("div.example", [
    h("div.example-head", [
      badge(BADGES[expect], EXPECTED[expect].toLowerCase()),
      ...(when.length === 0 ? [] : [h("span.when", when)]),
      h(
        "a.try",
        { href: tryAddress(example, rule, site), ...ONLY_HERE, ariaLabel: `Try it: ${command}` },
        "Try it",
      ),
    ]),
    codeBlock(site.tools, command, language),
    ...(fix === undefined || Object.keys(example.facts).length > 0
      ? []
      : [h("p.fix", "Mended:"), codeBlock(site.tools, fix.command, "bash")]),
  ]);
}

/** The checker with the example in it; the state is in the hash. */
function tryAddress(example: Example, rule: Rule, site: Site): string {
  const values = new URLSearchParams();
  if (isReportRule(rule)) {
    const report = site.policy.reports.find((r) => r.name === rule.report);
    values.set("report", rule.report);
    values.set(
      "c",
      report === undefined
        ? example.command
        : exampleText(rule, example.command, new PreparedReport(report, site.policy)),
    );
  } else values.set("c", example.command);
  for (const [name, value] of Object.entries(example.facts)) values.set(`f.${name}`, value);
  return siteAddress("check.html", values.toString());
}
