// Fits the always-on text into what its host takes: what doesn't fit goes elsewhere in a stated order, and is reported.
import type { Policy } from "../../../policy/types.ts";
import type { Diagnostic } from "../../messages/diagnostic.ts";
import { ruleNotPlaced } from "../../messages/generated.ts";
import { newFileWithBlock } from "../marked-block.ts";
import type { PlanInput, Spill } from "./agent-file.ts";
import { renderAlwaysOn } from "./always-on.ts";
import { frontmatter } from "./frontmatter.ts";
import { bindingRules } from "./lines.ts";
import { inUnit, sizeOf } from "./measure.ts";
import type { Scope } from "./scopes.ts";
import type { Limit, Target } from "./targets/target.ts";
import { type Home, type Homes, keyOf, type Unit, type UnitKind, unitsOf } from "./units.ts";

/** About how many bytes a line takes that points elsewhere. */
const LINE = 120;
/** Lines of each kind that point elsewhere are cut to so many, step by step, when nothing else is left to move. */
const FEWER_POINTERS = [50, 20, 5];

/** The always-on text of one target, and what of it went elsewhere. */
export interface Fit {
  readonly target: Target;
  readonly text: string;
  readonly homes: Homes;
  readonly spilled: readonly Spill[];
  readonly problems: readonly Diagnostic[];
}

/** Most rounds of rendering; each takes out what the last one was too large by. */
const MOST_ROUNDS = 20;

/** The targets that carry the always-on text: AGENTS.md, what is to have it all the same, or else each host's own file. */
export function carriers(targets: readonly Target[]): Target[] {
  const shared = targets.filter((t) => t.id === "agents-md" || t.alwaysToo === true);
  return targets.some((t) => t.id === "agents-md") ? shared : targets.filter((t) => t.always !== undefined);
}

/** Fits the text: below the soft limit if it can be, below the hard one or with a problem. */
export function fitted(
  target: Target,
  scopes: readonly Scope[],
  skills: ReadonlyMap<string, string>,
  { policy, targets, templates, around }: PlanInput,
): Fit {
  const units = unitsOf(policy);
  const procedures = new Set([...policy.workflows, ...policy.runbooks].map((p) => p.source.file));
  const homes = new Map<string, Home>(
    units.map((u) => [keyOf(u), firstHome(u, target, scopes, skills, procedures)]),
  );
  const path = target.always?.path ?? "";
  const spilled: Spill[] = [];
  let whys = true;
  let pointers = Number.POSITIVE_INFINITY;
  const render = (): string =>
    renderAlwaysOn(policy, { units: homes, scopes, skills, whys, pointers }, templates);
  const over = (text: string, limit: Limit | undefined): number =>
    limit === undefined ? 0 : sizeIn(text, target, around(path), limit) - limit.most;
  let text = render();
  const aim = target.soft ?? target.hard;
  const canScope = target.id === "agents-md" && targets.some((t) => t.scoped !== undefined);
  const move = (steps: readonly Step[]): void => {
    const left = [...steps];
    for (let round = 0; round < MOST_ROUNDS && over(text, aim) > 0 && left.length > 0; round++) {
      let room = aim?.unit === "lines" ? over(text, aim) * LINE : over(text, aim);
      while (room > 0 || round === MOST_ROUNDS - 1) {
        const step = left.shift();
        if (step === undefined) break;
        homes.set(keyOf(step.unit), step.to);
        room -= step.unit.bytes;
        spilled.push(spillOf(step.unit, path, step.to));
      }
      text = render();
    }
  };
  const steps = spillSteps(units, homes, canScope ? scopes : [], skills);
  const isWorth = ({ to, unit }: Step): boolean => to !== "pointer" || unit.bytes > LINE;
  move(steps.filter(isWorth));
  for (const most of FEWER_POINTERS) {
    if (over(text, aim) <= 0) break;
    const before = sizeOf(text).bytes;
    pointers = most;
    text = render();
    const bytes = before - sizeOf(text).bytes;
    const what = `all but ${most} lines of each kind that point elsewhere`;
    if (bytes > 0) spilled.push({ what, from: path, to: "their folders", bytes });
  }
  move(steps.filter((step) => !isWorth(step)));
  if (over(text, target.hard) > 0 && bindingRules(policy).some((r) => r.because !== undefined)) {
    whys = false;
    const before = sizeOf(text).bytes;
    text = render();
    spilled.push({
      what: "the reasons of rules",
      from: path,
      to: "bylaw explain",
      bytes: before - sizeOf(text).bytes,
    });
  }
  const problems = unplaced(policy, target, text, over(text, target.hard));
  return { target, text, homes: { units: homes, scopes, skills, whys, pointers }, spilled, problems };
}

