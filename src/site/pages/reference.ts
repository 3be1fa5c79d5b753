// Pages about Bylaw itself and about the sources: commands, diagnostics, the documents as they are written.
import type { ElementContent } from "hast";
import { h } from "hastscript";
import { code, facts, link, linkTo, section, table } from "../elements.ts";
import type { Page } from "../page.ts";
import { partPath } from "../paths.ts";
import type { CommandHelp, Site } from "../site.ts";
import { safeElements } from "../source/blocks.ts";
import { decorated } from "../source/decorate.ts";
import { titleOf } from "../source/documents.ts";
import { each } from "../source/walk.ts";
import { inParts, withHeadings } from "../weight.ts";
import { pageLinks } from "./parts.ts";

/** Every command of the command line. */
export function commandsPages(commands: readonly CommandHelp[]): Page[] {
  const parts = inParts(commands.map(commandElement));
  return parts.map((part, i) => ({
    path: partPath("cli.html", i + 1),
    title: i === 0 ? "Command line" : `Command line, part ${i + 1}`,
    about: "Every command of bylaw, with its operands, options and exit statuses.",
    area: "reference" as const,
    body: [
      h("p.lead", "What `bylaw` can be asked to do.".replaceAll("`", "")),
      ...part,
      ...pageLinks("cli.html", parts.length, i + 1),
    ],
  }));
}

function commandElement({ name, operands, options, summary, details }: CommandHelp) {
  const usage = ["bylaw", name, ...operands.map((o) => o.name)].join(" ");
  return section(
    `bylaw ${name}`,
    `bylaw-${name}`,
    h("p", `${summary}.`),
    h("pre", { tabIndex: 0 }, [h("code", `${usage}${options.length === 0 ? "" : " [options]"}`)]),
    facts([
      ...operands.map((o) => [o.name, [o.about]] as const),
      ...options.map((o) => [o.flags, [o.about]] as const),
    ]),
    h("p.meta", details),
  );
}

/** The catalogue of diagnostics. */
export function diagnosticsPages(site: Site): Page[] {
  const nodes = site.diagnostics.tree.children.filter((n) => !(n.type === "heading" && n.depth === 1));
  const elements = decorated(safeElements(nodes, []), {
    marks: new Map(),
    pageOf: () => undefined,
    tools: site.tools,
  });
  const ids = new Set<string>();
  each(elements, (element) => {
    if (element.tagName !== "h3") return;
    const [text] = element.children;
    const id = text?.type === "text" ? text.value.replace(/[^a-z0-9-]/g, "") : "";
    if (id === "" || ids.has(id)) return;
    ids.add(id);
    element.properties["id"] = id;
  });
  const parts = withHeadings(inParts(elements));
  return parts.map((part, i) => ({
    path: partPath("diagnostics.html", i + 1),
    title: i === 0 ? "Diagnostics" : `Diagnostics, part ${i + 1}`,
    about: "Every message about sources, policies and outputs: why it matters and what to do.",
    area: "reference" as const,
    body: [...part, ...pageLinks("diagnostics.html", parts.length, i + 1)],
  }));
}

/** All sources, with what of each is enforced. */
export function sourcesPages(site: Site): Page[] {
  const owners = new Map(site.policy.sources.map((s) => [s.file, s]));
  const documents = new Map(site.documents.map((d) => [d.file, d]));
  const rows = site.coverage.map((c) => {
    const document = documents.get(c.file);
    const cells: readonly (readonly (ElementContent | string)[])[] = [
      [
        linkTo(site.paths.source.of(c.file), document === undefined ? c.file : titleOf(document)),
        h("p.meta", [code(c.file)]),
      ],
      [owners.get(c.file)?.owner ?? ""],
      [String(c.enforced)],
      [String(c.guidance)],
    ];
    return cells;
  });
  const parts = inParts(rows.map((r) => h("tr", [...r.map((cell) => h("td", [...cell]))])));
  let at = 0;
  return parts.map(({ length }, i) => {
    at += length;
    return {
      path: partPath("sources.html", i + 1),
      title: i === 0 ? "Sources" : `Sources, part ${i + 1}`,
      about: "The documents that all of this is made of.",
      area: "reference" as const,
      unsearched: true,
      body: [
        h("p.lead", "The documents that all of this is made of, as their authors wrote them."),
        table(["source", "owner", "rules", "guidance"], rows.slice(at - length, at), "Sources"),
        ...pageLinks("sources.html", parts.length, i + 1),
      ],
    };
  });
}

/** What else there is. */
export function referencePage(): Page {
  const all = [
    ["sources.html", "Sources", "The documents as they are written"],
    ["lists.html", "Lists", "Members with reasons and dates"],
    ["decisions.html", "Decisions", "Tables that say what comes of what"],
    ["reports.html", "Reports", "What a status has to look like"],
    ["diagnostics.html", "Diagnostics", "Every message, why it matters, what to do"],
    ["cli.html", "Command line", "Every command and its options"],
  ] as const;
  return {
    path: "reference.html",
    title: "Reference",
    about: "Sources, lists, decisions, reports, diagnostics and commands.",
    area: "reference",
    unsearched: true,
    body: [
      h("ul.cards", [
        ...all.map(([path, title, about]) => h("li", [h("h2", [link(path, title)]), h("p.meta", about)])),
      ]),
    ],
  };
}
