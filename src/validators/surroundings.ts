// What lies around an action, as the rules see it.
import type { Action } from "../policy/types.ts";
import type { Invocation, Reading } from "../shell/types.ts";
import type { CheckContext, CheckerOptions } from "./context.ts";
import { decide } from "./decide.ts";
import type { PolicyIndex } from "./policy-index.ts";
import type { Subject } from "./subject.ts";

export interface Surroundings {
  readonly action: Action;
  readonly context: CheckContext;
  readonly options: CheckerOptions;
  readonly policy: PolicyIndex;
  readonly reading: Reading;
}

/** A file action has no words; rules about files are held against this. */
const NO_WORD = { text: "", raw: "", range: { start: 0, end: 0 }, exact: false };
const NO_INVOCATION: Invocation = {
  name: "",
  program: NO_WORD,
  args: [],
  env: [],
  redirections: [],
  host: undefined,
  carriers: [],
  succeeded: [],
  pipedFrom: undefined,
  certain: true,
  range: NO_WORD.range,
  quoting: "none",
};

/** The subject of an action that is no command. */
export function fileSubject(around: Surroundings): Subject {
  return subjectOf(NO_INVOCATION, 0, around);
}

/** An invocation in its place among the others. */
export function subjectOf(invocation: Invocation, position: number, around: Surroundings): Subject {
  const { action, context, options, policy, reading } = around;
  const { tool, args, declaration, commandWords } = policy.read(invocation);
  return {
    invocation,
    position,
    reading,
    policy,
    args,
    tool,
    declaration,
    commandWords,
    list: (name) => policy.list(name),
    option: (name) => policy.option(declaration, name),
    regex: options.regex,
    history: context.history ?? "unknown",
    ledger: context.ledger,
    today: options.today,
    root: options.root,
    cwd: directoryOf(invocation, action),
    host: invocation.host === undefined ? action.host : invocation.host,
    fact: (name) => factValue(name, around),
    variable: (name) => variableValue(name, invocation, action),
    fileExists: (path) => context.fileExists?.(path),
  };
}

/** Where an invocation starts: where the text has gone by then, else where the action does. */
function directoryOf({ cwd, host }: Invocation, action: Action): string | null | undefined {
  if (host !== undefined) return null;
  return cwd === undefined ? action.cwd : cwd;
}

/** What the caller supplies; the outcome of a decision is decided of it. */
function factValue(name: string, { context, options, policy }: Surroundings): string | undefined {
  const facts = { ...context.ledger?.facts(), ...context.facts };
  if (Object.hasOwn(facts, name)) return facts[name];
  const table = policy.decision(name);
  if (table === undefined) return undefined;
  const answer = decide(table, facts, { decision: (other) => policy.decision(other), today: options.today });
  return answer.status === "decided" ? answer.outcome : undefined;
}

/** What is set for the command alone comes before the environment that the caller names. */
function variableValue(name: string, invocation: Invocation, action: Action): string | null | undefined {
  const own = [...invocation.env].reverse().find((e) => e.name === name);
  if (own !== undefined) return own.value.text;
  if (action.env === undefined) return undefined;
  return Object.hasOwn(action.env, name) ? action.env[name] : null;
}
