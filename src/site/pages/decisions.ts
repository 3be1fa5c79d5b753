// Decision tables, each on a page of its own, and all of them together.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { CellTest, DecisionRow, DecisionTable } from "../../policy/types.ts";
import {
  code,
  counted,
  facts,
  link,
  linkTo,
  ONLY_HERE,
  placeText,
  prose,
  section,
  siteAddress,
  table,
} from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import type { Site } from "../site.ts";
import { inParts } from "../weight.ts";
import { pageLinks } from "./parts.ts";

/** A decision as a table. */
export function decisionTable(of: DecisionTable, _site: Site, rows = of.rows): Element {
  const dated = of.rows.some((r) => r.until !== undefined);
  const head = [...of.inputs.map((i) => i.name), "then", "because", ...(dated ? ["until"] : [])];
  return table(
    head,
    rows.map((row) => [
      ...of.inputs.map((input, i) => (row.otherwise && i > 0 ? [] : cell(row, input.name))),
      [h("strong", [code(row.outcome)])],
      prose(row.because ?? ""),
      ...(dated ? [[row.until ?? ""]] : []),
    ]),
    `Decision ${of.name}`,
  );
}

function cell({ when, otherwise }: DecisionRow, input: string): ElementContent[] {
  if (otherwise) return [{ type: "text", value: "otherwise" }];
  const asked = when.find((w) => w.input === input);
  if (asked === undefined) return [h("span.meta", "any")];
  return asked.anyOf.flatMap((tests, i) => [
    ...(i === 0 ? [] : [{ type: "text" as const, value: ", " }]),
    ...tests.flatMap((t, k) => [...(k === 0 ? [] : [{ type: "text" as const, value: " and " }]), ...test(t)]),
  ]);
}

function test(of: CellTest): ElementContent[] {
  if (of.test !== "is") return [{ type: "text", value: `${of.test.replace("-", " ")} ` }, code(of.value)];
  const values = of.values.flatMap((v, i): ElementContent[] => [
    ...(i === 0 ? [] : [{ type: "text" as const, value: ", " }]),
    code(v),
  ]);
  return of.negated ? [{ type: "text", value: "not " }, ...values] : values;
}

/** The pages of one table: rows in parts where there are many. */
export function decisionPages(of: DecisionTable, site: Site): Page[] {
  const path = site.paths.decision.of(of.name) ?? "";
  const rows = inParts(
    of.rows.map((row) => h("tr", { dataRow: of.rows.indexOf(row) }, [decisionTable(of, site, [row])])),
    800,
  );
  let at = 0;
  return rows.map((group, i) => {
    const own = of.rows.slice(at, at + group.length);
    at += group.length;
    return {
      path: partPath(path, i + 1),
      title: i === 0 ? of.name : `${of.name}, part ${i + 1}`,
      about: `Decision over ${of.inputs.map((n) => n.name).join(", ")}.`,
      area: "playbooks" as const,
      kicker: "Decision",
      body: [
        h("p.lead", [
          of.applies === "first" ? "The first row that fits applies." : "Exactly one row applies.",
          ...(of.because === undefined ? [] : [" ", ...prose(of.because)]),
        ]),
        h("p", { ...ONLY_HERE }, [
          h(
            "a.button",
            { href: siteAddress("check.html", `decision=${encodeURIComponent(of.name)}`) },
            "Try it",
          ),
        ]),
        decisionTable(of, site, own),
        ...(i > 0
          ? []
          : [
              inputs(of, site),
              outcomes(of),
              facts([["From", [linkTo(site.placeOf(of.source), code(placeText(of.source)))]]]),
            ]),
        ...pageLinks(path, rows.length, i + 1),
      ],
    };
  });
}

function inputs(of: DecisionTable, site: Site): Element {
  return section(
    "Inputs",
    "inputs",
    facts(
      of.inputs.map((input) => [
        input.name,
        [
          ...(input.of === "decision"
            ? ["the outcome of ", linkTo(site.paths.decision.of(input.name), code(input.name))]
            : [input.values.length === 0 ? `a ${input.type}` : ""]),
          ...input.values.flatMap((v, i) => [i === 0 ? "" : ", ", code(v)]),
        ],
      ]),
    ),
  );
}

function outcomes(of: DecisionTable): Element {
  const told = of.outcomes.filter(
    (o) => o.message !== undefined || o.because !== undefined || o.exitStatus !== undefined,
  );
  if (told.length === 0) return h("div");
  return section(
    "Outcomes",
    "outcomes",
    table(
      ["outcome", "exit status", "message", "because"],
      told.map((o) => [
        [code(o.name)],
        [o.exitStatus === undefined ? "" : String(o.exitStatus)],
        prose(o.message ?? ""),
        prose(o.because ?? ""),
      ]),
      "Outcomes",
    ),
  );
}

/** All tables. */
export function decisionsPage(site: Site): Page {
  const { decisions } = site.policy;
  return {
    path: "decisions.html",
    title: "Decisions",
    about: "Tables that say what comes of what.",
    area: "playbooks",
    body: [
      h(
        "p.lead",
        decisions.length === 0
          ? "No source defines a decision."
          : "Tables that say what comes of what; none has a gap that nobody knows of.",
      ),
      h("ul.cards", [
        ...decisions.map((d) =>
          h("li", [
            h("h2", [link(site.paths.decision.of(d.name) ?? "", d.name)]),
            h(
              "p.meta",
              `${counted(d.inputs.length, "input")}, ${counted(d.rows.length, "row")} · ${d.source.file}`,
            ),
          ]),
        ),
      ]),
    ],
  };
}
