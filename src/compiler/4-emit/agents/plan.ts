// Which file of which host holds what: the always-on text, what is scoped, skills and settings.
import { scopeOutside } from "../../messages/generated.ts";
import type { AgentFile, Plan, PlanInput } from "./agent-file.ts";
import { carriers, type Fit, fitted } from "./budget.ts";
import { frontmatter } from "./frontmatter.ts";
import { scopedFiles } from "./scoped-files.ts";
import { outsideGlob, type Scope, scopesOf } from "./scopes.ts";
import { skillFiles, skillsOf } from "./skills.ts";
import type { Target } from "./targets/target.ts";
import { guidanceByFile, homeOf } from "./units.ts";

/** All files for agents. Throws a `TemplateError` where a template can't be used. */
export function planAgents(input: PlanInput): Plan {
  const { policy, targets } = input;
  const outside = policy.sources.flatMap(({ file, appliesTo = [] }) =>
    appliesTo.flatMap((glob) => {
      const reason = outsideGlob(glob);
      const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
      return reason === undefined ? [] : [scopeOutside(at, { glob: `\`${glob}\``, reason })];
    }),
  );
  if (outside.length > 0) return { files: [], spilled: [], problems: outside };
  const guided = guidanceByFile(policy);
  const scopes = scopesOf(policy).filter((s) => guided.has(s.file));
  const skills = targets.some((t) => t.skills !== undefined) ? skillsOf(policy) : new Map<string, string>();
  const fits = carriers(targets).map((target) => fitted(target, scopes, skills, input));
  const root = fits.find((f) => f.target.id === "agents-md");
  const scoped = scopedFiles(input, elsewhere(scopes, fits[0]), root);
  const files = [
    ...fits.flatMap(({ target, text }) => alwaysFile(target, text)),
    ...imports(targets, root !== undefined),
    ...scoped.files,
    ...skillFiles(input, skills, fits[0]?.homes),
    ...(root === undefined ? [] : settingsFiles(targets)),
  ];
  return {
    files: inOrder(files, targets),
    spilled: [...fits.flatMap((f) => f.spilled), ...scoped.spilled],
    problems: [...fits.flatMap((f) => f.problems), ...scoped.problems],
  };
}

/** The scopes whose guidance stands in no skill. */
function elsewhere(scopes: readonly Scope[], fit: Fit | undefined): Scope[] {
  return scopes.filter((s) => fit === undefined || homeOf(fit.homes, "guidance", s.file) !== "skill");
}

function alwaysFile({ id, always }: Target, text: string): AgentFile[] {
  if (always === undefined) return [];
  const { path, front, shared } = always;
  const form = shared ? "block" : "whole";
  return [{ path, target: id, loads: "always", form, text: shared ? text : frontmatter(front) + text }];
}

function imports(targets: readonly Target[], hasRoot: boolean): AgentFile[] {
  return targets.flatMap(({ id, always, imports }) =>
    hasRoot && imports !== undefined && always !== undefined
      ? [{ path: always.path, target: id, loads: "always", form: "block", text: `${imports}\n` } as const]
      : [],
  );
}

function settingsFiles(targets: readonly Target[]): AgentFile[] {
  return targets.flatMap(({ id, settings }) => {
    if (settings === undefined) return [];
    const { file, path, names } = settings;
    const value = [...path].reverse().reduce<unknown>((inner, key) => ({ [key]: inner }), names);
    const text = `${JSON.stringify(value, null, 2)}\n`;
    return [{ path: file, target: id, loads: "always", form: "settings", text } as const];
  });
}

/** In the order of the targets, then of paths. */
function inOrder(files: readonly AgentFile[], targets: readonly Target[]): AgentFile[] {
  const rank = (file: AgentFile): number => targets.findIndex((t) => t.id === file.target);
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
