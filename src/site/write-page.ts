// A page as files: HTML whose links are relative, and the same content as Markdown beside it.
import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { toMdast } from "hast-util-to-mdast";
import { h } from "hastscript";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { GENERATED } from "../compiler/4-emit/emit.ts";
import type { Area, Page, SiteFile } from "./page.ts";
import { relativePath } from "./paths.ts";
import type { Site } from "./site.ts";
import { changed } from "./source/walk.ts";

const NAVIGATION: readonly (readonly [Area, string, string])[] = [
  ["rules", "rules.html", "Rules"],
  ["playbooks", "playbooks.html", "Playbooks"],
  ["runbooks", "runbooks.html", "Runbooks"],
  ["log", "log.html", "Learnings"],
  ["guidance", "guidance.html", "Guidance"],
  ["check", "check.html", "Check"],
  ["reference", "reference.html", "Reference"],
];

/** Both files of a page. */
export function filesOf(page: Page, site: Site): SiteFile[] {
  const heading = page.heading ?? [{ type: "text" as const, value: page.title }];
  const html = toHtml({ type: "root", children: linked(page.body, page) }, { allowDangerousHtml: false });
  const content = site.tools.layout({
    site: site.title,
    title: page.title === site.title ? site.title : `${page.title} · ${site.title}`,
    about: page.about,
    kicker: page.kicker ?? "",
    sentence: page.heading !== undefined,
    heading: toHtml({ type: "root", children: [...heading] }),
    body: withPictures(html, site),
    root: relativePath(page.path, ""),
    home: relativePath(page.path, "index.html"),
    markdown: relativePath(page.path, markdownPath(page.path)),
    llms: relativePath(page.path, "llms.txt"),
    path: page.path,
    area: page.area,
    graph: page.graph === true,
    searched: page.unsearched !== true,
    revision: site.policy.revision.slice(0, 12),
    navigation: NAVIGATION.map(([area, path, name]) => ({
      name,
      href: relativePath(page.path, path),
      current: area === page.area,
    })),
  });
  return [
    { path: page.path, content },
    { path: markdownPath(page.path), content: markdownOf(page, heading) },
  ];
}

/** The Markdown beside a page. */
export function markdownPath(path: string): string {
  return path.replace(/\.html$/, ".md");
}

/** With every `site:` address made relative. */
function linked(nodes: readonly ElementContent[], page: Page): ElementContent[] {
  return changed(nodes, (element) => {
    const { dataMdast: _, dataName: _name, ...rest } = element.properties;
    const properties = { ...rest };
    for (const name of ["href", "action"] as const) {
      const address = properties[name];
      if (typeof address !== "string" || !address.startsWith("site:")) continue;
      properties[name] = addressOf(address.slice(5), page.path);
    }
    return [{ ...element, properties }];
  });
}

function addressOf(address: string, from: string): string {
  const at = address.indexOf("#");
  const path = at < 0 ? address : address.slice(0, at);
  const hash = at < 0 ? "" : address.slice(at);
  if (path === from && hash !== "") return hash;
  return `${relativePath(from, path).split("/").map(encodeURIComponent).join("/")}${hash}`;
}

/** Pictures are drawn as text that is safe already; a marker keeps their place. */
function withPictures(html: string, site: Site): string {
  return html.replace(
    /<div data-picture="(picture-\d+)"><\/div>/g,
    (_, key: string) => site.pictures.inline.get(key) ?? "",
  );
}

function markdownOf(page: Page, heading: readonly ElementContent[]): string {
  const body = changed(page.body, (element) => {
    const { href } = element.properties;
    if (typeof href !== "string" || !href.startsWith("site:")) return [forMarkdown(element)];
    const [path = ""] = href.slice(5).split("#", 1);
    const file = path.endsWith(".html") ? markdownPath(path) : path;
    const address = `${relativePath(page.path, file).split("/").map(encodeURIComponent).join("/")}`;
    return [{ ...element, properties: { ...element.properties, href: address } }];
  });
  const root: Root = { type: "root", children: [h("h1", [...heading]), ...body] };
  const tree = toMdast(root);
  const text = toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: "-",
    emphasis: "_",
  });
  // A page that comes to lie among the sources is told from them by its first line.
  return `${GENERATED}\n\n${text}`;
}

/** What Markdown has no word for becomes what it has: a list of terms, a span. */
function forMarkdown(element: Element): Element {
  if (element.tagName !== "dl") return element;
  const items: Element[] = [];
  let term: Element | undefined;
  for (const child of element.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "dt") term = child;
    else items.push(h("li", [h("strong", term?.children ?? []), ": ", ...child.children]));
  }
  return h("ul", items);
}
