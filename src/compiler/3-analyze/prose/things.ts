// What code spans in prose name: definitions, or nothing but themselves.
import type { Condition, Outcome, Source, Workflow } from "../../../policy/types.ts";
import { type Part, partsOf } from "../../../policy/workflows.ts";
import type { Definition } from "../../1-read/document.ts";
import type { UnfinishedPolicy } from "../../2-link/link.ts";
import { Names } from "../../2-link/names.ts";
import { Decided } from "./decided.ts";
import { nameOf } from "./text/section-names.ts";

/** What a code span names. Two spans with one `key` name the same. */
export interface Thing {
  readonly key: string;
  readonly name: string;
  readonly source: Source;
  readonly definition: Definition | undefined;
  /** The document whose playbook it is a task, a wait or a gate of. */
  readonly playbook: string | undefined;
  /** The same in the policy; undefined where an error has put it in doubt. */
  readonly part: Part | undefined;
  readonly workflow: Workflow | undefined;
  readonly decided: Decided | undefined;
  readonly outcome: Outcome | undefined;
}

/** Kinds of definitions whose names can't be those of each other; a span names one of them first. */
const FIRST: readonly string[] = ["Task", "Wait", "Gate", "Decision", "Fact"];

const PARTS: readonly string[] = ["Task", "Wait", "Gate"];

/** All that has a name, by name. */
export class Things {
  /** Every thing that a definition makes, in the order of the sources. */
  readonly defined: readonly Thing[];
  /** Reports as they stand now. */
  readonly reports: UnfinishedPolicy["reports"];
  /** The names of all sections of reports, as they are compared. */
  readonly sections: ReadonlySet<string>;
  readonly #reports: ReadonlyMap<string, Thing>;
  readonly #names = new Names<Thing>();
  readonly #loose = new Names<Thing>();
  readonly #deciders = new Set<string>();
  readonly #deciding = new Map<string, Thing[]>();
  readonly #waiting = new Map<string, Thing[]>();
  readonly #outcomes = new Names<Thing>();
  readonly #others = new Names<Thing>();

  constructor(policy: UnfinishedPolicy, definitions: readonly Definition[]) {
    const parts = new Map<Source, { readonly part: Part; readonly workflow: Workflow }>();
    for (const workflow of policy.workflows)
      for (const part of partsOf(workflow).values()) parts.set(part.of.source, { part, workflow });
    this.reports = policy.reports;
    this.sections = new Set(policy.reports.flatMap((r) => r.sections.map((s) => nameOf(s.name)?.key ?? "")));
    const tables = new Map(policy.decisions.map((table) => [table.source, new Decided(table)]));
    const outcomes = new Map(policy.decisions.flatMap((table) => table.outcomes.map((o) => [o.source, o])));
    this.defined = definitions.map((definition): Thing => {
      const { source, name, kind } = definition;
      return {
        key: `${kind} ${source.file} ${name}`,
        name,
        source,
        definition,
        playbook: PARTS.includes(kind) ? source.file : undefined,
        part: parts.get(source)?.part,
        workflow: parts.get(source)?.workflow,
        decided: tables.get(source),
        outcome: outcomes.get(source),
      };
    });
    for (const thing of this.defined) {
      const kind = thing.definition?.kind ?? "";
      if (kind === "Decision") this.#deciders.add(thing.source.file);
      if (kind === "Outcome") this.#outcomes.add(thing.name, thing);
      else if (FIRST.includes(kind)) this.#names.add(thing.name, thing);
      else this.#others.add(thing.name, thing);
      for (const { name } of thing.decided?.table.outcomes ?? []) this.#addDecision(thing, name);
      if (thing.playbook !== undefined) this.#loose.add(plain(thing.name), thing);
    }
    this.#reports = new Map(
      this.defined.flatMap((t) => (t.definition?.kind === "Report" ? [[t.name, t] as const] : [])),
    );
    for (const thing of this.defined) this.#addWaiting(thing);
  }

  /** What a code span of a file names. A span that names no definition is a thing of its file. */
  find(text: string, file: string, source: Source): Thing {
    return this.known(text, file) ?? { ...NOTHING, key: `${file} ${text}`, name: text, source };
  }

  /** The definition that a span names. */
  known(text: string, file: string): Thing | undefined {
    for (const names of [this.#names, this.#outcomes, this.#others]) {
      const found = names.find(text, file);
      if ("thing" in found) return found.thing;
    }
    const loose = this.#loose.find(plain(text), file);
    return "thing" in loose ? loose.thing : undefined;
  }

  /** The definition of a report. */
  ofReport({ name }: { readonly name: string }): Thing | undefined {
    return this.#reports.get(name);
  }

  /** Whether a document has decision tables, be they sound or not. */
  hasDecisions(file: string): boolean {
    return this.#deciders.has(file);
  }

  /** The decisions of a document that have an outcome of this name. */
  deciding(outcome: string, file: string): readonly Thing[] {
    return this.#deciding.get(`${file} ${outcome}`) ?? [];
  }

  #addDecision(decision: Thing, outcome: string): void {
    const key = `${decision.source.file} ${outcome}`;
    const known = this.#deciding.get(key);
    if (known === undefined) this.#deciding.set(key, [decision]);
    else known.push(decision);
  }

  /** The waits and gates that are over when a fact has a value. */
  waitingFor(fact: Thing, value: string): readonly Thing[] {
    return this.#waiting.get(`${fact.key} ${value}`) ?? [];
  }

  #addWaiting(waiting: Thing): void {
    const { part } = waiting;
    if (part === undefined || part.kind === "task") return;
    for (const need of part.kind === "wait" ? part.of.over : part.of.needs)
      for (const [name, value] of "condition" in need ? valuesIn(need.condition) : []) {
        const fact = this.known(name, waiting.source.file);
        const key = `${fact?.key} ${value}`;
        this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), waiting]);
      }
  }

  /** The outcome that a span names. */
  outcome(text: string, file: string): Thing | undefined {
    const found = this.#outcomes.find(text, file);
    return "thing" in found ? found.thing : undefined;
  }
}

const NOTHING = {
  definition: undefined,
  playbook: undefined,
  part: undefined,
  workflow: undefined,
  decided: undefined,
  outcome: undefined,
} as const;

/** The facts that a condition asks for a value, with each value that it takes. */
function valuesIn({ tests }: Condition): (readonly [fact: string, value: string])[] {
  return tests.flatMap((t) => {
    if ("tests" in t) return valuesIn(t);
    if (t.test !== "is" || t.negated || t.subject.of !== "fact") return [];
    const { name } = t.subject;
    return t.values.map((value) => [name, value] as const);
  });
}

/** A name as people write it: "Stage testing" is `stage-testing`. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}
