// Sites for tests: built from sources in a temporary folder, in memory, without search unless it is asked for.
import { cpSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { compileProject } from "../../src/cli/compile-project.ts";
import { makeSite } from "../../src/cli/site/make.ts";
import type { SiteFile } from "../../src/site/page.ts";
import { TestProject } from "../support/project.ts";

/** The five bundled sources in a folder of their own. */
export function bundled(): TestProject {
  const project = new TestProject({ "package.json": '{"name": "the five"}' });
  for (const folder of ["learnings", "playbooks"])
    cpSync(folder, join(project.folder, folder), { recursive: true });
  return project;
}

/** The files of a project's site; fails where its sources have errors, unless they are to be built anyway. */
export async function siteOf(
  folder: string,
  { search = false, anyway = false }: { readonly search?: boolean; readonly anyway?: boolean } = {},
): Promise<ReadonlyMap<string, SiteFile["content"]>> {
  const project = compileProject(folder);
  if ("problem" in project) throw new Error(project.problem.message);
  const errors = project.diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0 && !anyway)
    throw new Error(errors.map((e) => `${e.source.file}:${e.source.line} ${e.message}`).join("\n"));
  return new Map((await makeSite(project, COMMANDS, { search })).map((f) => [f.path, f.content]));
}

/** The pages of a site as text, by path. */
export function pagesIn(site: ReadonlyMap<string, SiteFile["content"]>): Map<string, string> {
  return new Map(
    [...site].flatMap(([path, text]) => (path.endsWith(".html") ? [[path, String(text)] as const] : [])),
  );
}

/** Links and anchors that lead nowhere, as `page -> address`. */
export function deadLinks(site: ReadonlyMap<string, SiteFile["content"]>): string[] {
  const pages = new Map([...pagesIn(site)].map(([path, html]) => [path, tagsIn(html)]));
  const ids = new Map(
    [...pages].map(([path, tags]) => [path, new Set(tags.flatMap((t) => t.attributes.get("id") ?? []))]),
  );
  const dead: string[] = [];
  for (const [path, tags] of pages) {
    for (const address of tags.flatMap((t) =>
      ["href", "src", "action"].flatMap((n) => t.attributes.get(n) ?? []),
    )) {
      if (/^(?:https?:|mailto:)/.test(address)) continue;
      const [file = "", hash] = address.split("#", 2);
      const target = file === "" ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
      const state = target === "check.html" && hash !== undefined;
      const anchor = hash === undefined || state || ids.get(target)?.has(decodeURIComponent(hash)) === true;
      if (!site.has(target) || !anchor) dead.push(`${path} -> ${address}`);
    }
  }
  return dead;
}

/** Bytes of a page with all that it loads by itself, compressed. */
export function weightOf(html: string, site: ReadonlyMap<string, SiteFile["content"]>): number {
  const loaded = ["assets/site.css", "assets/site.js"];
  if (html.includes("assets/graph.css")) loaded.push("assets/graph.css");
  if (html.includes('class="command')) loaded.push("assets/tools.js");
  const bytes = (text: SiteFile["content"]): number => gzipSync(text, { level: 9 }).length;
  return loaded.reduce((sum, path) => sum + bytes(site.get(path) ?? ""), bytes(html));
}

function plain(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll("&amp;", "&");
}

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Every opening tag of a page, in order. Fails on a `<` that opens none, which a browser might read in its own way. */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  const tag = /<(?:!doctype html|\/[a-z][\w-]*|([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?)>/iy;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    tag.lastIndex = at;
    const match = tag.exec(html);
    if (match === null) throw new Error(`no tag at: ${html.slice(at, at + 60)}`);
    at = tag.lastIndex;
    const [, name, rest = ""] = match;
    if (name === undefined) continue;
    const attributes = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(
      (m) => [m[1] ?? "", plain(m[2] ?? "")] as const,
    );
    tags.push({ name: name.toLowerCase(), attributes: new Map(attributes) });
  }
  return tags;
}
