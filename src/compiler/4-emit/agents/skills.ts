// Skills: one for each document with something to follow (a playbook, a runbook, a report, evidence), with references.
import type { Guidance, Policy, Workflow } from "../../../policy/types.ts";
import { briefOf } from "../pages/brief.ts";
import type { AgentFile, PlanInput } from "./agent-file.ts";
import { frontmatter, quoted } from "./frontmatter.ts";
import { bindingRules, guidanceLine, placeOf } from "./lines.ts";
import { type Reference, referencesOf } from "./references.ts";
import { baseName, uniqueName } from "./scopes.ts";
import type { Pairs, Target } from "./targets/target.ts";
import { plain, shortened, withoutArguments } from "./text.ts";
import { guidanceByFile, type Homes, homeOf } from "./units.ts";

/** The most characters of a description, by the open specification. */
const MOST_DESCRIPTION = 1_024;
/** Longer guidance stands in a file of its own, and of more parts the page tells: a skill's body stays short. */
const MOST_GUIDANCE = 100;
const MOST_PARTS = 100;
/** Most names and signs that a description lists, so that it stays short. */
const MOST_NAMES = 8;

/** The name of each document's skill, by the document's file. */
export function skillsOf(policy: Policy): Map<string, string> {
  const files = new Set(
    [...policy.workflows, ...policy.runbooks, ...policy.reports, ...policy.evidence].map(
      (p) => p.source.file,
    ),
  );
  const taken = new Set<string>();
  const inOrder = policy.sources.map((s) => s.file).filter((file) => files.has(file));
  return new Map(inOrder.map((file) => [file, uniqueName(baseName(file), taken)]));
}

/** The files of all skills, for each target that has skills. */
export function skillFiles(
  input: PlanInput,
  skills: ReadonlyMap<string, string>,
  homes: Homes | undefined,
): AgentFile[] {
  const guided = guidanceByFile(input.policy);
  const made = [...skills].map(([file, name]) => {
    const isGuided = homes === undefined || homeOf(homes, "guidance", file) === "skill";
    const guidance = isGuided ? (guided.get(file) ?? []) : [];
    const isLong = guidance.length > MOST_GUIDANCE;
    const references = referencesOf(input, file, isLong ? guidance : []);
    return { file, name, references, guided: guidance.length > 0, guidance: isLong ? [] : guidance };
  });
  return input.targets.flatMap((target) =>
    target.skills === undefined ? [] : made.flatMap((skill) => filesOf(input, target, skill)),
  );
}

interface Skill {
  readonly file: string;
  readonly name: string;
  readonly references: readonly Reference[];
  /** Whether the guidance of its document stands in it, and what of it in the body. */
  readonly guided: boolean;
  readonly guidance: readonly Guidance[];
}

function filesOf(input: PlanInput, { id, skills }: Target, skill: Skill): AgentFile[] {
  const folder = `${skills?.folder}/${skill.name}`;
  const isClaude = skills?.claude === true;
  const body = input.templates.render("skill.md.hbs", skillData(input.policy, skill));
  const front = frontmatter(frontOf(input.policy, skill, isClaude));
  const base = { target: id, loads: "on demand", form: "whole" } as const;
  return [
    { ...base, path: `${folder}/SKILL.md`, text: front + (isClaude ? withoutArguments(body) : body) },
    ...skill.references.map(({ path, text }) => ({ ...base, path: `${folder}/${path}`, text })),
  ];
}

function frontOf(policy: Policy, { file, name, guided }: Skill, isClaude: boolean): Pairs {
  const hasEffects = policy.workflows.some((w) => w.source.file === file && changesSomething(w));
  return [
    ["name", quoted(name)],
    ["description", quoted(descriptionOf(policy, file, guided))],
    // A model shall not begin on its own what changes the world; a person calls it by its name.
    ...(isClaude && hasEffects ? [["disable-model-invocation", "true"] as const] : []),
    ["metadata", `\n  source: ${quoted(file)}`],
  ];
}

