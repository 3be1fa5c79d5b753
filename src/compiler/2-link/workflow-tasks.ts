// One task from its label lines.
import type { Fact, Need, Signal, Task } from "../../policy/types.ts";
import type { Definition, DefinitionLabel } from "../1-read/document.ts";
import { invalidLabel } from "../messages/generated.ts";
import { readDuration, readTimes } from "./durations.ts";
import type { Linker } from "./linker.ts";
import { linkPattern } from "./patterns.ts";
import { readNeeds } from "./workflow-needs.ts";
import { readCaptures, readSignals } from "./workflow-signals.ts";

/** What tasks, waits and gates are linked with. */
export interface WorkflowLinker {
  readonly linker: Linker;
  readonly statuses: ReadonlySet<Fact>;
}

/** The label lines of a definition, and behind them those that it shares with all tasks where it lacks them. */
export class LabelLines {
  readonly #own: readonly DefinitionLabel[];
  readonly #shared: readonly DefinitionLabel[];
  readonly #with: WorkflowLinker;

  constructor(own: Definition, shared: Definition | undefined, linker: WorkflowLinker) {
    this.#own = own.labels;
    this.#shared = shared?.labels ?? [];
    this.#with = linker;
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

  /** "2–4 hours; check every 10–15 minutes", or the second half on a line of its own. */
  times(): Pick<Task, "takes" | "check"> {
    const label = this.one("Takes");
    const [first = "", ...more] = (label?.text ?? "").split(/[;,]/);
    const [rest = ""] = more;
    const takes = label === undefined ? undefined : readDuration(first);
    const own = this.one("Check every");
    const every = own?.text ?? /^ ?check(?:ed)? every (.*)$/.exec(rest)?.[1];
    const check = every === undefined ? undefined : readDuration(every);
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
    const match = /^([\w.:-]{1,200})\(([^()]*)\)$/.exec(token.text);
    if (match === null) {
      const command = linkPattern(token, this.#with.linker);
      return command === undefined ? undefined : { command, source: token.source };
    }
    const parameters = (match[2] ?? "").split(",").map((p) => p.trim());
    const named = parameters.length === 1 && parameters[0] === "" ? [] : parameters;
    if (!named.every((p) => /^[\w-]+$/.test(p))) return this.refuse(label, "the names of parameters");
    return { tool: match[1] ?? "", parameters: named, source: token.source };
  }

  /** "up to 3 times after 1, 2 and 4 minutes on `cause` or `cause`". */
  retries(): Task["retries"] {
    return this.all("Retry").flatMap((label) => {
      const before = label.text.split("`")[0] ?? "";
      const match =
        /^up to (\d{1,3}) times?(?: after ([\d, and]{1,80}(?:second|minute|min|hour)s?))?(?: on)?[ .]*$/.exec(
          before.trim(),
        );
      const times = Number(match?.[1] ?? 0);
      const after = match?.[2] === undefined ? [] : readTimes(match[2]);
      const on = label.tokens.filter((t) => t.type === "code").map((t) => t.text);
      if (times > 0 && after !== undefined) return [{ times, after, on, source: label.source }];
      this.refuse(label, "“up to 3 times after 1, 2 and 4 minutes on `cause`”");
      return [];
    });
  }

  failure(): { onFailure?: NonNullable<Task["onFailure"]> } {
    const label = this.one("On failure");
    if (label === undefined || label.text === "") return {};
    const { tokens } = label;
    const set = tokens.flatMap((t, i) => {
      const [fact, to, value] = tokens.slice(i + 1, i + 4);
      const isSet = t.text === "set" && fact?.type === "code" && to?.text === "to" && value?.type === "code";
      return isSet ? [{ fact: fact.text, value: value.text }] : [];
    });
    const tell = tokens.flatMap((t, i) =>
      ["tell", "notify"].includes(t.text) && tokens[i + 1]?.type === "code"
        ? [tokens[i + 1]?.text ?? ""]
        : [],
    );
    const stop = tokens.some((t) => t.type === "word" && t.text.toLowerCase() === "stop");
    return { onFailure: { text: label.text, set, tell, stop } };
  }
}

/** Reads a task; what is wrong in it is reported, and left out. */
export function readTask(
  definition: Definition,
  name: string,
  shared: Definition | undefined,
  context: WorkflowLinker,
): Task {
  const lines = new LabelLines(definition, shared, context);
  const runs = lines.call("Runs");
  const checksWith = lines.call("Checks with");
  const after = lines.one("Fails after");
  const failsAfter = after === undefined ? undefined : readDuration(after.text);
  if (after !== undefined && failsAfter === undefined) lines.refuse(after, "a time such as “2 days”");
  return {
    name,
    // What all tasks need doesn't need itself.
    needs: lines.needs("Needs").filter((n) => lines.isOwn("Needs") || !("node" in n && n.node === name)),
    when: lines.needs("When"),
    ...(runs === undefined ? {} : { runs }),
    ...(checksWith === undefined ? {} : { checksWith }),
    starts: lines.signals("Starts when"),
    passes: lines.signals("Passes when"),
    fails: lines.signals("Fails when"),
    blocked: lines.signals("Blocked when"),
    waived: lines.signals("Waived when"),
    ...(failsAfter === undefined ? {} : { failsAfter: failsAfter.to }),
    captures: lines.all("Captures").flatMap((label) => readCaptures(label, context)),
    ...lines.times(),
    informational: lines.one("Blocks nothing") !== undefined,
    ...(lines.one("Never fails") === undefined ? {} : { neverFails: true }),
    retries: lines.retries(),
    ...lines.failure(),
    ...lines.because(),
    source: definition.source,
  };
}
