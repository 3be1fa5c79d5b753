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

/** Most folders that are named in one line. */
const MOST_FOLDERS = 3;

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
  const away = <T extends Sourced & { readonly name: string }>(
    kind: "report" | "evidence" | "list" | "playbook",
    all: readonly T[],
  ) => all.filter((one) => homeOf(homes, kind, one.name) !== "here");
  const pointers = <T extends Sourced>(all: readonly T[], line: (one: T) => string): string[] =>
    capped(all, line, homes.pointers);
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
    reportPointers: pointers(
      away("report", policy.reports),
      (r) => `\`${r.name}\`: \`bylaw report ${r.name}\`${note(r.source.file)} (${where(r)})`,
    ),
    lists: here("list", policy.lists).map(listLines),
    listPointers: pointers(
      away("list", policy.lists),
      (l) => `\`${l.name}\`: ${l.members.length} members (${where(l)})`,
    ),
    playbooks: here("playbook", policy.workflows).map(briefOf),
    playbookPointers: pointers(away("playbook", policy.workflows), (w) => {
      const { name, counts, command } = briefOf(w);
      return `${name}: ${counts}; ${command}${note(w.source.file)} (${where(w)})`;
    }),
    evidence: here("evidence", policy.evidence).map(evidenceLines),
    evidencePointers: pointers(
      away("evidence", policy.evidence),
      (e) => `\`${e.name}\`: ${e.columns.length} columns${note(e.source.file)} (${where(e)})`,
    ),
    runbooks: pointers(policy.runbooks, (r) => runbookLine(r, homes.skills.get(r.source.file) ?? "")),
    ...guidanceData(policy, homes),
  };
}

interface Sourced {
  readonly source: { readonly file: string; readonly line: number };
}

function where({ source }: Sourced): string {
  return `${source.file}:${source.line}`;
}

/** At most so many lines; what is left out is counted, with the folders that it is in. */
function capped<T extends Sourced>(all: readonly T[], line: (one: T) => string, most: number): string[] {
  const rest = all.slice(most);
  const folders = [...new Set(rest.map(({ source }) => source.file.replace(/[^/]*$/, "") || "./"))].sort();
  const shown = folders.slice(0, MOST_FOLDERS).map((folder) => `\`${folder}\``);
  const more = folders.length > MOST_FOLDERS ? [...shown, "…"] : shown;
  const last = rest.length === 0 ? [] : [`and ${rest.length} more, in ${more.join(", ")}`];
  return [...all.slice(0, most).map(line), ...last];
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
  const away = all.flatMap(([file, items]) => {
    const home = homeOf(homes, "guidance", file);
    const [first] = items;
    if (home === "here" || first === undefined) return [];
    const points = `${items.length} ${items.length === 1 ? "point" : "points"}`;
    const globs = scoped(file)?.written.map((g) => `\`${g}\``);
    const about = globs === undefined ? "" : ` about ${globs.join(", ")}`;
    const place = placeOf(first.source);
    const skill = homes.skills.get(file);
    const line =
      home === "skill" ? `${points} in skill \`${skill}\` (${place})` : `${points}${about} (${place})`;
    return [{ source: first.source, line }];
  });
  return { guidance, scopes, guidancePointers: capped(away, ({ line }) => line, homes.pointers) };
}
