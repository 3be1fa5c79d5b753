// The courses of a small playbook by brute force: every event at every moment, facts taking all values, nothing left out.
import { regex } from "../../src/cli/node-tools.ts";
import { all, any, type Truth } from "../../src/pattern/truth.ts";
import type { Condition, Need, Signal, Status, Task, Workflow } from "../../src/policy/types.ts";
import { namesOf, needsOf, type Part, partsOf } from "../../src/policy/workflows.ts";
import { holds, whenHolds } from "../../src/validators/workflow/holds.ts";
import type { Run } from "../../src/validators/workflow/run.ts";
import { statusOfAll } from "../../src/validators/workflow/statuses.ts";

type Statuses = readonly Status[];
type Facts = Readonly<Record<string, string>>;

interface Step {
  readonly part: number;
  readonly status: Status;
}

const FINAL: readonly Status[] = ["Pass", "Fail", "Waived"];
const DONE: readonly Status[] = ["Pass", "Waived"];

export class Reference {
  readonly parts: readonly Part[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #worlds: readonly Facts[];
  readonly #runs: ReadonlyMap<Facts, Run>;
  readonly #known = new Map<string, Step[]>();

  /** `worlds` are all values that the facts can have together. */
  constructor(workflow: Workflow, worlds: readonly Facts[]) {
    const parts = partsOf(workflow);
    this.parts = [...parts.values()];
    this.#index = new Map([...parts.keys()].map((name, i) => [name, i]));
    this.#worlds = worlds;
    this.#runs = new Map(worlds.map((facts) => [facts, runOf(facts)]));
  }

  get start(): Statuses {
    return this.#withGroups(this.parts.map((): Status => "Not Started"));
  }

  /** The parts that no course leads to. */
  never(): string[] {
    const begun = new Set<number>();
    for (const [statuses] of this.#reachable(this.start))
      for (const [i] of this.parts.entries()) if (this.#isBegun(i, statuses)) begun.add(i);
    return this.parts.flatMap((p, i) => (begun.has(i) || p.kind === "group" ? [] : [p.of.name]));
  }

  #isBegun(part: number, statuses: Statuses): boolean {
    const status = statuses[part];
    if (status === "In Progress" || status === "Pass") return true;
    return this.#steps(part, statuses, this.#worlds).some(
      (s) => s.status === "Pass" || s.status === "In Progress",
    );
  }

  /** Every moment that some course leads to, each with itself as key. */
  #reachable(from: Statuses): Map<Statuses, string> {
    const seen = new Set([from.join()]);
    const found = new Map([[from, from.join()]]);
    for (const [statuses] of found)
      for (const [i] of this.parts.entries())
        for (const { status } of this.#steps(i, statuses, this.#worlds)) {
          const next = this.#after(statuses, i, status);
          if (seen.has(next.join())) continue;
          seen.add(next.join());
          found.set(next, next.join());
        }
    return found;
  }

