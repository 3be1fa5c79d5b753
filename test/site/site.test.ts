// The site of the five bundled sources: every kind of page, links, weight, and the same bytes for the same sources.
import { beforeAll, describe, expect, test } from "vitest";
import { compileProject } from "../../src/cli/compile-project.ts";
import { rulePage } from "../../src/policy/rule-page.ts";
import type { Policy } from "../../src/policy/types.ts";
import type { SiteFile } from "../../src/site/page.ts";
import { bundled, deadLinks, pagesIn, siteOf, weightOf } from "./support.ts";

const MOST_BYTES = 15_000;

let site: ReadonlyMap<string, SiteFile["content"]>;
let pages: ReadonlyMap<string, string>;
let policy: Policy;

beforeAll(async () => {
  site = await siteOf(".");
  pages = pagesIn(site);
  const project = compileProject(".");
  if ("problem" in project) throw new Error(project.problem.message);
  policy = project.compiled.policy;
});

const page = (path: string): string => pages.get(path) ?? "";

describe("the bundled sources", () => {
  test("have no dead link and no dead anchor", () => {
    expect(deadLinks(site)).toEqual([]);
  });

  test("make no page heavier than the budget", () => {
    const heavy = [...pages].map(([path, html]) => [path, weightOf(html, site)] as const);
    expect(heavy.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([]);
  });

  test("give every rule its page, and every one that was replaced", () => {
    const ids = [...policy.rules, ...policy.history.superseded].map((r) => r.id);
    expect(ids.filter((id) => !pages.has(rulePage(id)))).toEqual([]);
    expect(ids.length).toBeGreaterThan(80);
  });

  test("give every list, playbook, runbook, decision and report its page", () => {
    expect([...pages.keys()]).toEqual(
      expect.arrayContaining([
        ...policy.lists.map((l) => `lists/${l.name}.html`),
        ...policy.workflows.map((w) => `playbooks/${w.name}.html`),
        ...policy.runbooks.map((r) => `runbooks/${r.name}.html`),
        ...policy.decisions.map((d) => `decisions/${d.name}.html`),
        ...policy.reports.map((r) => `reports/${r.name}.html`),
      ]),
    );
  });

  test("have the Markdown of every page beside it, named in llms.txt", () => {
    const missing = [...pages.keys()].filter((path) => !site.has(path.replace(/\.html$/, ".md")));
    expect(missing).toEqual([]);
    const named = [...String(site.get("llms.txt")).matchAll(/\]\(([^)]+)\): /g)].map((m) =>
      decodeURIComponent(m[1] ?? ""),
    );
    expect(named.filter((path) => !site.has(path))).toEqual([]);
    expect(named.length).toBe(pages.size - 1);
  });

  test("have one heading of the first level, no level left out, and no id twice", () => {
    for (const [path, html] of pages) {
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]));
      expect([path, levels.filter((l) => l === 1).length]).toEqual([path, 1]);
      const jumps = levels.filter((l, i) => i > 0 && l > (levels[i - 1] ?? 0) + 1);
      expect([path, jumps]).toEqual([path, []]);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
      expect([path, ids.length]).toEqual([path, new Set(ids).size]);
    }
  });

  test("load nothing from elsewhere and hold no script or style of their own", () => {
    for (const [path, html] of pages) {
      expect([
        path,
        ...html.matchAll(/<(?:script|link|img|iframe)[^>]*(?:src|href)="(?:https?:)?\/\/[^"]*"/g),
      ]).toEqual([path]);
      expect([path, ...html.matchAll(/<script(?! src=)[^>]*>|<style|\sstyle=|\son\w+=/g)]).toEqual([path]);
    }
  });
});

test("the same sources give the same bytes, also in another folder, with search", async () => {
  const [one, two] = [
    await siteOf(bundled().folder, { search: true }),
    await siteOf(bundled().folder, { search: true }),
  ];
  expect([...one.keys()]).toEqual([...two.keys()]);
  for (const [path, content] of one)
    expect([path, Buffer.from(content).equals(Buffer.from(two.get(path) ?? ""))]).toEqual([path, true]);
  expect(one.has("search/pagefind.js")).toBe(true);
});

describe("pages say", () => {
  test.each([
    ["rules/exclude-blacklist.html", "a broad selector would take in machines"],
    ["rules/exclude-blacklist.html", "<h3>Blocked</h3>"],
    ["rules/exclude-blacklist.html", "<h3>Passes</h3>"],
    ["rules/exclude-blacklist.html", "atvm144-suse15.0"],
    ["rules/exclude-blacklist.html", 'href="no-blacklist-for-named-machines.html"'],
    ["rules/exclude-blacklist.html", "2026-03-09"],
    ["rules/notes-content-1.html", "not in force any more"],
    ["rules/notes-content-1.html", "Notes are for what goes beyond a single machine"],
    ["rules/skip-needs-reason.html", 'href="../runbooks/promotion-stuck.html"'],
    ["rules/read-state-first.html", 'href="../playbooks/konflux-release.html"'],
    ["lists/atvm-blacklist.html", "CRASHES WHEN CREATING MIGRATION SESSION"],
    ["runbooks/promotion-stuck.html", "OrchestratorPromotionStuck"],
    ["runbooks/promotion-stuck.html", 'class="command ask"'],
    ["runbooks/promotion-stuck.html", 'data-placeholders="promotion-id'],
    ["decisions/e2e-gate.html", "by hand, the operator overrides E2E"],
    ["log.html", "SUSE 15.0 joins the blacklist"],
    ["index.html", "79 rules from 5 documents"],
    ["guidance.html", "nobody checks"],
    ["diagnostics.html", 'id="no-example"'],
    ["cli.html", 'id="bylaw-site"'],
    ["check.html", "<noscript>"],
  ])("%s: %s", (path, text) => {
    expect(page(path)).toContain(text);
  });

  test("in a graph where each task is", () => {
    const html = page("playbooks/konflux-release.html");
    const links = [...html.matchAll(/<a href="#([^"]+)"><g id="/g)].map((m) => m[1] ?? "");
    expect(links.length).toBe(15);
    for (const id of links) expect(html).toContain(`<h2 id="${id}">`);
  });

  test("what was replaced in an entry, struck and with a way to what replaced it", () => {
    const html = page("log/2026-03-12-one-machine-on-a-line-explanations-in-the-notes.html");
    expect(html).toMatch(
      /<a class="mark past" href="\.\.\/rules\/notes-content-1\.html">replaced<\/a> <del>Notes hold reasons/,
    );
  });
});
