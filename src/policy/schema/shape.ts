// Shapes: lines of a report with holes in them.
import { z } from "zod";
import { sourceSchema } from "./source.ts";

const name = z.string().min(1);

/** What may stand in a hole of a shape. `text` is anything, `word` has no blank and no comma. */
export const holeTypeSchema = z.enum([
  "text",
  "word",
  "number",
  "version",
  "date",
  "time",
  "duration",
  "url",
  "path",
  "values",
  "list",
]);

/** A hole: its name, and what may stand there. */
const holeSchema = z.strictObject({
  hole: name,
  type: holeTypeSchema,
  values: z.array(name).min(1).optional(),
  list: name.optional(),
});

/** A line with holes, as literal texts and holes in turn. `text` is how authors write it. */
export const shapeSchema = z.strictObject({
  text: name,
  parts: z.array(z.union([name, holeSchema])).min(1),
  source: sourceSchema,
});
