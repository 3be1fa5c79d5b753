// Sentences that nobody checks: read by people and agents, by source.
import type { Element } from "hast";
import { h } from "hastscript";
import type { Guidance } from "../../policy/types.ts";
import { counted, linkTo, prose } from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import type { Site } from "../site.ts";
import { inParts } from "../weight.ts";
import { pageLinks } from "./parts.ts";

/** All guidance, in parts where it is long. */
export function guidancePages(site: Site): Page[] {
  const { guidance } = site.policy;
  const files = new Map<string, Guidance[]>();
  for (const item of guidance) files.set(item.source.file, [...(files.get(item.source.file) ?? []), item]);
  const nodes = [...files].flatMap(([file, own]) => [
    h("h2", [linkTo(site.paths.source.of(file), file), h("span.count", ` ${own.length}`)]),
    ...own.map((item) => guidanceItem(item, site)),
  ]);
  const parts = inParts(nodes);
  return parts.map((part, i) => ({
    path: partPath("guidance.html", i + 1),
    title: i === 0 ? "Guidance" : `Guidance, part ${i + 1}`,
    about: `${counted(guidance.length, "sentence")} that people and agents follow and nobody checks.`,
    area: "guidance" as const,
    body: [
      h("p.lead", `${counted(guidance.length, "sentence")} that people and agents follow and nobody checks.`),
      ...part,
      ...pageLinks("guidance.html", parts.length, i + 1),
    ],
  }));
}

function guidanceItem(item: Guidance, site: Site): Element {
  return h("div.guidance", [
    h("p", [
      ...prose(item.text),
      " ",
      h("span.meta", [linkTo(site.placeOf(item.source), `line ${item.source.line}`)]),
    ]),
    ...(item.because === undefined ? [] : [h("p.meta", ["Why: ", ...prose(item.because)])]),
    ...(item.details.length === 0 ? [] : [h("ul", [...item.details.map((d) => h("li", prose(d)))])]),
  ]);
}
