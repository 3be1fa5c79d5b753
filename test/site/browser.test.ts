/// <reference lib="dom" />
// The site in a browser: search, checker, graphs, themes, accessibility; and hostile sources, which do nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileProject } from "../../src/cli/compile-project.ts";
import { isReportRule } from "../../src/policy/rules.ts";
import type { Policy } from "../../src/policy/types.ts";
import { exampleText } from "../../src/validators/report/example.ts";
import { PreparedReport } from "../../src/validators/report/prepared.ts";
import { TestProject } from "../support/project.ts";
import { launch, Served } from "./browser.ts";
import { HOSTILE } from "./hostile.ts";
import { bundled, pagesIn, siteOf } from "./support.ts";

let browser: Browser;
let served: Served;
let policy: Policy;

beforeAll(async () => {
  browser = await launch();
  served = await Served.start(await siteOf(".", { search: true }), browser);
  const project = compileProject(".");
  if ("problem" in project) throw new Error(project.problem.message);
  policy = project.compiled.policy;
});

afterAll(async () => {
  await served?.stop();
  await browser?.close();
});

/** Milliseconds for what opens many pages, on a busy machine. */
const SLOW = 300_000;

/** One page of each kind. */
const KINDS = [
  "index.html",
  "rules.html",
  "rules/exclude-blacklist.html",
  "rules/notes-content-1.html",
  "playbooks.html",
  "playbooks/konflux-release.html",
  "decisions.html",
  "decisions/e2e-gate.html",
  "runbooks.html",
  "runbooks/promotion-stuck.html",
  "log.html",
  "log/2026-03-12-one-machine-on-a-line-explanations-in-the-notes.html",
  "guidance.html",
  "check.html#c=git+push+--force",
  "check.html#playbook=redfix",
  "check.html#decision=e2e-gate",
  "reference.html",
  "sources.html",
  "sources/playbooks~2fredfix.md.html",
  "lists.html",
  "lists/atvm-blacklist.html",
  "reports.html",
  "reports/atvm-status.html",
  "diagnostics.html",
  "cli.html",
] as const;

test("search finds a rule by the name of a machine that its list has", async () => {
  const page = await served.visitor();
  await page.goto(served.address("runbooks/promotion-stuck.html"));
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("atvm144-suse15.0");
  const found = page.locator(".found a", { hasText: "exclude_partial_match" }).first();
  await found.click();
  await page.waitForURL(/\/rules\/[a-z-]+\.html$/);
  expect(await page.locator("main").textContent()).toContain("atvm144-suse15.0");
});

describe("the checker", () => {
  test(
    "gives the verdict of the command line for every example of every rule",
    async () => {
      const page = await served.visitor();
      await page.goto(served.address("check.html#c=true"));
      await page.locator(".answer[data-decision]").waitFor();
      const project = bundled();
      expect((await project.bylaw(["build"])).status).toBe(0);
      const gates = new Set(policy.workflows.flatMap((w) => w.gates.map((g) => g.name)));
      const wrong: string[] = [];
      let count = 0;
      for (const rule of policy.rules) {
        for (const { command, facts } of rule.examples) {
          // The command line takes a gate's status from its tasks and evidence, never by itself.
          if (Object.keys(facts).some((name) => gates.has(name))) continue;
          const told = Object.entries(facts).flatMap(([name, value]) => toldOf(name, value, project));
          const report = isReportRule(rule) ? policy.reports.find((r) => r.name === rule.report) : undefined;
          const text =
            isReportRule(rule) && report !== undefined
              ? exampleText(rule, command, new PreparedReport(report, policy))
              : command;
          const asked =
            report === undefined
              ? ["check", "--format", "json", ...told, "--", text]
              : ["check", "--format", "json", ...told, "--report", report.name, "-"];
          const { out, err } = await project.bylaw(asked, text);
          if (err !== "") wrong.push(`${text}: ${err}`);
          if (out === "") continue;
          const state = new URLSearchParams({
            ...(report === undefined ? {} : { report: report.name }),
            c: text,
          });
          for (const [name, value] of Object.entries(facts)) state.set(`f.${name}`, value);
          const [decision, rules] = await verdictIn(page, state);
          const verdict = JSON.parse(out) as {
            decision: string;
            findings: { rule?: string; code?: string }[];
          };
          const [here, there] = [
            [decision, ...rules].join(" "),
            [verdict.decision, ...verdict.findings.map((f) => f.rule ?? f.code)].join(" "),
          ];
          if (here !== there) wrong.push(`${text}: ${here}, expected ${there}`);
          count += 1;
        }
      }
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(150);
    },
    SLOW,
  );

  test("follows what is typed, marks the words, mends the command, and keeps it in the address", async () => {
    const page = await served.visitor();
    await page.goto(served.address("check.html"));
    await page.getByRole("textbox", { name: "Command" }).fill("stella promotion list --older-than 5m");
    await page.locator('.answer[data-decision="deny"]').waitFor();
    expect(await page.locator("mark").first().textContent()).toContain("5m");
    expect(new URL(page.url()).hash).toBe("#c=stella+promotion+list+--older-than+5m");
    await page.getByRole("button", { name: "Use it" }).click();
    await page.locator('.answer[data-decision="allow"]').waitFor();
    expect(await page.getByRole("textbox", { name: "Command" }).inputValue()).toBe(
      "stella promotion list --older-than 10m",
    );
    const other = await served.visitor();
    await other.goto(page.url());
    await other.locator('.answer[data-decision="allow"]').waitFor();
  });

  test("opens below an example", async () => {
    const page = await served.visitor();
    await page.goto(served.address("rules/skip-needs-reason.html"));
    await page.getByRole("link", { name: /^Try it: stella promotion gate skip p-17 cve-scan$/ }).click();
    await page.locator('.example .answer[data-decision="deny"]').waitFor();
    expect(page.url()).toContain("rules/skip-needs-reason.html");
  });

  test("steps through a playbook", async () => {
    const page = await served.visitor();
    await page.goto(served.address("check.html#playbook=redfix"));
    const ready = page.locator(".group.ready li code").first();
    await ready.waitFor();
    expect(await ready.textContent()).toBe("isolate");
    await page.getByLabel("isolate", { exact: true }).selectOption("Pass");
    await expect.poll(() => ready.textContent()).toBe("root-cause");
    expect(decodeURIComponent(new URL(page.url()).hash)).toContain("isolate=Pass");
    expect(await page.locator(".group.waiting").first().textContent()).toContain(
      "for classify, which is Not Started",
    );
  });

  test("decides a table", async () => {
    const page = await served.visitor();
    await page.goto(served.address("check.html#decision=e2e-gate&i.trigger=workflow_dispatch"));
    await page.locator('.answer[data-status="decided"]').waitFor();
    expect(await page.locator(".answer").textContent()).toContain("proceed");
    await page.getByLabel("trigger").selectOption("publish-workspace-server-image");
    await page.locator('.answer[data-status="undecided"]').waitFor();
    expect(await page.locator(".answer").textContent()).toContain("e2e-status");
  });
});

