// Where a piece of the policy stands in the Markdown that it came from.
import { z } from "zod";

/** A place in a source file: the path is relative to the project and uses `/`; lines and columns count from 1. */
export const sourceSchema = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});

/** A calendar date, `YYYY-MM-DD`. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An id: lower-case words joined by dashes, behind its document's name where two documents have the same. */
export const idSchema = z.string().regex(/^([^\s/`]+\/)?[a-z0-9][a-z0-9-]*$/);
