// The whole site, in memory: every page with its Markdown, the data of the checker, and what llms.txt says.

import type { Policy, Rule, Runbook, Superseded } from "../policy/types.ts";
import { stepsWithVerdicts } from "../runbooks/steps.ts";
import { carriersOf } from "../validators/carriers.ts";
import { dataScript } from "./data-script.ts";
import type { Page, SiteFile } from "./page.ts";
import { checkPage } from "./pages/check.ts";
import { decisionPages, decisionsPage } from "./pages/decisions.ts";
import { guidancePages } from "./pages/guidance.ts";
import { listPages, listsPage } from "./pages/lists.ts";
import { logPages, summaries } from "./pages/log.ts";
import { partPages, playbookPages, playbooksPage } from "./pages/playbooks.ts";
import { commandsPages, diagnosticsPages, referencePage, sourcesPages } from "./pages/reference.ts";
import { reportPage, reportsPage } from "./pages/reports.ts";
import { rulePages } from "./pages/rule.ts";
import { rulesData, rulesPages } from "./pages/rules.ts";
import { runbookPages, runbooksPage } from "./pages/runbooks.ts";
import { startPage } from "./pages/start.ts";
import { Paths } from "./paths.ts";
import type { Site, SiteInput, SiteTools } from "./site.ts";
import { sourcePages } from "./source/documents.ts";
import { usesOf } from "./uses.ts";
import { filesOf, markdownPath } from "./write-page.ts";

/** What was built. `searchable` are the pages that search finds. */
export interface BuiltSite {
  readonly files: readonly SiteFile[];
  readonly searchable: readonly string[];
}

/** Builds the site. The same input gives the same bytes. */
export function buildSite(input: SiteInput, tools: SiteTools): BuiltSite {
  const { policy, documents } = input;
  const paths = {
    list: new Paths(
      "lists",
      policy.lists.map((l) => l.name),
    ),
    playbook: new Paths(
      "playbooks",
      policy.workflows.map((w) => w.name),
    ),
    runbook: new Paths(
      "runbooks",
      policy.runbooks.map((r) => r.name),
    ),
    decision: new Paths(
      "decisions",
      policy.decisions.map((d) => d.name),
    ),
    report: new Paths(
      "reports",
      policy.reports.map((r) => r.name),
    ),
    source: new Paths(
      "sources",
      documents.map((d) => d.file),
    ),
  };
  const sources = sourcePages(documents, policy, paths.source, tools);
  const known = new Map<string, Rule | Superseded>(
    [...policy.history.superseded, ...policy.rules].map((r) => [r.id, r]),
  );
  const parts = new Map(policy.workflows.map((w) => [w.name, partPages(w, paths.playbook.of(w.name) ?? "")]));
  const site: Site = {
    ...input,
    tools,
    paths,
    pictures: { files: new Map(), inline: new Map() },
    ruleOf: (id) => known.get(id),
    placeOf: sources.placeOf,
    partOf: (playbook, name) => parts.get(playbook)?.get(name),
  };
  const carriers = policy.tools.flatMap(carriersOf);
  const steps = new Map(
    policy.runbooks.flatMap((runbook) => {
      const said = stepsWithVerdicts(runbook, new Map(), { check: tools.check, carriers });
      return "sections" in said ? [[runbook, said] as const] : [];
    }),
  );
  const entries = summaries(sources.entries, site);
  const naming = rulesByList(policy);
  const pages: Page[] = [
    startPage(site, entries),
    ...rulesPages(site),
    ...rulePages(site, usesOf(site, steps)),
    playbooksPage(site),
    ...policy.workflows.flatMap((w) => playbookPages(w, site)),
    decisionsPage(site),
    ...policy.decisions.flatMap((d) => decisionPages(d, site)),
    runbooksPage(site),
    ...policy.runbooks.flatMap((r: Runbook) => runbookPages(r, steps.get(r), site)),
    ...logPages(entries),
    ...guidancePages(site),
    checkPage(),
    referencePage(),
    ...sourcesPages(site),
    ...sources.pages,
    listsPage(site),
    ...policy.lists.flatMap((l) => listPages(l, site, naming.get(l.name) ?? [])),
    reportsPage(site),
    ...policy.reports.map((r) => reportPage(r, site)),
    ...diagnosticsPages(site),
    ...commandsPages(input.commands),
  ];
  const files = pages.flatMap((page) => filesOf(page, site));
  const pictures = [...site.pictures.files].map(([path, content]) => ({ path, content }));
  return {
    files: [
      ...files,
      ...pictures,
      ...[...tools.assets].map(([path, content]) => ({ path, content })),
      { path: "assets/rules.js", content: rulesData(site) },
      { path: "assets/policy.js", content: policyData(policy) },
      { path: "llms.txt", content: llms(pages, input.title) },
    ],
    searchable: pages.flatMap((p) => (p.unsearched === true ? [] : [p.path])),
  };
}

function rulesByList(policy: Policy): Map<string, Rule[]> {
  const naming = new Map<string, Rule[]>();
  for (const rule of policy.rules)
    if ("list" in rule) naming.set(rule.list, [...(naming.get(rule.list) ?? []), rule]);
  return naming;
}

/** What the checker in the browser needs of the policy. */
function policyData(policy: Policy): string {
  const small: Policy = {
    ...policy,
    guidance: [],
    runbooks: [],
    history: { superseded: [], lists: [], reports: [] },
    rules: policy.rules.map((rule) => ({ ...rule, examples: [] })),
  };
  return dataScript("bylawPolicy", small);
}

/** For agents that read the site: what it is, and the Markdown of every page. */
function llms(pages: readonly Page[], title: string): string {
  const lines = pages
    .filter((p) => p.path !== "check.html")
    .map(
      (p) =>
        `- [${p.title.replace(/[[\]\\]/g, "\\$&")}](${markdownPath(p.path).split("/").map(encodeURIComponent).join("/")}): ${p.about.replace(/\s+/g, " ")}`,
    );
  return `# ${title.replace(/\s+/g, " ")}\n\n> Rules, playbooks and runbooks that are enforced here. Every page is there as Markdown.\n\n## Pages\n\n${lines.join("\n")}\n`;
}