test("a node of a graph leads to its task", async () => {
  const page = await served.visitor();
  await page.goto(served.address("playbooks/konflux-release.html"));
  await page.locator(".bylaw-graph a", { hasText: "push-to-cdn-staging" }).click();
  await page.waitForURL(/#task-/);
  expect(await page.locator("h2:target").textContent()).toContain("push-to-cdn-staging");
});

test("a theme is kept from page to page", async () => {
  const page = await served.visitor({ colorScheme: "light" });
  await page.goto(served.address("index.html"));
  const ground = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "Auto colours" }).click();
  await page.getByRole("button", { name: "Light colours" }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.goto(served.address("rules/exclude-blacklist.html"));
  expect(await ground()).toBe(dark);
});

test("a runbook's placeholders are filled in from a link, and quoted", async () => {
  const page = await served.visitor();
  await page.goto(served.address("runbooks/promotion-stuck.html#promotion-id=p+17"));
  const first = page.locator("pre", { hasText: "promotion status" }).first();
  await expect.poll(() => first.textContent()).toContain("stella promotion status 'p 17'");
});

test("by the keyboard the first stop leads past the navigation, and every stop is seen", async () => {
  const page = await served.visitor();
  await page.goto(served.address("rules/exclude-blacklist.html"));
  await page.keyboard.press("Tab");
  const skip = page.locator(".skip");
  expect(await skip.evaluate((e) => e === document.activeElement)).toBe(true);
  expect(await skip.evaluate((e) => e.getBoundingClientRect().top >= 0)).toBe(true);
  await page.keyboard.press("Enter");
  expect(page.url()).toMatch(/#[\w-]+$/);
  for (let stop = 0; stop < 8; stop++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null) return { isIn: false, outline: "" };
      return { isIn: at.closest("main") !== null, outline: getComputedStyle(at).outlineStyle };
    });
    expect(seen).toEqual({ isIn: true, outline: expect.not.stringMatching(/^(?:none)?$/) as string });
  }
});

test("nothing moves for those who want no motion", async () => {
  const scrolling = async (reducedMotion: "reduce" | "no-preference"): Promise<string> => {
    const page = await served.visitor({ reducedMotion });
    await page.goto(served.address("index.html"));
    return page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  };
  expect(await scrolling("reduce")).toBe("auto");
  expect(await scrolling("no-preference")).toBe("smooth");
});

