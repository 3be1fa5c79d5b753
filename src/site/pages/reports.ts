// Reports: what a status has to look like, and the rules about it.
import { h } from "hastscript";
import type { Report } from "../../policy/types.ts";
import { code, counted, day, facts, link, linkTo, placeText, prose, section, table } from "../elements.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { ruleList } from "./rule-parts.ts";

/** The page of a report. */
export function reportPage(report: Report, site: Site): Page {
  const rules = site.policy.rules.filter((r) => "report" in r && r.report === report.name);
  const states = site.policy.history.reports.filter((s) => s.report === report.name);
  return {
    path: site.paths.report.of(report.name) ?? "",
    title: report.name,
    about: `Report of ${counted(report.sections.length, "section")}.`,
    area: "reference",
    kicker: "Report",
    body: [
      ...(report.because === undefined ? [] : [h("p.lead", prose(report.because))]),
      table(
        ["section", "lines", "required", "since"],
        report.sections.map((s) => [
          [code(s.name)],
          s.lines.flatMap((line, i) => [...(i === 0 ? [] : [" or "]), code(line.text)]),
          [s.required ? "yes" : "no"],
          s.date === undefined ? [] : [day(s.date)],
        ]),
        "Sections",
      ),
      ...(rules.length === 0 ? [] : [section("Rules about it", "rules", ruleList(rules.slice(0, 60)))]),
      section(
        "How it came to be",
        "story",
        h("ol.timeline", [
          ...states
            .slice(-60)
            .map((s) =>
              h("li", [
                h("span.date", [s.date === undefined ? "undated" : day(s.date), " "]),
                linkTo(
                  site.placeOf(s.source),
                  `${s.change === "defined" ? "Defined" : "Changed"}${s.entry === undefined ? "" : `: ${s.entry}`}`,
                ),
                ...(s.because === undefined ? [] : [h("p.meta", prose(s.because))]),
              ]),
            ),
        ]),
      ),
      facts([["From", [linkTo(site.placeOf(report.source), code(placeText(report.source)))]]]),
    ],
  };
}

/** All reports. */
export function reportsPage(site: Site): Page {
  const { reports } = site.policy;
  return {
    path: "reports.html",
    title: "Reports",
    about: "What statuses and summaries have to look like.",
    area: "reference",
    body: [
      h(
        "p.lead",
        reports.length === 0
          ? "No source defines a report."
          : "What statuses and summaries have to look like.",
      ),
      h("ul.cards", [
        ...reports.map((r) =>
          h("li", [
            h("h2", [link(site.paths.report.of(r.name) ?? "", r.name)]),
            h("p.meta", `${counted(r.sections.length, "section")} · ${r.source.file}`),
          ]),
        ),
      ]),
    ],
  };
}
