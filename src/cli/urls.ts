// Leads from findings to the pages of their rules, where the project says where its site is.
import type { Verdict } from "../policy/types.ts";
import { ruleUrl } from "../site/paths.ts";
import { findProject } from "./io/project.ts";

/** A verdict whose findings have the address of their rule's page; the verdict itself where the project names no site. */
export function withUrls(verdict: Verdict, cwd: string): Verdict {
  const project = findProject(cwd);
  const site = "problem" in project ? undefined : project.config.site;
  if (site === undefined) return verdict;
  const findings = verdict.findings.map((f) =>
    f.rule === undefined ? f : { ...f, url: ruleUrl(site, f.rule) },
  );
  return { ...verdict, findings };
}