  #after(statuses: Statuses, part: number, status: Status): Statuses {
    return this.#withGroups(statuses.map((s, i) => (i === part ? status : s)));
  }

  #withGroups(statuses: Statuses): Statuses {
    return statuses.map((s, i) => {
      const part = this.parts[i];
      if (part?.kind !== "group") return s;
      return statusOfAll(part.of.tasks.map((t) => statuses[this.#index.get(t) ?? -1] ?? "Not Started"));
    });
  }

  /** What can become of a part in some of the given worlds, by way of being in progress too. */
  #steps(part: number, statuses: Statuses, worlds: readonly Facts[]): Step[] {
    const key = `${part} ${statuses.join()} ${worlds.map((w) => this.#worlds.indexOf(w)).join()}`;
    const known = this.#known.get(key) ?? this.#stepsOnce(part, statuses, worlds);
    this.#known.set(key, known);
    return known;
  }

  #stepsOnce(part: number, statuses: Statuses, worlds: readonly Facts[]): Step[] {
    const found = new Map<Status, Step>();
    for (const world of worlds)
      for (const status of this.#ends(part, statuses, world)) found.set(status, { part, status });
    if (!found.has("In Progress")) return [...found.values()];
    const running = statuses.map((s, i): Status => (i === part ? "In Progress" : s));
    for (const world of worlds)
      for (const status of this.#ends(part, running, world)) found.set(status, { part, status });
    return [...found.values()];
  }

  #ends(index: number, statuses: Statuses, facts: Facts): Status[] {
    const part = this.parts[index];
    const now = statuses[index] ?? "Not Started";
    if (part === undefined || part.kind === "group" || DONE.includes(now)) return [];
    const is = (need: Need): Truth => this.#truth(need, statuses, facts);
    const ready = all([...part.of.needs, ...(part.kind === "wait" ? part.of.over : [])].map(is)) === true;
    if (part.kind !== "task") return ready ? ["Pass"] : [];
    const task = part.of;
    const said = (signals: readonly Signal[]): boolean =>
      any(signals.flatMap((s) => ("holds" in s ? [all(s.holds.map(is))] : []))) === true;
    if (now === "Fail") return said(task.waived) ? ["Waived"] : [];
    const run = all(task.when.map((n) => this.#whenTruth(n, statuses, facts)));
    const begins = ready && run === true;
    const ends: Status[] = [];
    const stopped = this.parts.some(
      (p, i) =>
        p.kind === "task" && statuses[i] === "Fail" && !p.of.informational && p.of.onFailure?.stop === true,
    );
    if (now === "In Progress" || (begins && !stopped)) ends.push(...told(task));
    const begun = now !== "Not Started" || begins;
    if (begun && said(task.passes)) ends.push("Pass");
    if (begun && said(task.fails)) ends.push("Fail");
    if (begun && said(task.blocked)) ends.push("Blocked");
    if (begun && said(task.waived)) ends.push("Waived");
    if (now === "Not Started" && ready && run === false) ends.push("Waived");
    return ends.filter((s) => s !== now);
  }

  #truth(need: Need, statuses: Statuses, facts: Facts): Truth {
    return holds(
      need,
      (n) => this.#status(n, statuses),
      (n) => this.#satisfied(n, statuses),
      this.#runs.get(facts) ?? runOf(facts),
    );
  }

  #whenTruth(need: Need, statuses: Statuses, facts: Facts): Truth {
    return whenHolds(
      need,
      (n) => this.#status(n, statuses),
      (n) => this.#satisfied(n, statuses),
      this.#runs.get(facts) ?? runOf(facts),
    );
  }

  #status(name: string, statuses: Statuses): Status | undefined {
    const i = this.#index.get(name);
    return i === undefined ? undefined : statuses[i];
  }

  #satisfied(name: string, statuses: Statuses): boolean {
    const part = this.parts[this.#index.get(name) ?? -1];
    if (part?.kind === "task" && part.of.informational) return true;
    if (part?.kind === "group") return part.of.tasks.every((task) => this.#satisfied(task, statuses));
    const status = this.#status(name, statuses);
    return status === "Pass" || status === "Waived";
  }

  /** What has passed when all goes as well as it can: passes first, and a waiver only where there is none left. */
  best(): Set<string> {
    let statuses = this.start;
    const step = (status: Status): boolean => {
      const part = this.parts.findIndex((_, i) =>
        this.#steps(i, statuses, this.#worlds).some((s) => s.status === status),
      );
      if (part >= 0) statuses = this.#after(statuses, part, status);
      return part >= 0;
    };
    while (step("Pass") || step("Waived"));
    return new Set(this.parts.flatMap((p, i) => (statuses[i] === "Pass" ? [p.of.name] : [])));
  }

  /**
   * The parts that pass when all goes well and that a course without failures can keep from it for good. `own` are
   * those that lack something of their own then, which looks only at what has come to its end.
   */
  stuck(): { readonly all: Set<string>; readonly own: Set<string> } {
    const found = { all: new Set<string>(), own: new Set<string>() };
    const best = this.best();
    const doomed = new Map<string, boolean>();
    for (const { statuses, worlds } of this.#astray())
      for (const [i, part] of this.parts.entries()) {
        const { name } = part.of;
        if (part.kind === "group" || !best.has(name) || FINAL.includes(statuses[i] ?? "Fail")) continue;
        if (found.own.has(name) || this.#isExcused(part, statuses, worlds)) continue;
        const key = `${i} ${statuses.join()}`;
        const isDoomed =
          doomed.get(key) ?? ![...this.#reachable(statuses).keys()].some((s) => this.#isBegun(i, s));
        doomed.set(key, isDoomed);
        if (!isDoomed) continue;
        found.all.add(name);
        // What hangs on other parts for being run at all may still turn out not to be.
        const isPlain = part.kind !== "task" || namesOf(part.of.when).every((n) => !this.#index.has(n));
        if (isPlain && this.#lacksItself(part, statuses)) found.own.add(name);
      }
    return found;
  }

  /** Whether some value of the facts, of those that are left, makes it none of the playbook's business. */
  #isExcused(part: Part, statuses: Statuses, worlds: readonly Facts[]): boolean {
    if (part.kind !== "task") return false;
    const { when, waived } = part.of;
    return !worlds.some((facts) => {
      const is = (need: Need): Truth => this.#truth(need, statuses, facts);
      const lifted = waived.some((s) => "holds" in s && all(s.holds.map(is)) === true);
      return !lifted && all(when.map((n) => this.#whenTruth(n, statuses, facts))) === true;
    });
  }

  /** Whether a need that passes would meet can't be met any more, and all that it looks at has come to its end. */
  #lacksItself(part: Part, statuses: Statuses): boolean {
    const passed = this.parts.map((): Status => "Pass");
    const own = part.kind === "task" ? part.of.needs : needsOf(part);
    return own.some((need) => {
      const parts = namesOf([need]).flatMap((n) => this.#index.get(n) ?? []);
      const ended = parts.length > 0 && parts.every((i) => FINAL.includes(statuses[i] ?? "Not Started"));
      const holds = (s: Statuses): boolean =>
        this.#worlds.some((facts) => this.#truth(need, s, facts) === true);
      return ended && holds(passed) && !holds(statuses);
    });
  }

  /** The moments that passes, waivers and failures for information alone lead to, each with the worlds that are left. */
  #astray(): { readonly statuses: Statuses; readonly worlds: readonly Facts[] }[] {
    const found = [{ statuses: this.start, worlds: this.#worlds }];
    const keyOf = (s: Statuses, w: readonly Facts[]): string => `${s.join()} ${JSON.stringify(w)}`;
    const seen = new Set(found.map((f) => keyOf(f.statuses, f.worlds)));
    const add = (statuses: Statuses, worlds: readonly Facts[]): void => {
      const key = keyOf(statuses, worlds);
      if (!seen.has(key)) found.push({ statuses, worlds });
      seen.add(key);
    };
    for (const { statuses, worlds } of found)
      for (const [i, part] of this.parts.entries()) {
        if (part.kind === "group") continue;
        const steps = this.#steps(i, statuses, worlds);
        if (steps.some((s) => s.status === "Pass")) add(this.#after(statuses, i, "Pass"), worlds);
        if (part.kind !== "task") continue;
        if (part.of.informational && steps.some((s) => s.status === "Fail"))
          add(this.#after(statuses, i, "Fail"), worlds);
        for (const left of this.#waivers(part.of, i, statuses, worlds))
          add(this.#after(statuses, i, "Waived"), left);
      }
    return found;
  }

  /** The worlds that are left after each waiver of a task: the facts that it hangs on keep their values. */
  #waivers(task: Task, i: number, statuses: Statuses, worlds: readonly Facts[]): (readonly Facts[])[] {
    const steps = this.#steps(i, statuses, worlds);
    const begins = statuses[i] !== "Not Started" || steps.some((s) => s.status === "In Progress");
    const left = (needs: readonly Need[], holds: (facts: Facts) => boolean): (readonly Facts[])[] => {
      const names = needs.flatMap((n) => ("condition" in n ? factsIn(n.condition) : []));
      return worlds.filter(holds).map((one) => worlds.filter((w) => names.every((n) => w[n] === one[n])));
    };
    const isOf = (facts: Facts, need: Need): Truth => this.#truth(need, statuses, facts);
    const lifted = task.waived.flatMap((signal) =>
      "holds" in signal && begins
        ? left(signal.holds, (facts) => all(signal.holds.map((n) => isOf(facts, n))) === true)
        : [],
    );
    const isTurn = (facts: Facts): boolean => all(task.needs.map((n) => isOf(facts, n))) === true;
    const isRuledOut = (facts: Facts): boolean =>
      all(task.when.map((n) => this.#whenTruth(n, statuses, facts))) === false;
    const ruledOut = statuses[i] === "Not Started" ? left(task.when, (f) => isTurn(f) && isRuledOut(f)) : [];
    return [...(begins && told(task).includes("Waived") ? [worlds] : []), ...lifted, ...ruledOut];
  }
}

function runOf(facts: Facts): Run {
  const known = new Map(Object.entries(facts));
  return { tasks: new Map(), facts: known, now: 0, lists: [], regex };
}

function factsIn(condition: Condition): string[] {
  return condition.tests.flatMap((t) =>
    "tests" in t ? factsIn(t) : "subject" in t && t.subject.of === "fact" ? [t.subject.name] : [],
  );
}

/** What running a task can come to. */
function told({ passes, fails, blocked, waived, onFailure, retries, neverFails }: Task): Status[] {
  const says = (signals: readonly Signal[]): boolean => signals.some((s) => !("holds" in s));
  const errs = neverFails !== true && (onFailure !== undefined || retries.length > 0);
  return [
    "In Progress",
    ...(says(passes) || passes.length === 0 ? (["Pass"] as const) : []),
    ...(says(fails) || errs || (passes.length === 0 && fails.length === 0) ? (["Fail"] as const) : []),
    ...(says(blocked) ? (["Blocked"] as const) : []),
    ...(says(waived) ? (["Waived"] as const) : []),
  ];
}
