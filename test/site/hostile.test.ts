// Sources that try to run something, to fetch something or to leave the site's folder: all of it is shown as text or is gone.
import { describe, expect, test } from "vitest";
import type { SiteFile } from "../../src/site/page.ts";
import { TestProject } from "../support/project.ts";
import { HOSTILE } from "./hostile.ts";
import { deadLinks, pagesIn, siteOf, type Tag, tagsIn } from "./support.ts";

/** All that a page of ours may be made of. */
const ELEMENTS = new Set(
  (
    "html head meta title link script body a header nav ul li div main p h1 h2 h3 h4 h5 h6 footer code pre span strong em del " +
    "sup br hr blockquote ol dl dt dd table thead tbody tr th td section time form label input button noscript " +
    "svg desc rect text g path polygon ellipse line circle"
  ).split(" "),
);

describe("a site of hostile sources", () => {
  let site: ReadonlyMap<string, SiteFile["content"]> = new Map();
  let tags: readonly (Tag & { readonly page: string })[] = [];

  test("is built, each page of plain tags", async () => {
    site = await siteOf(new TestProject(HOSTILE).folder, { anyway: true });
    tags = [...pagesIn(site)].flatMap(([page, html]) => tagsIn(html).map((tag) => ({ ...tag, page })));
    expect(tags.length).toBeGreaterThan(2_000);
  });

  test("shows what it was given", () => {
    const all = [...pagesIn(site).values()].join("\n");
    for (const text of [
      "&#x3C;script>globalThis.pwned = 1&#x3C;/script>",
      "a plain link to the web",
      "a link that runs",
    ])
      expect(all).toContain(text);
  });

  test("holds no other element than those of the site", () => {
    expect(tags.filter(({ name }) => !ELEMENTS.has(name))).toEqual([]);
  });

  test("runs no script but the site's own", () => {
    const scripts = tags
      .filter(({ name }) => name === "script")
      .map(({ attributes }) => attributes.get("src"));
    expect(new Set(scripts)).toEqual(new Set(["assets/site.js", "../assets/site.js"]));
  });

  test("holds no attribute that runs or looks like something", () => {
    const names = tags.flatMap(({ attributes }) => [...attributes.keys()]);
    expect(names.filter((name) => /^on|^style$|^srcdoc$|^formaction$/i.test(name))).toEqual([]);
  });

  test("leads only to pages, to the web and to mail", () => {
    const addresses = tags.flatMap(({ attributes }) =>
      ["href", "src", "action"].flatMap((n) => attributes.get(n) ?? []),
    );
    const wrong = addresses.filter((a) => /^(?!https?:|mailto:)[^/?#]*:/i.test(a) || /^[\\/]/.test(a));
    expect(wrong).toEqual([]);
    expect(addresses).toContain("https://example.org/");
  });

  test("fetches nothing from elsewhere", () => {
    const fetched = tags.filter(({ name }) => ["link", "script", "input", "form"].includes(name));
    const addresses = fetched.flatMap(({ attributes }) =>
      ["href", "src", "action"].flatMap((n) => attributes.get(n) ?? []),
    );
    expect(addresses.filter((a) => /^(?:[a-z]+:|\/\/)/i.test(a))).toEqual([]);
  });

  test("has no meta of a source", () => {
    const metas = tags
      .filter(({ name }) => name === "meta")
      .map(({ attributes }) => attributes.get("http-equiv"));
    expect(new Set(metas)).toEqual(new Set([undefined, "Content-Security-Policy"]));
  });

  test("writes no file outside of its folder", () => {
    const wrong = [...site.keys()].filter(
      (p) => p.startsWith("/") || p.split("/").includes("..") || p.includes("\\"),
    );
    expect(wrong).toEqual([]);
  });

  test("has no dead link", () => {
    expect(deadLinks(site)).toEqual([]);
  });

  test("gives scripts its policy as data that can't reach a prototype", () => {
    expect(String(site.get("assets/policy.js"))).toMatch(/^globalThis\.bylawPolicy=JSON\.parse\("/);
  });
});
