// What a checker is asked and what it answers.
import { z } from "zod";
import { dateSchema, sourceSchema } from "./source.ts";

/** Half-open range of UTF-16 offsets in the text that was checked. */
export const rangeSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

/** How strict an answer is; the strictest of all findings wins. */
export const decisionSchema = z.enum(["allow", "warn", "ask", "deny"]);

const surroundings = {
  cwd: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  host: z.string().optional(),
};

/** A command that is about to run, with the shell that will read it. */
export const commandSchema = z.strictObject({
  kind: z.literal("command"),
  command: z.string(),
  shell: z.enum(["bash", "sh", "zsh", "powershell", "unknown"]).optional(),
  ...surroundings,
});

/**
 * A file that is about to be changed, read or deleted. `content` is all that it will hold, where that is known; else
 * `change` may say what is to change, which only tells one change from another.
 */
export const fileActionSchema = z.strictObject({
  kind: z.enum(["edit", "read", "delete"]),
  path: z.string(),
  content: z.string().optional(),
  change: z.string().optional(),
  ...surroundings,
});

/** A call of an MCP tool with its input. */
export const toolActionSchema = z.strictObject({
  kind: z.literal("tool"),
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  ...surroundings,
});

/** A report that is about to be given: its name in the policy, and its whole text. */
export const reportActionSchema = z.strictObject({
  kind: z.literal("report"),
  report: z.string(),
  text: z.string(),
  ...surroundings,
});

/** Something that an agent is about to do. */
export const actionSchema = z.discriminatedUnion("kind", [
  commandSchema,
  fileActionSchema,
  toolActionSchema,
  reportActionSchema,
]);

/** A command that mends what was found, and what the checker says of that command. */
export const fixSchema = z.strictObject({ command: z.string(), decision: decisionSchema });

/** Where in a report: lines and columns count from 1. */
const placeSchema = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});

/** One thing that was found: by a rule, or by the reader of the command (`code`). */
export const findingSchema = z.strictObject({
  rule: z.string().optional(),
  code: z.string().optional(),
  sentence: z.string().optional(),
  message: z.string(),
  /** What should stand there, where that can be shown: a line, or the shapes that a line may have. */
  expected: z.string().optional(),
  because: z.string().optional(),
  instead: z.string().optional(),
  decision: decisionSchema,
  certain: z.boolean(),
  range: rangeSchema.optional(),
  /** The range as lines and columns, for findings in a report. */
  place: placeSchema.optional(),
  source: sourceSchema.optional(),
  /** The page of the rule, where the project says where its site is. */
  url: z.string().optional(),
  /** The day of the entry that the source stands in, where the finding hangs on a report's layout of that day. */
  date: dateSchema.optional(),
});

/** The answer to an action. `plan` names exactly what was checked: any change of it gives another key. */
export const verdictSchema = z.strictObject({
  schemaVersion: z.literal(1),
  decision: decisionSchema,
  findings: z.array(findingSchema),
  fix: fixSchema.optional(),
  canonical: z.string(),
  plan: z.string(),
  opaque: z.array(z.strictObject({ range: rangeSchema, reason: z.string() })),
  revision: z.string(),
});
