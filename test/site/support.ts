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
  const pages = pagesIn(site);
  const ids = new Map(
    [...pages].map(([path, html]) => [
      path,
      new Set([...html.matchAll(/ id="([^"]*)"/g)].map((m) => plain(m[1] ?? ""))),
    ]),
  );
  const dead: string[] = [];
  for (const [path, html] of pages) {
    for (const match of html.matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
      const address = plain(match[1] ?? "");
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
