// The text that every session begins with: rules first, then what points to procedures, then guidance.
import type { Policy } from "../../../policy/types.ts";
import { evidenceLines } from "../evidence.ts";
import { briefOf } from "../pages/brief.ts";
import type { Templates } from "../templates.ts";
import {
  actionRules,
  groupOf,
  guidanceLine,
  listLines,
  placeOf,
  type RuleGroup,
  reportLines,
  ruleLine,
  runbookLine,
  skillNote,
} from "./lines.ts";
import { guidanceByFile, type Homes, homeOf } from "./units.ts";

/** Renders the always-on text of a policy, with every unit in its home. */
export function renderAlwaysOn(policy: Policy, homes: Homes, templates: Templates): string {
  return templates.render("AGENTS.md.hbs", alwaysOnData(policy, homes));
}

/** What the template is given. */
function alwaysOnData(policy: Policy, homes: Homes): object {
  const rules = actionRules(policy);
  const group = (name: RuleGroup) =>
    rules.filter((rule) => groupOf(rule) === name).map((rule) => ruleLine(rule, policy, homes.whys));
  const here = <T extends { readonly name: string }>(
    kind: "report" | "evidence" | "list" | "playbook",
    all: readonly T[],
  ) => all.filter((one) => homeOf(homes, kind, one.name) === "here");
  const away = <
    T extends { readonly name: string; readonly source: { readonly file: string; readonly line: number } },
  >(
    kind: "report" | "evidence" | "list" | "playbook",
    all: readonly T[],
  ) => all.filter((one) => homeOf(homes, kind, one.name) !== "here");
  const note = (file: string): string => skillNote(homes.skills.get(file) ?? "");
  return {
    revision: policy.revision.slice(0, 12),
    sources: policy.sources.map((s) => s.file),
    denied: group("denied"),
    asked: group("asked"),
    lifted: group("lifted"),
    preferred: group("preferred"),
    isShort: !homes.whys,
    reports: here("report", policy.reports).map((report) => reportLines(report, policy)),
    reportPointers: away("report", policy.reports).map(
      (r) => `\`${r.name}\`: \`bylaw report ${r.name}\`${note(r.source.file)} (${where(r)})`,
    ),
    lists: here("list", policy.lists).map(listLines),
    listPointers: away("list", policy.lists).map(
      (l) => `\`${l.name}\`: ${l.members.length} members (${where(l)})`,
    ),
    playbooks: here("playbook", policy.workflows).map(briefOf),
    playbookPointers: away("playbook", policy.workflows).map((w) => {
      const { name, counts, command } = briefOf(w);
      return `${name}: ${counts}; ${command}${note(w.source.file)} (${where(w)})`;
    }),
    evidence: here("evidence", policy.evidence).map(evidenceLines),
    evidencePointers: away("evidence", policy.evidence).map(
      (e) => `\`${e.name}\`: ${e.columns.length} columns${note(e.source.file)} (${where(e)})`,
    ),
    runbooks: policy.runbooks.map((r) => runbookLine(r, homes.skills.get(r.source.file) ?? "")),
    ...guidanceData(policy, homes),
  };
}

function where({ source }: { readonly source: { readonly file: string; readonly line: number } }): string {
  return `${source.file}:${source.line}`;
}

function guidanceData(policy: Policy, homes: Homes): object {
  const all = [...guidanceByFile(policy)];
  const scoped = (file: string) => homes.scopes.find((s) => s.file === file);
  const here = all.filter(([file]) => homeOf(homes, "guidance", file) === "here");
  const guidance = here
    .filter(([file]) => scoped(file) === undefined)
    .flatMap(([, items]) => items.map(guidanceLine));
  const scopes = here.flatMap(([file, items]) => {
    const scope = scoped(file);
    if (scope === undefined) return [];
    return [{ globs: scope.written.map((g) => `\`${g}\``).join(", "), guidance: items.map(guidanceLine) }];
  });
  const pointers = all.flatMap(([file, items]) => {
    const home = homeOf(homes, "guidance", file);
    const [first] = items;
    if (home === "here" || first === undefined) return [];
    const points = `${items.length} ${items.length === 1 ? "point" : "points"}`;
    const skill = homes.skills.get(file);
    if (home === "skill") return [`${points} in skill \`${skill}\` (${placeOf(first.source)})`];
    const globs = scoped(file)
      ?.written.map((g) => `\`${g}\``)
      .join(", ");
    const about = globs === undefined ? "" : ` about ${globs}`;
    return [`${points}${about} (${placeOf(first.source)})`];
  });
  return { guidance, scopes, guidancePointers: pointers };
}
