// Decision tables: inputs with their domains, rows, and what the outcomes mean to a caller.
import { z } from "zod";
import { dateSchema, sourceSchema } from "./source.ts";

const name = z.string().min(1);

/** One test of a cell: on values, or on the order of numbers, versions and dates. */
export const cellTestSchema = z.discriminatedUnion("test", [
  z.strictObject({ test: z.literal("is"), values: z.array(z.string()).min(1), negated: z.boolean() }),
  z.strictObject({ test: z.enum(["above", "below", "at-least", "at-most"]), value: z.string() }),
]);

/** What a row asks of one input: alternatives, each of tests that hold together. */
const cellSchema = z.strictObject({ input: name, anyOf: z.array(z.array(cellTestSchema).min(1)).min(1) });

/** An input: a fact, or the outcome of another decision. Without `values` its type is its domain. */
export const inputSchema = z.strictObject({
  name,
  of: z.enum(["fact", "decision"]),
  type: z.enum(["text", "version", "number", "date"]),
  values: z.array(z.string()),
});

/** A row. `otherwise` catches what no other row does; from the day after `until` the row is gone. */
export const rowSchema = z.strictObject({
  when: z.array(cellSchema),
  otherwise: z.boolean(),
  outcome: name,
  because: z.string().optional(),
  until: dateSchema.optional(),
  source: sourceSchema,
});

/** An outcome that occurs in a table, with what its heading says of it. */
export const outcomeSchema = z.strictObject({
  name,
  exitStatus: z.int().min(0).max(255).optional(),
  message: z.string().optional(),
  because: z.string().optional(),
  source: sourceSchema.optional(),
});

/** A decision table. `applies` says which rows count: the only one that fits, or the first. */
export const decisionSchema = z.strictObject({
  name,
  applies: z.enum(["exactly-one", "first"]),
  inputs: z.array(inputSchema),
  rows: z.array(rowSchema),
  outcomes: z.array(outcomeSchema),
  because: z.string().optional(),
  source: sourceSchema,
});
