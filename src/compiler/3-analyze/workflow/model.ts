// A playbook as its analyses see it: each part with what it needs as expressions, and the statuses that it can come to.
import type {
  Condition,
  DecisionTable,
  Fact,
  Need,
  Signal,
  Task,
  Test,
  Workflow,
} from "../../../policy/types.ts";
import { inputsOf, type Part, partsOf } from "../../../policy/workflows.ts";
import {
  ALL,
  BLOCKED,
  DONE,
  type Expression,
  FAIL,
  FINAL,
  PASS,
  partsIn,
  RUNNING,
  STATUSES,
  TRUE,
  WAIVED,
} from "./expression.ts";
import { Variables } from "./variables.ts";

/** A need, and what it comes to. */
export interface Lack {
  readonly need: Need;
  readonly expression: Expression;
}

/** What facts alone can bring a task to. */
export interface ByFacts {
  readonly status: number;
  readonly expression: Expression;
}

export interface Node {
  readonly part: Part;
  readonly name: string;
  /** What it needs before it is ready, or passes. */
  readonly needs: readonly Lack[];
  /** Where one of these doesn't hold the task is waived. */
  readonly when: readonly Lack[];
  /** The statuses that running the task can come to, as a mask. */
  readonly runs: number;
  readonly byFacts: readonly ByFacts[];
  /** Of tasks for the members of a list together: those. */
  readonly members: readonly number[];
  readonly informational: boolean;
  /** Whether a failure of it keeps everything new from being started. */
  readonly stops: boolean;
  /** The parts that it looks at. */
  readonly looksAt: ReadonlySet<number>;
}

export interface Model {
  readonly nodes: readonly Node[];
  readonly variables: Variables;
  /** By part, those that look at it. */
  readonly users: readonly (readonly number[])[];
  /** The parts, each behind those that it looks at; what hangs on itself comes last. */
  readonly order: readonly number[];
  /** By part, its place in that order. */
  readonly place: readonly number[];
  /** Needs that hold together as one expression. */
  readonly expression: (needs: readonly Need[]) => Expression;
}

/** What a playbook is judged with. */
export interface Tables {
  readonly facts: readonly Fact[];
  readonly decisions: readonly DecisionTable[];
}

/** The model of a playbook. Linear in its size. */
export function modelOf(workflow: Workflow, { facts, decisions }: Tables): Model {
  const parts = partsOf(workflow);
  const index = new Map([...parts.keys()].map((name, i) => [name, i]));
  const list = [...parts.values()];
  const variables = new Variables(list.flatMap(conditionsOf), facts, decisions);
  const tables = new Map(decisions.map((d) => [d.name, d]));
  const compiler = new Compiler(list, index, variables);
  const nodes = list.map((part): Node => {
    const lack = (need: Need, settled = false): Lack => ({ need, expression: compiler.need(need, settled) });
    const task = part.kind === "task" ? part.of : undefined;
    const needs = [...part.of.needs, ...(part.kind === "wait" ? part.of.over : [])].map((n) => lack(n));
    const when = (task?.when ?? []).map((n) => lack(n, true));
    const byFacts = task === undefined ? [] : byFactsOf(task, compiler);
    const expressions = [...needs, ...when, ...byFacts].map((l) => l.expression);
    const conditions = conditionsOf(part).flatMap((c) => inputsOf(namesIn(c), tables));
    return {
      part,
      name: part.of.name,
      needs,
      when,
      runs: task === undefined ? 0 : outcomesOf(task),
      byFacts,
      members: part.kind === "group" ? part.of.tasks.flatMap((name) => index.get(name) ?? []) : [],
      informational: compiler.isInformational(part),
      stops: task !== undefined && !task.informational && task.onFailure?.stop === true,
      looksAt: new Set([...expressions.flatMap(partsIn), ...conditions.flatMap((n) => index.get(n) ?? [])]),
    };
  });
  const users: number[][] = nodes.map(() => []);
  for (const [i, node] of nodes.entries())
    for (const other of [...node.looksAt, ...node.members]) users[other]?.push(i);
  const expression = (needs: readonly Need[]): Expression => compiler.together(needs);
  const order = inOrder(nodes, users);
  const place: number[] = [];
  for (const [i, part] of order.entries()) place[part] = i;
  return { nodes, variables, users, order, place, expression };
}

function inOrder(nodes: readonly Node[], users: readonly (readonly number[])[]): number[] {
  const open = nodes.map((node) => new Set([...node.looksAt, ...node.members]).size);
  const order = [...nodes.keys()].filter((i) => open[i] === 0);
  for (const part of order)
    for (const user of new Set(users[part])) {
      open[user] = (open[user] ?? 0) - 1;
      if (open[user] === 0) order.push(user);
    }
  const done = new Set(order);
  return [...order, ...[...nodes.keys()].filter((i) => !done.has(i))];
}

