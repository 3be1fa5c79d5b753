// Where pages are: addresses that stay, names that can't leave the folder, links that work under any base path.
import { describe, expect, test } from "vitest";
import { rulePage, ruleUrl, slugOf } from "../../src/policy/rule-page.ts";
import { Paths, partPath, relativePath } from "../../src/site/paths.ts";

test.each([
  ["wait-for-health", "rules/wait-for-health.html"],
  ["index", "rules/index.html"],
  ["deploy/wait", "rules/deploy~2fwait.html"],
  ["Deploy/wait", "rules/~44eploy~2fwait.html"],
  ["../wait", "rules/~2e.~2fwait.html"],
  ["ä/wait", "rules/~c3~a4~2fwait.html"],
])("the page of rule %s is %s", (id, page) => {
  expect(rulePage(id)).toBe(page);
});

test.each([
  ["https://example.org/rules", "https://example.org/rules/rules/a-b.html"],
  ["https://example.org/", "https://example.org/rules/a-b.html"],
])("on the site %s it is %s", (site, url) => {
  expect(ruleUrl(site, "a-b")).toBe(url);
});

test("names that are not the same have slugs that are not", () => {
  const names = [
    "a b",
    "a~20b",
    "a/b",
    "a%2fb",
    ".a",
    "~2ea",
    "",
    "a\u0000b",
    "a\ud800",
    "x".repeat(300),
    `${"x".repeat(299)}y`,
  ];
  expect(new Set(names.map((n) => slugOf(n))).size).toBe(names.length);
  for (const name of names) expect(slugOf(name)).toMatch(/^[\w.~-]*$/);
});

test("names that differ in case alone have files that differ in more", () => {
  const paths = new Paths("lists", ["Ready", "ready", "READY"]);
  const files = ["Ready", "ready", "READY"].map((n) => paths.of(n)?.toLowerCase());
  expect(new Set(files).size).toBe(3);
  expect(paths.of("Ready")).toBe("lists/Ready.html");
  expect(paths.of("other")).toBeUndefined();
});

describe("relative paths", () => {
  test.each([
    ["index.html", "rules.html", "rules.html"],
    ["rules/a.html", "rules/b.html", "b.html"],
    ["rules/a.html", "lists/b.html", "../lists/b.html"],
    ["rules/a.html", "index.html", "../index.html"],
    ["index.html", "assets/site.css", "assets/site.css"],
    ["rules/a.html", "", "../"],
    ["index.html", "", ""],
  ])("from %s to %s: %s", (from, to, path) => {
    expect(relativePath(from, to)).toBe(path);
  });
});

test.each([
  [1, "log.html"],
  [2, "log~p2.html"],
])("part %i of a page", (part, path) => {
  expect(partPath("log.html", part)).toBe(path);
});
