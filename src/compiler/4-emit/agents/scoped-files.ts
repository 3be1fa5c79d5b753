// Guidance for some paths, in the files that hosts load for those paths alone.
import type { Diagnostic } from "../../messages/diagnostic.ts";
import { newFileWithBlock } from "../marked-block.ts";
import type { AgentFile, PlanInput, Spill } from "./agent-file.ts";
import type { Fit } from "./budget.ts";
import { frontmatter, globValue, quoted } from "./frontmatter.ts";
import { guidanceLine, placeOf } from "./lines.ts";
import { inUnit, sizeOf } from "./measure.ts";
import type { Scope } from "./scopes.ts";
import type { Limit, ScopedFile, Target } from "./targets/target.ts";
import { guidanceByFile, homeOf } from "./units.ts";

interface Scoped {
  readonly files: readonly AgentFile[];
  readonly spilled: readonly Spill[];
  readonly problems: readonly Diagnostic[];
}

/** Scoped files of all targets. `root` is AGENTS.md where it is written: what its hosts read there they get nowhere else. */
export function scopedFiles(input: PlanInput, scopes: readonly Scope[], root: Fit | undefined): Scoped {
  const spilled: Spill[] = [];
  const files = input.targets.flatMap((target) => [
    ...nestedFiles(input, target, scopes, root, spilled),
    ...ruleFiles(input, target, scopes, root, spilled),
  ]);
  return { files, spilled, problems: [] };
}

function ruleFiles(
  input: PlanInput,
  target: Target,
  scopes: readonly Scope[],
  root: Fit | undefined,
  spilled: Spill[],
): AgentFile[] {
  const { scoped } = target;
  if (scoped === undefined) return [];
  const own = scopes.filter((scope) => {
    if (root === undefined) return true;
    if (scope.folders.length > 0) return !target.readsNested;
    return homeOf(root.homes, "guidance", scope.file) === "scoped";
  });
  return own.map((scope) => {
    const path = scoped.path.replace("{name}", scope.name);
    const front = frontmatter(frontOf(scoped, scope));
    const limit = target.scopedHard;
    const full = front + scopedText(input, [scope], []);
    const fits = limit === undefined || inUnit(sizeOf(full), limit.unit) <= limit.most;
    if (!fits) spilled.push(pointed(scope, path, full));
    const text = fits ? full : front + scopedText(input, [], [scope]);
    return { path, target: target.id, loads: "scoped", form: "whole", text };
  });
}

function frontOf({ front, globs, description, brackets }: ScopedFile, scope: Scope) {
  const plain = brackets === true ? scope.globs.map((g) => g.replaceAll("[", "\\[")) : scope.globs;
  const about =
    description === undefined ? [] : [[description, quoted(`Guidance of ${scope.file}`)] as const];
  return [...about, ...front, [globs.key, globValue(plain, globs.form)] as const];
}

/** One file a folder, with the guidance of all scopes that hold there. */
function nestedFiles(
  input: PlanInput,
  target: Target,
  scopes: readonly Scope[],
  root: Fit | undefined,
  spilled: Spill[],
): AgentFile[] {
  const { nested, imports, hard } = target;
  if (nested === undefined) return [];
  if (target.id !== "agents-md" && input.targets.some((t) => t.id === `${target.id}-rules`)) return [];
  const folders = new Map<string, Scope[]>();
  for (const scope of scopes)
    for (const folder of scope.folders) folders.set(folder, [...(folders.get(folder) ?? []), scope]);
  const sizes = new Map<string, number>();
  return [...folders].sort(byName).map(([folder, here]) => {
    const path = `${folder}/${nested}`;
    const base = { path, target: target.id, loads: "scoped", form: "block" } as const;
    if (root !== undefined && target.id !== "agents-md" && imports !== undefined)
      return { ...base, text: `${imports}\n` };
    const around = sizeOf(input.around(path)).bytes;
    const above = chainAbove(folder, sizes, root, input);
    const bytes = (text: string): number => around + sizeOf(newFileWithBlock(text)).bytes;
    let text = scopedText(input, here, []);
    if (isOver(above + bytes(text), hard)) {
      for (const scope of here) spilled.push(pointed(scope, path, text));
      text = scopedText(input, [], here);
    }
    sizes.set(folder, bytes(text));
    return { ...base, text };
  });
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The bytes of the files that a host reads before the one in a folder. */
function chainAbove(
  folder: string,
  sizes: ReadonlyMap<string, number>,
  root: Fit | undefined,
  { around }: PlanInput,
): number {
  const rootBytes = root === undefined ? 0 : sizeOf(newFileWithBlock(root.text)).bytes;
  let sum = rootBytes + sizeOf(around("AGENTS.md")).bytes;
  for (const [other, bytes] of sizes) if (folder.startsWith(`${other}/`)) sum += bytes;
  return sum;
}

function isOver(bytes: number, limit: Limit | undefined): boolean {
  return limit?.unit === "bytes" && bytes > limit.most;
}

/** Scopes told in full, and those of which only the place is told. */
function scopedText(
  { policy, templates }: PlanInput,
  full: readonly Scope[],
  pointers: readonly Scope[],
): string {
  const items = guidanceByFile(policy);
  const part = (scope: Scope, isFull: boolean): string => {
    const guidance = items.get(scope.file) ?? [];
    const [first] = guidance;
    const place = first === undefined ? scope.file : placeOf(first.source);
    return templates.render("scoped.md.hbs", {
      globs: scope.written.map((g) => `\`${g}\``).join(", "),
      guidance: isFull ? guidance.map(guidanceLine) : [],
      pointers: isFull ? [] : [`${guidance.length} points stand in ${place}`],
      place,
    });
  };
  return [...full.map((s) => part(s, true)), ...pointers.map((s) => part(s, false))].join("\n");
}

function pointed(scope: Scope, from: string, text: string): Spill {
  return {
    what: `guidance of ${scope.file}`,
    from,
    to: `a line that points to ${scope.file}`,
    bytes: sizeOf(text).bytes,
  };
}
