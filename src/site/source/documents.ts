// Every source as pages: a learnings document as one page an entry, any other one whole, in parts where it is long.
import type { ElementContent } from "hast";
import type { Definition, RootContent } from "mdast";
import type { SourceDocument } from "../../compiler/1-read/document.ts";
import { rulePage, slugOf } from "../../policy/rule-page.ts";
import { effectOf } from "../../policy/rules.ts";
import type { Policy, Source } from "../../policy/types.ts";
import type { Page } from "../page.ts";
import { type Paths, partPath } from "../paths.ts";
import type { SiteTools } from "../site.ts";
import { inParts, withHeadings } from "../weight.ts";
import { safeElements } from "./blocks.ts";
import { anchorOf, decorated, type Mark, type Surroundings } from "./decorate.ts";
import { each } from "./walk.ts";

/** An entry of a learnings document, with its page. */
export interface EntryPage {
  readonly file: string;
  readonly date: string;
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  readonly page: string;
}

export interface Sources {
  /** The parts of each page, by its path; the pages of entries too. */
  readonly bodies: ReadonlyMap<string, readonly ElementContent[]>;
  readonly pages: readonly Page[];
  readonly entries: readonly EntryPage[];
  readonly placeOf: (source: Source) => string | undefined;
}

/** Makes the pages of all sources. */
export function sourcePages(
  documents: readonly SourceDocument[],
  policy: Policy,
  paths: Paths,
  tools: SiteTools,
): Sources {
  const marks = marksOf(policy);
  const anchors = new Map<string, string>();
  const starts = new Map<string, { readonly line: number; readonly page: string }[]>();
  const pages: Page[] = [];
  const entries: EntryPage[] = [];
  const taken = new Set<string>();
  for (const document of documents) {
    const { file, tree } = document;
    const own = paths.of(file);
    if (own === undefined) continue;
    const around: Surroundings = {
      marks: marks.get(file) ?? new Map<number, Mark>(),
      pageOf: (href) => paths.of(resolved(file, href) ?? ""),
      tools,
    };
    const definitions = tree.children.filter((n): n is Definition => n.type === "definition");
    for (const slice of slicesOf(document)) {
      const title = slice.entry?.title ?? titleOf(document);
      const shown = slice.nodes.filter((n, i) => !(n.type === "heading" && (i === 0 || n.depth === 1)));
      const parts = withHeadings(inParts(decorated(safeElements(shown, definitions), around)));
      const path = slice.entry === undefined ? own : entryPath(slice.entry, file, taken);
      for (const [i, body] of parts.entries()) {
        const page = partPath(path, i + 1);
        each(body, ({ properties }) => {
          const line = /^L(\d+)$/.exec(String(properties["id"] ?? ""))?.[1];
          if (line !== undefined) anchors.set(`${line} ${file}`, `${page}#${anchorOf(Number(line))}`);
        });
        const line = i === 0 ? slice.line : firstLine(body);
        if (line !== undefined) starts.set(file, [...(starts.get(file) ?? []), { line, page }]);
        const more = parts.length === 1 ? "" : ` (part ${i + 1} of ${parts.length})`;
        pages.push({
          path: page,
          title: `${title}${more}`,
          about:
            slice.entry === undefined
              ? `The source ${file} as it is written.`
              : `Entry of ${slice.entry.date} in ${file}.`,
          area: slice.entry === undefined ? "reference" : "log",
          kicker: slice.entry === undefined ? `Source · ${file}` : `${slice.entry.date} · ${file}`,
          body,
        });
      }
      if (slice.entry !== undefined)
        entries.push({ ...slice.entry, file, line: slice.line, endLine: slice.endLine, page: path });
    }
  }
  const placeOf = ({ file, line }: Source): string | undefined =>
    anchors.get(`${line} ${file}`) ?? starts.get(file)?.findLast((s) => s.line <= line)?.page;
  return { bodies: new Map(pages.map((p) => [p.path, p.body])), pages, entries, placeOf };
}