/** Whether a playbook runs anything. */
function changesSomething({ tasks }: Workflow): boolean {
  return tasks.some((task) => task.runs !== undefined);
}

/** What it is, and when to use it. No angle brackets: a description is not to hold tags. */
function descriptionOf(policy: Policy, file: string, guided: boolean): string {
  const of = <T extends { readonly source: { readonly file: string } }>(all: readonly T[]): T[] =>
    all.filter((one) => one.source.file === file);
  const names = (all: readonly { readonly name: string }[]): string =>
    `${all
      .slice(0, MOST_NAMES)
      .map((one) => one.name)
      .join(", ")}${all.length > MOST_NAMES ? " and more" : ""}`;
  const said = [
    ...of(policy.runbooks).map((r) => {
      const signs = [...r.alerts.map((a) => a.name), ...r.errors.map((e) => e.text)].slice(0, MOST_NAMES);
      return `Runbook: ${r.title}. Use when ${signs.length === 0 ? "an incident shows its symptoms" : `an incident shows ${signs.join(", ")}`}.`;
    }),
    ...of(policy.workflows).map(
      (w) =>
        `Playbook ${w.name}: ${names([...w.tasks, ...w.waits, ...w.gates])}. Use when it is started, continued or asked about.`,
    ),
    ...of(policy.reports).map((r) => `Report ${r.name}. Use when it is to be written.`),
    ...of(policy.evidence).map((e) => `Evidence ${e.name}. Use when its results are to be shown.`),
  ];
  const isProcedure = of([...policy.workflows, ...policy.runbooks]).length > 0;
  if (guided && !isProcedure) said.push(`Guidance of ${file}. Use for any work that it is about.`);
  const text = plain(said.join(" ")).replaceAll("`", "").replaceAll("&lt;", "<");
  return shortened(text.replaceAll("<", "(").replaceAll(">", ")"), MOST_DESCRIPTION);
}

function skillData(policy: Policy, { file, name, references, guidance }: Skill): object {
  const workflow = policy.workflows.find((w) => w.source.file === file);
  const runbook = policy.runbooks.find((r) => r.source.file === file);
  const brief = workflow === undefined ? undefined : briefOf(workflow);
  const symptoms = runbook?.sections.filter((s) => s.kind === "symptoms").flatMap((s) => s.steps) ?? [];
  const rules = bindingRules(policy).filter((r) => r.source.file === file);
  const nameOf = (all: readonly { readonly name: string; readonly source: { readonly file: string } }[]) =>
    all.filter((one) => one.source.file === file).map((one) => one.name);
  return {
    title: plain(runbook?.title ?? workflow?.name ?? name),
    rules: rules.map((r) => `\`${r.id}\``).join(", "),
    playbook: brief !== undefined,
    counts: brief?.counts ?? "",
    command: brief?.command ?? "",
    drawing: brief?.drawing ?? "",
    parts: shortenedParts(brief?.parts ?? []),
    runbook: runbook?.name ?? "",
    alerts: runbook?.alerts.map((a) => `\`${a.name}\``).join(", ") ?? "",
    symptoms: shortenedParts(symptoms.map((s) => plain(s.text)).filter((text) => text !== "")),
    reports: nameOf(policy.reports),
    evidence: nameOf(policy.evidence),
    guidance: guidance.map(guidanceLine),
    references: references.map(({ path, about }) => ({ path, about })),
    place: placeOf((workflow ?? runbook)?.source ?? { file, line: 1, column: 1, endLine: 1, endColumn: 1 }),
  };
}

/** The first of many lines, and how many more the files of the skill tell. */
function shortenedParts(parts: readonly string[]): readonly string[] {
  const rest = parts.length - MOST_PARTS;
  return rest > 0 ? [...parts.slice(0, MOST_PARTS), `and ${rest} more, in the files below`] : parts;
}
