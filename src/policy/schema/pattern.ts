// A command with holes: the program, its first operands, and options that must be present.
import { z } from "zod";

/** An option in a pattern, and the value that it must have where one is named. */
const patternOptionSchema = z.strictObject({
  name: z.string().min(1),
  value: z.string().optional(),
});

/**
 * A command pattern. `program` may hold `*`; an operand may hold `<name>` (one word or part of one) or be `…`
 * (any number of words). Matching is open: an invocation may have further words.
 */
export const patternSchema = z.strictObject({
  text: z.string().min(1),
  program: z.string().min(1),
  operands: z.array(z.string()),
  options: z.array(patternOptionSchema),
});
