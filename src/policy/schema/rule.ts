// The rule kinds: what each one holds. A new kind adds one entry to `kinds` and one validator.
import { z } from "zod";
import { conditionSchema, exceptionSchema, joinSchema } from "./condition.ts";
import { patternSchema } from "./pattern.ts";
import { dateSchema, idSchema, sourceSchema } from "./source.ts";

const targets = { targets: z.array(patternSchema).min(1) };
const optionUse = z.strictObject({ name: z.string().min(1), value: z.string().optional() });
const options = { options: z.array(optionUse).min(1), join: joinSchema };
const option = { option: z.string().min(1) };
const list = { list: z.string().min(1), noun: z.string().optional() };

const kinds = {
  "always-pass": { ...options, ...targets },
  "always-pass-every": { ...option, ...list, ...targets },
  "never-run": targets,
  "never-pass": { ...options, ...targets },
  "never-pass-value": { values: z.array(z.string()).min(1), option: z.string().optional(), ...targets },
  "never-pass-any": { ...option, ...list, ...targets },
  "run-approved": targets,
  "ask-before": targets,
  default: { ...option, value: z.string(), ...targets },
  order: { steps: z.array(patternSchema).min(2) },
} as const;

/** What an author's example says, and where. */
export const exampleSchema = z.strictObject({
  expect: z.enum(["deny", "ask", "silent"]),
  command: z.string(),
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
  kind("never-run"),
  kind("never-pass"),
  kind("never-pass-value"),
  kind("never-pass-any"),
  kind("run-approved"),
  kind("ask-before"),
  kind("default"),
  kind("order"),
]);