test("a runbook is printed with its commands, and without what only a screen can do", async () => {
  const page = await served.visitor();
  await page.goto(served.address("runbooks/promotion-stuck.html"));
  const seen = (): Promise<boolean[]> =>
    Promise.all([".top", ".bottom", ".copy"].map((part) => page.locator(part).first().isVisible()));
  expect(await seen()).toEqual([true, true, true]);
  await page.emulateMedia({ media: "print" });
  expect(await seen()).toEqual([false, false, false]);
  expect(await page.locator("pre", { hasText: "promotion status" }).first().isVisible()).toBe(true);
});

test("rules are filtered by tool and verdict", async () => {
  const page = await served.visitor();
  await page.goto(served.address("rules.html"));
  await page.getByLabel("Tool").selectOption("stella");
  await page.getByLabel("Verdict").selectOption("warns");
  const shown = page.locator("#all .rule .meta");
  expect(await shown.allInnerTexts()).toEqual(["target-where-it-connects", "env-where-it-lists"]);
});

test("without JavaScript everything is there but the checker, which says so", async () => {
  const page = await served.visitor({ javaScriptEnabled: false });
  await page.goto(served.address("index.html"));
  await page.getByRole("navigation").getByRole("link", { name: "Rules", exact: true }).click();
  await page
    .getByRole("link", { name: /atvm-blacklist machine to cmc-templates/ })
    .first()
    .click();
  expect(await page.locator("main").textContent()).toContain("known not to be testable");
  await page.goto(served.address("check.html"));
  expect(await page.locator("main").textContent()).toContain("bylaw check");
});

describe.each(["light", "dark"] as const)("in %s, on a phone", (colorScheme) => {
  test(
    "axe finds nothing on any kind of page, and none is wider than the screen",
    async () => {
      const page = await served.visitor({
        colorScheme,
        viewport: { width: 390, height: 844 },
        bypassCSP: true,
      });
      const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      await page.addInitScript(axe);
      const wrong: string[] = [];
      for (const kind of KINDS) {
        await page.goto("about:blank");
        await page.goto(served.address(kind));
        if (kind.startsWith("check.html")) await page.locator(".answer > *").first().waitFor();
        if (kind === "rules.html") await page.getByLabel("Tool").waitFor();
        wrong.push(...(await violations(page)).map((v) => `${kind}: ${v}`));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) wrong.push(`${kind} is ${over} pixels too wide`);
      }
      expect(wrong).toEqual([]);
    },
    SLOW,
  );
});

test("hostile sources do nothing", async () => {
  const site = await siteOf(new TestProject(HOSTILE).folder, { anyway: true });
  const hostile = await Served.start(site, browser);
  const page = await hostile.visitor();
  for (const path of pagesIn(site).keys()) {
    await page.goto(hostile.address(path.split("/").map(encodeURIComponent).join("/")));
    if (path.startsWith("rules/")) for (const link of await page.locator("a.try").all()) await link.click();
    expect([path, await page.evaluate(() => Reflect.get(globalThis, "pwned"))]).toEqual([path, undefined]);
  }
  await page.goto(
    hostile.address(
      `check.html#c=${encodeURIComponent("deployctl --force '<img src=x onerror=globalThis.pwned=50>'")}`,
    ),
  );
  await page.locator('.answer[data-decision="deny"]').waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, "pwned"))).toBeUndefined();
  expect(hostile.problems).toEqual([]);
  await hostile.stop();
});

test("no page has had an error or asked for anything elsewhere", () => {
  expect(served.problems).toEqual([]);
});

/** How the command line is told a fact, or the status of a task. */
function toldOf(name: string, value: string, project: TestProject): string[] {
  const workflow = policy.workflows.find((w) => w.tasks.some((t) => t.name === name));
  if (workflow === undefined) return ["--fact", `${name}=${value}`];
  project.write("state.json", JSON.stringify({ playbook: workflow.name, tasks: { [name]: value } }));
  return ["--state", "state.json"];
}

/** Puts a state into the checker's address and waits for its answer: the decision, and what the findings name. */
async function verdictIn(page: Page, state: URLSearchParams): Promise<[string, string[]]> {
  return await page.evaluate(async (hash) => {
    const text = new URLSearchParams(hash).get("c") ?? "";
    location.hash = hash;
    for (let tries = 0; tries < 400; tries++) {
      const answer = document.querySelector<HTMLElement>(".answer");
      if (answer?.dataset["for"] === text && answer.dataset["state"] === hash)
        return [
          answer.dataset["decision"] ?? "",
          [...answer.querySelectorAll(".finding > p:first-child > strong")].map((e) => e.textContent ?? ""),
        ] as [string, string[]];
      await new Promise((done) => setTimeout(done, 5));
    }
    throw new Error(`no answer for ${text}`);
  }, state.toString());
}

async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    return await axe.run({ resultTypes: ["violations"] });
  });
  return results.violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 3)
        .map((n) => n.html.slice(0, 160))
        .join(" | ")}`,
  );
}
