// One task from its label lines.
import type { Need, Signal, Task } from "../../policy/types.ts";
import type { Definition, DefinitionLabel } from "../1-read/document.ts";
import { invalidLabel } from "../messages/generated.ts";
import { readDuration } from "./durations.ts";
import type { Linker } from "./linker.ts";
import { CALLS, readCall } from "./workflow-calls.ts";
import { forMember, type MemberOf } from "./workflow-each.ts";
import { inDigits, readFailure, readRetry } from "./workflow-failure.ts";
import type { Statuses } from "./workflow-names.ts";
import { readNeeds } from "./workflow-needs.ts";
import { fillElse, readCaptures, readSignals } from "./workflow-signals.ts";

/** What tasks, waits and gates are linked with. */
export interface WorkflowLinker {
  readonly linker: Linker;
  readonly statuses: Statuses;
}

/** The label lines of a definition, and behind them those that it shares with all tasks where it lacks them. */
export class LabelLines {
  readonly #own: readonly DefinitionLabel[];
  readonly #shared: readonly DefinitionLabel[];
  readonly #with: WorkflowLinker;
  readonly #member: MemberOf | undefined;

  /** `member` is the one that the lines are read for, where the definition is made for each member of a list. */
  constructor(own: Definition, linker: WorkflowLinker, shared?: Definition, member?: MemberOf) {
    const ownWords = (label: DefinitionLabel): DefinitionLabel =>
      member === undefined || CALLS.includes(label.name) ? label : forMember(label, member);
    this.#own = own.labels.map(ownWords);
    this.#shared = (shared?.labels ?? []).map(ownWords);
    this.#with = linker;
    this.#member = member;
  }

  all(name: string): readonly DefinitionLabel[] {
    const own = this.#own.filter((l) => l.name === name);
    return own.length > 0 ? own : this.#shared.filter((l) => l.name === name);
  }

  /** Whether the definition itself has such a line. */
  isOwn(name: string): boolean {
    return this.#own.some((l) => l.name === name);
  }

  one(name: string): DefinitionLabel | undefined {
    return this.all(name)[0];
  }

  refuse(label: DefinitionLabel, expected: string): undefined {
    const found = label.text === "" ? "nothing" : `“${label.text.slice(0, 80)}”`;
    this.#with.linker.report(invalidLabel(label.source, { found, label: label.name, expected }));
    return undefined;
  }

  needs(name: string): Need[] {
    const label = this.one(name);
    return label === undefined ? [] : readNeeds(label.tokens, label.source, { ...this.#with, label: name });
  }

  signals(name: string): Signal[] {
    return this.all(name).flatMap((label) => readSignals(label, this.#with));
  }

  allSignals(): Pick<Task, "starts" | "passes" | "fails" | "blocked" | "waived"> {
    const [starts = [], passes = [], fails = [], blocked = [], waived = []] = [
      "Starts when",
      "Passes when",
      "Fails when",
      "Blocked when",
      "Waived when",
    ].map((name) => this.signals(name));
    const filled = (own: readonly Signal[]): Signal[] =>
      fillElse(own, [starts, passes, fails, blocked, waived].filter((s) => s !== own).flat());
    return {
      starts: filled(starts),
      passes: filled(passes),
      fails: filled(fails),
      blocked: filled(blocked),
      waived: filled(waived),
    };
  }

  /** "2–4 hours; check every 10–15 minutes", or the second half on a line of its own. */
  times(): Pick<Task, "takes" | "check"> {
    const label = this.one("Takes");
    const text = (label?.text ?? "").replace(/ ?\((check[^()]*)\)/, "; $1");
    const [first = "", ...more] = text.split(/[;,]/);
    const [rest = ""] = more;
    const takes = label === undefined ? undefined : readDuration(inDigits(first));
    const own = this.one("Check every");
    const every = own?.text ?? /^ ?check(?:ed)? every (.*)$/.exec(rest)?.[1];
    const check = every === undefined ? undefined : readDuration(inDigits(every));
    const wrongTakes = takes === undefined || more.length > 1 || (rest.trim() !== "" && check === undefined);
    if (label !== undefined && wrongTakes)
      this.refuse(label, "a time such as “2–4 hours; check every 10 minutes”");
    if (own !== undefined && check === undefined) this.refuse(own, "a time such as “10–15 minutes”");
    return { ...(takes === undefined ? {} : { takes }), ...(check === undefined ? {} : { check }) };
  }

  because(): { because?: string } {
    const text = this.#own.find((l) => l.name === "Because")?.text;
    return text === undefined || text === "" ? {} : { because: text };
  }

  call(name: string): Task["runs"] {
    const label = this.one(name);
    if (label === undefined) return undefined;
    const codes = label.tokens.filter((t) => t.type === "code");
    const [token] = codes;
    if (token === undefined || codes.length > 1)
      return this.refuse(label, "one call such as `tool(parameter)`, or one command, in backticks");
    return readCall(token, this.#member, {
      linker: this.#with.linker,
      refuse: (expected) => this.refuse(label, expected),
    });
  }

  retries(): Task["retries"] {
    return this.all("Retry").flatMap((label) => {
      const retry = readRetry(label);
      if (retry === undefined) this.refuse(label, "“up to 3 times after 1, 2 and 4 minutes on `cause`”");
      return retry ?? [];
    });
  }

  failure(): { onFailure?: NonNullable<Task["onFailure"]> } {
    const label = this.one("On failure");
    return label === undefined || label.text === "" ? {} : { onFailure: readFailure(label) };
  }
}

/** What a task is read with besides its definition: its name, what all tasks share, and the member that it is for. */
interface TaskContext {
  readonly name: string;
  readonly shared: Definition | undefined;
  readonly member: MemberOf | undefined;
  /** The name of all tasks that the definition makes together. */
  readonly group?: string;
}

/** Reads a task; what is wrong in it is reported, and left out. */
export function readTask(
  definition: Definition,
  { name, shared, member, group }: TaskContext,
  context: WorkflowLinker,
): Task {
  const lines = new LabelLines(definition, context, shared, member);
  const runs = lines.call("Runs");
  const checksWith = lines.call("Checks with");
  const after = lines.one("Fails after");
  const failsAfter = after === undefined ? undefined : readDuration(inDigits(after.text));
  if (after !== undefined && failsAfter === undefined) lines.refuse(after, "a time such as “2 days”");
  return {
    name,
    // What all tasks need doesn't need itself.
    needs: lines
      .needs("Needs")
      .filter((n) => lines.isOwn("Needs") || !("node" in n && [name, group].includes(n.node))),
    when: lines.needs("When"),
    ...(runs === undefined ? {} : { runs }),
    ...(checksWith === undefined ? {} : { checksWith }),
    ...lines.allSignals(),
    ...(failsAfter === undefined ? {} : { failsAfter: failsAfter.to }),
    captures: lines.all("Captures").flatMap((label) => readCaptures(label, context)),
    ...lines.times(),
    informational: lines.one("Blocks nothing") !== undefined,
    ...(["Never fails", "Always passes"].every((l) => lines.one(l) === undefined)
      ? {}
      : { neverFails: true }),
    retries: lines.retries(),
    ...lines.failure(),
    ...lines.because(),
    source: definition.source,
  };
}