/** What running a task can come to. One that says nothing of passing or of both is judged by people. */
function outcomesOf(task: Task): number {
  const { passes, fails, blocked, waived, failsAfter, neverFails, onFailure, retries } = task;
  const told = (signals: readonly Signal[]): boolean => signals.some((s) => !("holds" in s));
  const silent = passes.length === 0 && fails.length === 0;
  const errs = neverFails !== true && (onFailure !== undefined || retries.length > 0);
  const canFail = told(fails) || failsAfter !== undefined || errs || (silent && neverFails !== true);
  return (
    RUNNING |
    (told(passes) || passes.length === 0 ? PASS : 0) |
    (canFail ? FAIL : 0) |
    (told(blocked) ? BLOCKED : 0) |
    (told(waived) ? WAIVED : 0)
  );
}

const BY_FACTS = [
  ["passes", PASS],
  ["fails", FAIL],
  ["blocked", BLOCKED],
  ["waived", WAIVED],
] as const;

function byFactsOf(task: Task, compiler: Compiler): ByFacts[] {
  return BY_FACTS.flatMap(([kind, status]) =>
    task[kind].flatMap((signal) =>
      "holds" in signal
        ? [
            {
              status,
              expression: { is: "all" as const, of: signal.holds.map((n) => compiler.need(n, false)) },
            },
          ]
        : [],
    ),
  );
}

/** All conditions of a part. */
function conditionsOf(part: Part): Condition[] {
  const task = part.kind === "task" ? part.of : undefined;
  const signals = task === undefined ? [] : [task.passes, task.fails, task.blocked, task.waived].flat();
  const needs = [
    ...part.of.needs,
    ...(part.kind === "wait" ? part.of.over : []),
    ...(task?.when ?? []),
    ...signals.flatMap((s) => ("holds" in s ? s.holds : [])),
  ];
  return needs.flatMap((n) => ("condition" in n ? [n.condition] : []));
}

function namesIn({ tests }: Condition): string[] {
  return tests.flatMap((t) =>
    "tests" in t ? namesIn(t) : "subject" in t && t.subject.of === "fact" ? [t.subject.name] : [],
  );
}

/** Turns needs into expressions. */
class Compiler {
  readonly #parts: readonly Part[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #variables: Variables;
  readonly #informational: ReadonlySet<string>;

  constructor(parts: readonly Part[], index: ReadonlyMap<string, number>, variables: Variables) {
    this.#parts = parts;
    this.#index = index;
    this.#variables = variables;
    this.#informational = new Set(
      parts.flatMap((p) => (p.kind === "task" && p.of.informational ? [p.of.name] : [])),
    );
  }

  /** Whether a part holds nothing back, whatever becomes of it. */
  isInformational(part: Part): boolean {
    return part.kind === "group"
      ? part.of.tasks.length > 0 && part.of.tasks.every((name) => this.#informational.has(name))
      : this.#informational.has(part.of.name);
  }

  together(needs: readonly Need[]): Expression {
    return { is: "all", of: needs.map((n) => this.need(n, false)) };
  }

  need(need: Need, settled: boolean): Expression {
    if ("condition" in need) return this.#condition(need.condition, settled);
    if (!("node" in need)) return TRUE;
    const part = this.#index.get(need.node);
    const other = part === undefined ? undefined : this.#parts[part];
    if (part === undefined || other === undefined || this.isInformational(other)) return TRUE;
    return { is: "status", part, mask: DONE, settled };
  }

  #condition({ join, tests }: Condition, settled: boolean): Expression {
    const of = tests.map((t) => ("tests" in t ? this.#condition(t, settled) : this.#test(t, settled)));
    return { is: join === "and" ? "all" : "any", of };
  }

  #test(test: Test, settled: boolean): Expression {
    if (!("subject" in test) || test.subject.of !== "fact") return TRUE;
    const { name } = test.subject;
    const part = this.#index.get(name);
    if (part === undefined) return { is: "fact", ...this.#variables.read(name, test) };
    if (test.test !== "is") return TRUE;
    const bits = test.values
      .map((value) => (STATUSES as readonly string[]).indexOf(value))
      .filter((i) => i >= 0);
    const mask = bits.reduce((sum, i) => sum | (1 << i), 0);
    const open = (mask & ~FINAL) !== 0;
    return { is: "status", part, mask: test.negated ? ALL & ~mask : mask, settled: settled && !open };
  }
}
