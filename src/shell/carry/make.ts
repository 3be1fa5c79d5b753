// The recipes of a Makefile, as far as its rules are written out.
import { HOLE } from "../text-model.ts";

interface Rule {
  readonly needs: readonly string[];
  readonly lines: readonly string[];
}

/** Most rules and lines that are looked at. */
const MAX_RULES = 500;
const MAX_LINES = 500;

/** What a Makefile runs for some targets. */
export interface Recipes {
  readonly lines: readonly string[];
  /** False where a target has no rule that is written out. */
  readonly complete: boolean;
}

function isSpecial(target: string): boolean {
  return /^\.[A-Z_]+$/.test(target) || target.includes("%");
}

function readRules(text: string): {
  rules: Map<string, Rule>;
  variables: Map<string, string>;
  whole: boolean;
} {
  const rules = new Map<string, Rule>();
  const variables = new Map<string, string>();
  let open: string[] = [];
  let whole = true;
  for (const line of text.replaceAll("\\\n", "\\\r").split("\n")) {
    if (line.startsWith("\t")) {
      for (const target of open) {
        const rule = rules.get(target);
        if (rule !== undefined)
          rules.set(target, { ...rule, lines: [...rule.lines, line.slice(1)].slice(0, MAX_LINES) });
      }
      continue;
    }
    const plain = line.replaceAll("\\\r", " ");
    if (/^\s*(?:-?include|define)\b/.test(plain)) whole = false;
    const assignment = /^\s*(?:export\s+|override\s+)?([\w.-]+)\s*(?::{0,3}|\?)=\s*([^#]*)/.exec(plain);
    if (assignment !== null) {
      variables.set(assignment[1] ?? "", (assignment[2] ?? "").trim());
      continue;
    }
    const rule = /^([^\s:#=][^:#=]*):{1,2}(?!=)([^=;#]*)(?:;(.*))?/.exec(plain);
    if (rule === null) {
      if (plain.trim() !== "" && !plain.startsWith("#")) open = [];
      continue;
    }
    open = (rule[1] ?? "").trim().split(/\s+/);
    const needs = (rule[2] ?? "")
      .replace("|", " ")
      .trim()
      .split(/\s+/)
      .filter((need) => need !== "");
    for (const target of open) {
      const before = rules.get(target);
      if (before === undefined && rules.size >= MAX_RULES) continue;
      const inline = rule[3] === undefined ? [] : [rule[3]];
      rules.set(target, {
        needs: [...(before?.needs ?? []), ...needs],
        lines: [...(before?.lines ?? []), ...inline],
      });
    }
  }
  return { rules, variables, whole };
}

/** A line of a recipe as the shell gets it; what make puts in from elsewhere is unknown. */
function expandLine(line: string, target: string, variables: ReadonlyMap<string, string>): string {
  let result = line.replaceAll("\\\r", "\\\n").replace(/^[\s@+-]+/, "");
  for (let round = 0; round < 3 && result.length < 10_000; round++) {
    result = result.replace(
      /\$(?:\$|\(([^()]*)\)|\{([^{}]*)\}|(.))/g,
      (all, first?: string, second?: string, letter?: string) => {
        if (all === "$$") return "$$";
        const name = first ?? second ?? letter ?? "";
        if (name === "@") return target;
        const value = variables.get(name);
        return value === undefined || value.includes("$(shell") ? HOLE : value;
      },
    );
  }
  return result.replaceAll("$$", "$");
}

/** What make runs for targets, with what they need before them; for its first target where none is named. */
export function recipesOf(
  text: string,
  targets: readonly string[],
  set: ReadonlyMap<string, string>,
): Recipes {
  const { rules, variables, whole } = readRules(text);
  for (const [name, value] of set) variables.set(name, value);
  const first = [...rules.keys()].find((target) => !isSpecial(target));
  const open = [...(targets.length > 0 ? targets : first === undefined ? [] : [first])].reverse();
  const seen = new Set<string>();
  const order: string[] = [];
  let complete = whole && open.length > 0 && targets.every((target) => rules.has(target));
  while (open.length > 0 && order.length < MAX_RULES) {
    const target = open.pop() ?? "";
    if (seen.has(target)) continue;
    seen.add(target);
    order.unshift(target);
    const needs = rules.get(target)?.needs ?? [];
    if (needs.some((need) => need.includes("$"))) complete = false;
    open.push(...needs);
  }
  const lines = order.flatMap((target) =>
    (rules.get(target)?.lines ?? []).map((line) => expandLine(line, target, variables)),
  );
  return { lines: lines.slice(0, MAX_LINES), complete };
}
