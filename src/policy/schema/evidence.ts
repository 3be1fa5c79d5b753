// Evidence: a table of results that work has to bring, with its columns and what must hold between them.
import { z } from "zod";
import { conditionSchema } from "./condition.ts";
import { sourceSchema } from "./source.ts";

const name = z.string().min(1);

/** How the value of a typed column is limited. */
export const boundSchema = z.strictObject({
  test: z.enum(["above", "below", "at-least", "at-most"]),
  value: name,
});

/** One kind of value that a cell may hold: a fixed one, a member of a list, one of a type, or one of a shape. */
export const cellFormSchema = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("value"), value: name }),
  z.strictObject({ is: z.literal("member"), list: name }),
  z.strictObject({
    is: z.literal("type"),
    type: z.enum(["text", "url", "date", "number", "version"]),
    bounds: z.array(boundSchema),
  }),
  /** Literal but for its `<holes>`, each of which stands for something. */
  z.strictObject({ is: z.literal("shape"), shape: name }),
  z.strictObject({ is: z.literal("expression"), pattern: name }),
]);

/** A column; a cell holds one of `forms`, or nothing where it isn't required. */
export const evidenceColumnSchema = z.strictObject({
  name,
  forms: z.array(cellFormSchema).min(1),
  required: z.boolean(),
  source: sourceSchema,
});

/** What `must` hold in a row where `when` does; both look at columns. `sentence` says it in canonical words. */
export const evidenceConditionSchema = z.strictObject({
  when: conditionSchema,
  must: conditionSchema,
  sentence: name,
  because: z.string().optional(),
  source: sourceSchema,
});

/** A table of results. With `rows` each member of that list has exactly one row, by its value in `column`. */
export const evidenceSchema = z.strictObject({
  name,
  rows: z.strictObject({ list: name, noun: z.string().optional(), column: name }).optional(),
  columns: z.array(evidenceColumnSchema).min(1),
  conditions: z.array(evidenceConditionSchema),
  /** Words that no cell may hold, whatever their case. */
  unsaid: z.array(name),
  because: z.string().optional(),
  source: sourceSchema,
});