/** The size of the file that the text becomes, with what people wrote around it. */
function sizeIn(text: string, { always }: Target, around: string, { unit }: Limit): number {
  const file = always?.shared === true ? newFileWithBlock(text) : frontmatter(always?.front ?? []) + text;
  return inUnit(sizeOf(file), unit) + inUnit(sizeOf(around), unit);
}

function firstHome(
  { kind, file }: Unit,
  { id, scoped, nested }: Target,
  scopes: readonly Scope[],
  skills: ReadonlyMap<string, string>,
  procedures: ReadonlySet<string>,
): Home {
  if (kind !== "list" && kind !== "guidance" && skills.has(file)) return "skill";
  if (kind === "guidance" && procedures.has(file) && skills.has(file)) return "skill";
  const scope = kind === "guidance" ? scopes.find((s) => s.file === file) : undefined;
  if (scope === undefined) return "here";
  const inFolders = nested !== undefined && scope.folders.length > 0;
  return inFolders || (id !== "agents-md" && scoped !== undefined) ? "scoped" : "here";
}

interface Step {
  readonly unit: Unit;
  readonly to: Home;
}

/** Which kinds are pointed to first. */
const ORDER: readonly UnitKind[] = ["playbook", "evidence", "report", "list", "guidance"];

/**
 * What is taken out, in order: guidance that can be scoped, then guidance whose document has a skill, then whatever a
 * line can point to; the largest first.
 */
function spillSteps(
  units: readonly Unit[],
  homes: ReadonlyMap<string, Home>,
  scopes: readonly Scope[],
  skills: ReadonlyMap<string, string>,
): Step[] {
  const here = units.filter((u) => homes.get(keyOf(u)) === "here").sort((a, b) => b.bytes - a.bytes);
  const toOf = ({ kind, file }: Unit): Home => {
    if (kind !== "guidance") return "pointer";
    return scopes.some((s) => s.file === file) ? "scoped" : skills.has(file) ? "skill" : "pointer";
  };
  const steps = here.map((unit) => ({ unit, to: toOf(unit) }));
  return [
    ...steps.filter((s) => s.to === "scoped"),
    ...steps.filter((s) => s.to === "skill"),
    ...ORDER.flatMap((kind) => steps.filter((s) => s.to === "pointer" && s.unit.kind === kind)),
  ];
}

function spillOf({ kind, name, file, source, count, bytes }: Unit, from: string, to: Home): Spill {
  const what = kind === "guidance" ? `guidance of ${file} (${count})` : `${kind} ${name}`;
  const where = { scoped: "scoped files", skill: "its skill", here: from, pointer: `${file}:${source.line}` }[
    to
  ];
  return { what, from, to: where, bytes };
}

/** Deny and ask rules that aren't in the text, or stand behind the place where its host stops reading. */
function unplaced(policy: Policy, target: Target, text: string, over: number): Diagnostic[] {
  const path = `\`${target.always?.path}\``;
  const rules = bindingRules(policy);
  if (over > 0) {
    const [first, ...more] = [...rules].sort((a, b) => text.indexOf(b.sentence) - text.indexOf(a.sentence));
    const at = first?.source ?? {
      file: target.always?.path ?? "",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    };
    const { most = 0, unit = "bytes" } = target.hard ?? {};
    const reason = `it is ${over} ${unit} longer than the ${most} that are read, and nothing is left that could stand elsewhere`;
    const related = more
      .slice(0, 3)
      .map((r) => ({ message: `\`${r.id}\` stands before it`, source: r.source }));
    return [ruleNotPlaced(at, { id: first?.id ?? "", path, reason }, { related })];
  }
  return rules
    .filter((rule) => !text.includes(rule.sentence))
    .slice(0, 20)
    .map((rule) => ruleNotPlaced(rule.source, { id: rule.id, path, reason: "the template doesn't show it" }));
}
