// Why something isn't ready, as data and in words.
import { all } from "../../pattern/truth.ts";
import type { Need, Status, Task } from "../../policy/types.ts";
import { factsOf } from "../../policy/workflows.ts";
import { code, series } from "../words.ts";
import { knownFact } from "./facts.ts";
import { dayOf } from "./holds.ts";
import { type Run, showTime } from "./run.ts";
import { holdsIn, isSatisfied, type Missing, type Standing } from "./statuses.ts";

/** Why something isn't ready. */
export interface Reason {
  readonly kind:
    | "task"
    | "wait"
    | "gate"
    | "condition"
    | "fact"
    | "date"
    | "holds"
    | "output"
    | "stop"
    | "evidence";
  /** The name, or the condition in words. */
  readonly what: string;
  readonly status?: Status;
  /** The day from which it holds. */
  readonly from?: string;
  /** The facts that nobody told and that it hangs on. */
  readonly missing?: readonly string[];
  /** What the facts and statuses of a condition are instead. */
  readonly found?: readonly Found[];
  /** How much is wrong with evidence; without it none was shown. */
  readonly findings?: number;
}

/** The value of a fact, the status of a task, or the outcome of a decision with its reason. */
interface Found {
  readonly of: "fact" | "status";
  readonly name: string;
  readonly is: string;
  readonly because?: string;
}

/** What a part needs and doesn't have. */
export function reasonsOf(
  missing: readonly Missing[],
  found: ReadonlyMap<string, Standing>,
  run: Run,
): Reason[] {
  return missing.map(({ need, truth }): Reason => {
    if ("node" in need) {
      const standing = found.get(need.node);
      const kind = standing?.part.kind ?? "task";
      return { kind, what: need.node, ...(standing === undefined ? {} : { status: standing.status }) };
    }
    if ("condition" in need) return conditionReason(need, truth, found, run);
    if ("evidence" in need) {
      const answer = run.evidence?.get(need.evidence);
      const findings = answer === undefined ? {} : { findings: answer.findings.length + answer.more };
      return { kind: "evidence", what: need.evidence, ...findings };
    }
    const day = dayOf(need, run);
    if (day === undefined) return { kind: "fact", what: need.text, missing: [need.fact] };
    return { kind: "date", what: need.text, from: showTime(day).slice(0, 10) };
  });
}

function conditionReason(
  need: Extract<Need, { condition: unknown }>,
  truth: Missing["truth"],
  standings: ReadonlyMap<string, Standing>,
  run: Run,
): Reason {
  const missing: string[] = [];
  const found: Found[] = [];
  for (const name of new Set(factsOf(need.condition))) {
    const status = standings.get(name)?.status;
    if (status !== undefined) {
      found.push({ of: "status", name, is: status });
      continue;
    }
    const known = knownFact(name, run);
    if (known.value === undefined) missing.push(...known.missing);
    else {
      const because = known.because === undefined ? {} : { because: known.because };
      found.push({ of: "fact", name, is: known.value, ...because });
    }
  }
  if (truth === "unknown") return { kind: "fact", what: need.text, missing: [...new Set(missing)] };
  return { kind: "condition", what: need.text, ...(found.length === 0 ? {} : { found }) };
}

/** The tasks that have failed and say "stop": nothing new is started. */
export function stopsOf(found: ReadonlyMap<string, Standing>): Reason[] {
  return [...found.values()].flatMap(({ part, status }): Reason[] =>
    part.kind === "task" && status === "Fail" && !part.of.informational && part.of.onFailure?.stop === true
      ? [{ kind: "stop", what: part.of.name, status }]
      : [],
  );
}

/** A task is blocked by what it needs, by a condition of its own, or by what its output said. */
export function blockReasons(
  task: Task,
  standing: Standing,
  found: ReadonlyMap<string, Standing>,
  run: Run,
): Reason[] {
  const conditions = blockingConditions(task, found, run);
  if (conditions.length > 0) return conditions;
  const missing = reasonsOf(standing.missing, found, run);
  if (missing.length > 0) return missing;
  const said = standing.recorded?.evidence;
  if (said !== undefined) return [{ kind: "output", what: said }];
  const texts = task.blocked.flatMap((s) => ("texts" in s ? [s.texts.join(" … ")] : []));
  return texts.length === 0
    ? [{ kind: "output", what: "what its output said" }]
    : [{ kind: "output", what: texts.map(code).join(" or ") }];
}

/** The conditions of "Blocked when" that hold now. */
export function blockingConditions(task: Task, found: ReadonlyMap<string, Standing>, run: Run): Reason[] {
  return task.blocked.flatMap((signal): Reason[] => {
    if (!("holds" in signal)) return [];
    if (all(signal.holds.map((need) => holdsIn(need, found, run))) !== true) return [];
    return signal.holds.map((need) => ({
      kind: "holds",
      what: "text" in need ? need.text : code("node" in need ? need.node : need.evidence),
    }));
  });
}

/** Only what failed, is blocked or is itself held up. */
export function stuckReasons(standing: Standing, found: ReadonlyMap<string, Standing>, run: Run): Reason[] {
  const inTheWay = standing.missing.filter(({ need }) => {
    const other = "node" in need ? found.get(need.node) : undefined;
    if (other === undefined || isSatisfied(other)) return false;
    return other.stuck || other.status === "Fail" || other.status === "Blocked";
  });
  return reasonsOf(inTheWay, found, run);
}

/** A reason in words: "`x`, which is In Progress", "one day before `d`: from 2026-03-17". */
export function reasonText({ kind, what, status, from, missing = [], found = [], findings }: Reason): string {
  switch (kind) {
    case "evidence":
      return `evidence ${code(what)}, ${wrongText(findings)}`;
    case "date":
      return `${what}: from ${from ?? "a day that isn't known"}`;
    case "stop":
      return `${code(what)} failed, and nothing new is started`;
    case "fact": {
      const named = missing.every((name) => what.includes(code(name)));
      return `${what}, which isn't known${named ? "" : ` without ${series(missing.map(code))}`}`;
    }
    case "condition": {
      const is = found.map((f) => foundText(f));
      const named =
        found.length > 1 ? found.map((f, i) => `${code(f.name)} is ${is[i]}`) : [`it is ${is[0]}`];
      return `${what}, which doesn't hold${found.length === 0 ? "" : `: ${series(named)}`}`;
    }
    case "holds":
    case "output":
      return what;
    case "wait":
      return `wait ${code(what)}, which isn't over`;
    case "gate":
      return `gate ${code(what)}, which isn't passed`;
    case "task":
      return `${code(what)}${status === undefined ? "" : `, which is ${status}`}`;
  }
}

/** "`defer` (E2E has not decided)", "In Progress", "empty". */
function foundText({ of, is, because }: Found): string {
  const value = of === "status" ? is : is === "" ? "empty" : code(is);
  return because === undefined ? value : `${value} (${because})`;
}

function wrongText(findings: number | undefined): string {
  if (findings === undefined) return "which isn't shown";
  return `in which ${findings === 1 ? "1 thing is" : `${findings} things are`} wrong`;
}
