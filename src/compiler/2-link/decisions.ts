// Decision tables from their definitions: inputs resolved, cells read, tables that hang on each other refused.

import { differenceOf } from "../../pattern/decision/difference.ts";
import type { DecisionTable, Fact } from "../../policy/types.ts";
import type { Cell, Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { circularDecision, duplicateDefinition, twoDecisions } from "../messages/generated.ts";
import { type Columns, columnsOf, readTable } from "./decision-table.ts";
import { byTime, type Linker } from "./linker.ts";
import { Outcomes } from "./outcomes.ts";

/** A table on its way into the policy. */
interface Draft {
  readonly definition: Definition;
  readonly columns: Columns;
  readonly outcomes: DecisionTable["outcomes"];
  /** The table; undefined when something in it, or in what it hangs on, is wrong. */
  table: DecisionTable | undefined;
}

type Surroundings = Pick<Linker, "facts" | "report">;

/**
 * The decision tables that are sound. Each becomes a fact of its name, whose values are its outcomes. `inDoubt` are
 * definitions that an error points into: what hangs on them is left out, since whatever is said of it follows from that.
 */
export function linkDecisions(
  definitions: readonly Definition[],
  inDoubt: ReadonlySet<Definition>,
  around: Surroundings,
): DecisionTable[] {
  const outcomes = new Outcomes(definitions, around.report);
  const own = new Set<Fact>();
  const drafts = definitions
    .filter((d) => d.kind === "Decision")
    .sort(byTime)
    .map((definition) => openDraft(definition, outcomes, own, around));
  const isWhole = ({ definition, columns }: Draft): boolean => columns.sound && !inDoubt.has(definition);
  if (drafts.every(isWhole)) outcomes.reportUnused();
  const names = new Set(drafts.map((d) => d.definition.name));
  for (const draft of drafts)
    if (draft.definition.table !== undefined) draft.table = readTable(draft, names, around);
  const unsound = new Set(
    [...inDoubt].filter((d) => d.kind === "Fact" || d.kind === "Decision").map((d) => d.name),
  );
  for (const { definition, table } of drafts) if (table === undefined) unsound.add(definition.name);
  const first = withoutTwins(drafts, around.report);
  for (const name of reportCircles(first, around.report)) unsound.add(name);
  return withoutUnsound(first, unsound);
}

function openDraft(definition: Definition, outcomes: Outcomes, own: Set<Fact>, around: Surroundings): Draft {
  const columns = columnsOf(definition, around.report);
  const then = (definition.table?.rows ?? []).flatMap((row): Cell[] =>
    row.slice(columns.outcome ?? row.length).slice(0, 1),
  );
  const names = then.flatMap(({ tokens: [token] }) =>
    token?.type === "code" && token.text !== "" ? [{ name: token.text, source: token.source }] : [],
  );
  const seen = new Set<string>();
  const once = names.filter((n) => !seen.has(n.name) && seen.add(n.name).size > 0);
  const known = outcomes.of(once);
  addFact(definition, known, own, around);
  return { definition, columns, outcomes: known, table: undefined };
}

/** A decision's outcome is a fact of the decision's name. `own` are those that stand for decisions. */
function addFact(
  definition: Definition,
  outcomes: DecisionTable["outcomes"],
  own: Set<Fact>,
  around: Surroundings,
): void {
  const { name, source } = definition;
  const found = around.facts.find(name, source.file);
  const values = outcomes.map((o) => o.name);
  const fact: Fact = { name, values, type: "text", source };
  if ("thing" in found || found.among.length > 0) {
    const taken = "thing" in found && !own.has(found.thing) ? found.thing : undefined;
    const related = taken === undefined ? [] : [{ message: "the fact", source: taken.source }];
    if (taken !== undefined)
      around.report(duplicateDefinition(source, { kind: "decision", name }, { related }));
  } else {
    own.add(fact);
    around.facts.add(name, fact);
  }
}

/** The first table of each name; the others are reported, with a case on which they differ. */
function withoutTwins(drafts: readonly Draft[], report: (d: Diagnostic) => void): Draft[] {
  const byName = new Map<string, Draft>();
  for (const draft of drafts) {
    const { name, source } = draft.definition;
    const first = byName.get(name);
    if (first === undefined) {
      byName.set(name, draft);
      continue;
    }
    const related = [{ message: "the first table", source: first.definition.source }];
    const difference = differenceBetween(first, draft);
    if (difference === "same") report(duplicateDefinition(source, { kind: "decision", name }, { related }));
    else report(twoDecisions(source, { name, difference }, { related }));
  }
  return [...byName.values()];
}

function differenceBetween({ table: a }: Draft, { table: b }: Draft): string {
  if (a === undefined || b === undefined) return "their rows are not the same";
  const [one, other] = [a, b].map((t) =>
    t.inputs
      .map((i) => `\`${i.name}\``)
      .sort()
      .join(", "),
  );
  return one === other ? differenceOf(a, b) : `one by ${one}, the other by ${other}`;
}

/** Reports tables that hang on each other; gives the names of all that do. */
function reportCircles(drafts: readonly Draft[], report: (d: Diagnostic) => void): Set<string> {
  const byName = new Map(drafts.map((d) => [d.definition.name, d]));
  const inCircles = new Set<string>();
  const done = new Set<string>();
  const next = (name: string): string[] =>
    byName.get(name)?.table?.inputs.flatMap((i) => (i.of === "decision" ? [i.name] : [])) ?? [];
  for (const { definition } of drafts) {
    const path: string[] = [];
    const open: { readonly name: string; readonly left: string[] }[] = [];
    const enter = (name: string): void => {
      const at = path.indexOf(name);
      if (at >= 0) {
        const circle = path.slice(at);
        if (circle.every((n) => inCircles.has(n))) return;
        for (const n of circle) inCircles.add(n);
        const source = byName.get(circle[0] ?? "")?.definition.source ?? definition.source;
        report(circularDecision(source, { circle: [...circle, name].map((n) => `\`${n}\``).join(" → ") }));
      } else if (!done.has(name) && byName.has(name)) {
        path.push(name);
        open.push({ name, left: next(name) });
      }
    };
    enter(definition.name);
    for (let top = open[open.length - 1]; top !== undefined; top = open[open.length - 1]) {
      const name = top.left.pop();
      if (name !== undefined) enter(name);
      else {
        done.add(top.name);
        path.pop();
        open.pop();
      }
    }
  }
  return inCircles;
}

/** The tables that hang on nothing unsound, straight or through others. */
function withoutUnsound(drafts: readonly Draft[], unsound: Set<string>): DecisionTable[] {
  let left = drafts.flatMap((d) => d.table ?? []);
  for (let before = -1; before !== unsound.size; ) {
    before = unsound.size;
    left = left.filter((table) => {
      const sound = !unsound.has(table.name) && table.inputs.every((i) => !unsound.has(i.name));
      if (!sound) unsound.add(table.name);
      return sound;
    });
  }
  return left;
}
