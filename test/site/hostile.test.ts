// Sources that try to run something, to fetch something or to leave the site's folder: all of it is shown as text or is gone.
import { describe, expect, test } from "vitest";
import type { SiteFile } from "../../src/site/page.ts";
import { TestProject } from "../support/project.ts";
import { HOSTILE } from "./hostile.ts";
import { deadLinks, pagesIn, siteOf } from "./support.ts";

describe("a site of hostile sources", () => {
  let site: ReadonlyMap<string, SiteFile["content"]> = new Map();
  let pages: ReadonlyMap<string, string> = new Map();
  test("is built", async () => {
    site = await siteOf(new TestProject(HOSTILE).folder, { anyway: true });
    pages = pagesIn(site);
    expect(pages.size).toBeGreaterThan(20);
  });

  test("shows them", () => {
    const all = [...pages.values()].join("\n");
    expect(all).toContain("&#x3C;script>");
    expect(all).toContain("a plain link to the web");
  });

  test.each([
    ["a script of a source", /<script(?! src="(?:\.\.\/)?assets\/site\.js"><\/script>)/],
    ["an attribute that runs", /<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*\son[a-z]+\s*=/i],
    ["an address that runs", /(?:href|src|action)="\s*(?:javascript|data|vbscript)/i],
    ["a style", /<style|<[^>]*\sstyle="/i],
    ["something that is fetched", /<(?:img|iframe|object|embed|video|audio|source|base|use|image)\b/i],
    ["a foreign element of SVG", /<(?:foreignObject|animate|set)\b/i],
    ["a form of a source", /<form(?! class="question")/i],
    ["a refresh", /http-equiv="refresh"/i],
    ["an address without a protocol", /href="\/\//],
  ])("holds no page with %s", (_, pattern) => {
    for (const [path, html] of pages) expect([path, pattern.exec(html)?.[0]]).toEqual([path, undefined]);
  });

  test("writes no file outside of its folder", () => {
    expect(
      [...site.keys()].filter(
        (path) => path.startsWith("/") || path.split("/").includes("..") || path.includes("\\"),
      ),
    ).toEqual([]);
  });

  test("has no dead link", () => {
    expect(deadLinks(site)).toEqual([]);
  });

  test("gives scripts its policy as data that can't reach a prototype", () => {
    expect(String(site.get("assets/policy.js"))).toMatch(/^globalThis\.bylawPolicy=JSON\.parse\("/);
  });
});
