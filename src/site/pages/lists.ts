// Lists with reasons and dates, and what joined and left them.
import type { Element } from "hast";
import { h } from "hastscript";
import type { List, Rule } from "../../policy/types.ts";
import { code, counted, day, link, linkTo, prose, section, table } from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import type { Site } from "../site.ts";
import { inParts } from "../weight.ts";
import { pageLinks } from "./parts.ts";
import { ruleList } from "./rule-parts.ts";

const MATCHING = { exact: "exactly", prefix: "by their beginning", glob: "as a pattern" } as const;

/** The pages of a list: its members in parts where there are many. */
export function listPages(list: List, site: Site, rules: readonly Rule[]): Page[] {
  const path = site.paths.list.of(list.name) ?? "";
  const members = inParts(
    list.members.map((m) => h("tr", [h("td", m.value), h("td", m.reason ?? ""), h("td", m.date ?? "")])),
    800,
  );
  const changes = site.policy.history.lists.filter((c) => c.list === list.name && c.change === "removed");
  let at = 0;
  return members.map((group, i) => {
    const own = list.members.slice(at, at + group.length);
    at += group.length;
    return {
      path: partPath(path, i + 1),
      title: i === 0 ? list.name : `${list.name}, part ${i + 1}`,
      about: `List of ${counted(list.members.length, "member")}.`,
      area: "reference" as const,
      kicker: "List",
      body: [
        h("p.lead", `${counted(list.members.length, "member")}, compared ${MATCHING[list.matching]}.`),
        memberTable(own, list, site),
        ...(i > 0 || changes.length === 0
          ? []
          : [
              section(
                "No longer in it",
                "removed",
                h("ul", [
                  ...changes
                    .slice(0, 100)
                    .map((c) =>
                      h("li", [
                        h("del", [code(c.value)]),
                        ...(c.reason === undefined ? [] : [" ", ...prose(c.reason)]),
                        ...(c.date === undefined ? [] : [", ", day(c.date)]),
                      ]),
                    ),
                ]),
              ),
            ]),
        ...(i > 0 || rules.length === 0
          ? []
          : [section("Rules that name it", "rules", ruleList(rules.slice(0, 50)))]),
        ...pageLinks(path, members.length, i + 1),
      ],
    };
  });
}

function memberTable(members: List["members"], list: List, site: Site): Element {
  return table(
    [list.column === "" ? "member" : list.column, "reason", "since", "source"],
    members.map((m) => [
      [code(m.value)],
      prose(m.reason ?? ""),
      m.date === undefined ? [] : [day(m.date)],
      [linkTo(site.placeOf(m.source), `line ${m.source.line}`)],
    ]),
    `Members of ${list.name}`,
  );
}

/** All lists. */
export function listsPage(site: Site): Page {
  const { lists } = site.policy;
  return {
    path: "lists.html",
    title: "Lists",
    about: "Names that rules speak of together, with reasons and dates.",
    area: "reference",
    body: [
      h(
        "p.lead",
        lists.length === 0
          ? "No source defines a list."
          : "Names that rules speak of together. Each member has its reason and its day.",
      ),
      h("ul.cards", [
        ...lists.map((l) =>
          h("li", [
            h("h2", [link(site.paths.list.of(l.name) ?? "", l.name)]),
            h("p.meta", `${counted(l.members.length, "member")} · ${l.source.file}`),
          ]),
        ),
      ]),
    ],
  };
}