interface Slice {
  readonly entry: { readonly date: string; readonly title: string } | undefined;
  readonly line: number;
  readonly endLine: number;
  readonly nodes: readonly RootContent[];
}

/** A document's blocks, cut where its entries begin. */
function slicesOf({ tree, entries }: SourceDocument): Slice[] {
  const last = tree.position?.end.line ?? 1;
  const cuts = [{ line: 1, entry: undefined }, ...entries.map((e) => ({ line: e.source.line, entry: e }))];
  return cuts.map(({ line, entry }, i) => {
    const endLine = (cuts[i + 1]?.line ?? last + 1) - 1;
    const nodes = tree.children.filter((n) => {
      const at = n.position?.start.line ?? 1;
      return at >= line && at <= endLine;
    });
    return { entry: entry && { date: entry.date, title: entry.title }, line, endLine, nodes };
  });
}

function firstLine(nodes: readonly ElementContent[]): number | undefined {
  for (const node of nodes) if (node.position !== undefined) return node.position.start.line;
  return undefined;
}

function entryPath(
  { date, title }: { date: string; title: string },
  file: string,
  taken: Set<string>,
): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const plain = slugOf(`${date}-${words.slice(0, 60).replace(/-$/, "")}`);
  const base = taken.has(plain) ? `${plain}-${slugOf(file)}` : plain;
  let path = base;
  for (let n = 2; taken.has(path); n++) path = `${base}-${n}`;
  taken.add(path);
  return `log/${path}.html`;
}

/** The first heading, else the file's name. */
export function titleOf({ tree, file }: SourceDocument): string {
  const heading = tree.children.find((n) => n.type === "heading");
  const words = (node: RootContent | Definition): string =>
    "value" in node && node.type !== "html"
      ? node.value
      : "children" in node
        ? node.children.map((c) => words(c as RootContent)).join("")
        : "";
  const title = heading?.type === "heading" && heading.depth === 1 ? words(heading).trim() : "";
  return title === "" ? file : title;
}

/** A relative link of a source as a path in the project. */
function resolved(file: string, href: string): string | undefined {
  const [path = ""] = href.split(/[?#]/, 1);
  if (path === "" || path.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  let plain: string;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const parts = file.split("/").slice(0, -1);
  for (const part of plain.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** What stands where, by file and line: everything that another page leads to. */
function marksOf(policy: Policy): Map<string, Map<number, Mark>> {
  const files = new Map<string, Map<number, Mark>>();
  const put = ({ file, line }: Source, mark: Mark): void => {
    const lines = files.get(file) ?? new Map<number, Mark>();
    files.set(file, lines);
    if (!lines.has(line) || mark.is !== "place") lines.set(line, mark);
  };
  for (const rule of policy.rules) {
    const decision = rule.kind === "allow" ? "allow" : effectOf(rule);
    const word = { deny: "blocks", ask: "asks", warn: "warns", allow: "allows" }[decision];
    put(rule.source, { is: "rule", page: rulePage(rule.id), word, decision });
  }
  for (const old of policy.history.superseded)
    put(old.source, { is: "past", page: rulePage(old.id), word: "replaced" });
  const named: readonly { readonly source?: Source | undefined }[] = [
    ...policy.guidance,
    ...policy.lists,
    ...policy.lists.flatMap((l) => l.members),
    ...policy.history.lists,
    ...policy.history.reports,
    ...policy.tools,
    ...policy.facts,
    ...policy.steps,
    ...policy.decisions,
    ...policy.decisions.flatMap((d) => d.rows),
    ...policy.evidence,
    ...policy.reports,
    ...policy.workflows.flatMap((w) => [...w.tasks, ...w.waits, ...w.gates]),
    ...policy.runbooks.flatMap((r) => r.sections),
  ];
  for (const { source } of named) if (source !== undefined) put(source, { is: "place" });
  return files;
}
