// The rule kinds: what each one holds. A new kind adds one entry to `kinds` and one validator.
import { z } from "zod";
import { conditionSchema, exceptionSchema, joinSchema } from "./condition.ts";
import { patternSchema } from "./pattern.ts";
import { reportKinds } from "./report.ts";
import { dateSchema, idSchema, sourceSchema } from "./source.ts";

const patterns = z.array(patternSchema).min(1);
const targets = { targets: patterns };
const optionUse = z.strictObject({ name: z.string().min(1), value: z.string().optional() });
const options = { options: z.array(optionUse).min(1), join: joinSchema };
const option = { option: z.string().min(1) };
const list = { list: z.string().min(1), noun: z.string().optional() };
const globs = { globs: z.array(z.string().min(1)).min(1) };
const limit = { limit: z.int().min(0) };

const step = z.strictObject({ name: z.string(), patterns });

const kinds = {
  "always-pass": { ...options, ...targets },
  "always-pass-every": { ...option, ...list, ...targets },
  /** Each step of `first` must have succeeded before `targets`; for each value of `option` on its own where it is named. */
  "always-before": {
    first: z.array(step).min(1),
    ...targets,
    option: z.string().optional(),
    session: z.boolean(),
  },
  "always-under": { ...targets, under: patterns },
  "always-each": { first: patterns, ...targets },
  "never-run": targets,
  "run-approved": targets,
  "never-times": { ...targets, ...limit },
  "never-at-once": { ...targets, ...limit },
  "never-until": { ...targets, notBefore: conditionSchema },
  "never-before-date": { ...targets, fact: z.string().min(1) },
  "never-pass": { ...options, ...targets },
  "never-pass-value": { values: z.array(z.string()).min(1), option: z.string().optional(), ...targets },
  "never-pass-any": { ...option, ...list, ...targets },
  "never-combine": { ...options, with: z.array(z.string().min(1)).min(1), ...targets },
  "never-pipe": { ...targets, into: patterns },
  "never-touch": { verb: z.enum(["edit", "read", "delete"]), ...globs },
  "never-write": {
    texts: z.array(z.string().min(1)).min(1),
    ...globs,
    notBefore: conditionSchema.optional(),
  },
  "ask-before": targets,
  "ask-editing": globs,
  default: { ...option, value: z.string(), ...targets },
  "prefer-option": { ...option, over: z.array(z.string().min(1)).min(1), ...targets },
  "prefer-tool": { preferred: z.string().min(1), ...targets },
  order: { steps: z.array(step).min(2) },
  require: { condition: conditionSchema, ...targets },
  allow: targets,
  ...reportKinds,
} as const;

/** What an author's example says, and where; `facts` is the state that it stands in. */
export const exampleSchema = z.strictObject({
  expect: z.enum(["deny", "ask", "silent"]),
  command: z.string(),
  facts: z.record(z.string(), z.string()),
  source: sourceSchema,
});

const common = {
  id: idSchema,
  sentence: z.string().min(1),
  when: conditionSchema.optional(),
  unless: z.array(exceptionSchema),
  because: z.string().optional(),
  instead: z.string().optional(),
  exceptionTo: z.array(idSchema),
  until: dateSchema.optional(),
  reviewBy: z.string().optional(),
  date: dateSchema.optional(),
  entry: z.string().optional(),
  supersedes: z.array(z.strictObject({ id: idSchema, options: z.array(z.string()) })),
  examples: z.array(exampleSchema),
  source: sourceSchema,
};

const kind = <K extends keyof typeof kinds>(name: K) =>
  z.strictObject({ ...common, kind: z.literal(name), ...kinds[name] });

/** A rule of any kind, with its canonical sentence and where it stands. */
export const ruleSchema = z.discriminatedUnion("kind", [
  kind("always-pass"),
  kind("always-pass-every"),
  kind("always-before"),
  kind("always-under"),
  kind("always-each"),
  kind("never-run"),
  kind("run-approved"),
  kind("never-times"),
  kind("never-at-once"),
  kind("never-until"),
  kind("never-before-date"),
  kind("never-pass"),
  kind("never-pass-value"),
  kind("never-pass-any"),
  kind("never-combine"),
  kind("never-pipe"),
  kind("never-touch"),
  kind("never-write"),
  kind("ask-before"),
  kind("ask-editing"),
  kind("default"),
  kind("prefer-option"),
  kind("prefer-tool"),
  kind("order"),
  kind("require"),
  kind("allow"),
  kind("always-write"),
  kind("always-write-each"),
  kind("always-write-list"),
  kind("always-write-command"),
  kind("never-write-in"),
  kind("never-write-twice"),
  kind("never-write-again"),
  kind("never-report-before"),
]);
