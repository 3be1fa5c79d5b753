// The first page: what is enforced here, in figures and by source, and what changed lately.
import type { ElementContent } from "hast";
import { h } from "hastscript";
import { totalOf } from "../../compiler/coverage.ts";
import { rulePage } from "../../policy/rule-page.ts";
import {
  code,
  counted,
  day,
  link,
  linkTo,
  ONLY_HERE,
  prose,
  section,
  siteAddress,
  table,
} from "../elements.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { type EntrySummary, entryItem } from "./log.ts";
import { verdictOf } from "./rule-parts.ts";

/** How much of what is new, and of the sources, stands on the first page. */
const MOST = 12;

/** The start page. */
export function startPage(site: Site, entries: readonly EntrySummary[]): Page {
  const { policy, coverage } = site;
  const total = totalOf(coverage);
  const verdicts = (decision: string): number => policy.rules.filter((r) => verdictOf(r) === decision).length;
  const figures: readonly (readonly [number, string, string])[] = [
    [total.enforced, total.enforced === 1 ? "rule enforced" : "rules enforced", "rules.html"],
    [policy.workflows.length, policy.workflows.length === 1 ? "playbook" : "playbooks", "playbooks.html"],
    [policy.runbooks.length, policy.runbooks.length === 1 ? "runbook" : "runbooks", "runbooks.html"],
    [entries.length, entries.length === 1 ? "learning" : "learnings", "log.html"],
    [total.guidance, "only guidance", "guidance.html"],
  ];
  const sources = new Map(policy.sources.map((s) => [s.file, s]));
  return {
    path: "index.html",
    title: site.title,
    about: `${counted(total.enforced, "rule")} enforced, from ${counted(coverage.length, "source")}.`,
    area: "start",
    unsearched: true,
    kicker: "What is enforced here",
    body: [
      h("p.lead", [
        `${counted(total.enforced, "rule")} from ${counted(coverage.length, "document")} are checked before a command runs: `,
        `${verdicts("deny")} block, ${verdicts("ask")} ask a person, ${verdicts("warn")} warn.`,
      ]),
      h("ul.figures", [
        ...figures.map(([n, name, page]) =>
          h("li", [link(page, h("strong", String(n)), h("span", ` ${name}`))]),
        ),
      ]),
      h(
        "form.question",
        {
          action: siteAddress("check.html"),
          method: "get",
          role: "search",
          ariaLabel: "Check a command",
          ...ONLY_HERE,
          dataAsk: "",
        },
        [
          h("label", { htmlFor: "ask" }, "What would happen to a command?"),
          h("div.row", [
            h("input#ask", {
              type: "text",
              name: "c",
              autoComplete: "off",
              spellCheck: "false",
              placeholder: "git push --force",
            }),
            h("button", { type: "submit" }, "Check it"),
          ]),
        ],
      ),
      section(
        "By source",
        "by-source",
        table(
          ["source", "owner", "enforced", "guidance"],
          coverage
            .slice(0, MOST)
            .map((c) => [
              [linkTo(site.paths.source.of(c.file), code(c.file))],
              [sources.get(c.file)?.owner ?? ""],
              [String(c.enforced)],
              [String(c.guidance)],
            ]),
          "Sources",
        ),
        coverage.length > MOST ? h("p", [link("sources.html", `All ${coverage.length} sources`)]) : undefined,
      ),
      ...changes(site, entries),
    ],
  };
}

function changes(site: Site, entries: readonly EntrySummary[]): ElementContent[] {
  const lists = site.policy.history.lists.filter((c) => c.date !== undefined);
  const replaced = site.policy.history.superseded;
  const joined = [...lists].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1)).slice(0, 5);
  return [
    ...(entries.length === 0
      ? []
      : [
          section(
            "Learned lately",
            "lately",
            h("ol.timeline", entries.slice(0, MOST / 2).map(entryItem)),
            h("p", [link("log.html", "The whole log")]),
          ),
        ]),
    ...(joined.length === 0
      ? []
      : [
          section(
            "Lists that changed",
            "lists",
            h("ul", [
              ...joined.map((c) =>
                h("li", [
                  code(c.value),
                  c.change === "added" ? " joined " : " left ",
                  linkTo(site.paths.list.of(c.list), code(c.list)),
                  c.date === undefined ? "" : ", ",
                  c.date === undefined ? "" : day(c.date),
                ]),
              ),
            ]),
          ),
        ]),
    ...(replaced.length === 0
      ? []
      : [
          section(
            "Replaced",
            "replaced",
            h("ul", [
              ...replaced
                .slice(-5)
                .map((s) => h("li", [h("del", [link(rulePage(s.id), ...prose(s.sentence))])])),
            ]),
          ),
        ]),
  ];
}
