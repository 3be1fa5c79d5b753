// What rules refer to: lists with their members, and tools with their options.
import { z } from "zod";
import { patternSchema } from "./pattern.ts";
import { dateSchema, idSchema, sourceSchema } from "./source.ts";

/** A member of a list, with its reason, the date of the entry that added it, and its line. */
export const memberSchema = z.strictObject({
  value: z.string().min(1),
  reason: z.string().optional(),
  date: dateSchema.optional(),
  source: sourceSchema,
});

/** A list as it stands after all entries: `members` says how a member is compared with a value. */
export const listSchema = z.strictObject({
  name: z.string().min(1),
  column: z.string(),
  matching: z.enum(["exact", "prefix", "glob"]),
  members: z.array(memberSchema),
  source: sourceSchema,
});

/** How many words an option takes; `glued` is a value right behind it (`-Skey`, `--color=when`). */
export const aritySchema = z.enum(["nothing", "one", "many", "list", "key=value", "glued"]);

/** How a tool compares an option's value with names. */
export const comparisonSchema = z.enum(["exact", "substring", "prefix", "suffix", "glob", "regex"]);

/** What an option's values or an operand are to the tool: files, a command that it runs, or a host. */
export const roleSchema = z.enum(["reads", "writes", "deletes", "runs", "host"]);

/** An option (`--x`) or an operand (`<x>`) of a tool. */
export const optionSchema = z.strictObject({
  name: z.string().min(1),
  also: z.array(z.string()),
  takes: z.array(aritySchema).min(1),
  type: z.enum(["version", "number", "date", "path", "refspec"]).optional(),
  matches: comparisonSchema,
  role: roleSchema.optional(),
  meaning: z.string().optional(),
  source: sourceSchema.optional(),
});

/** A tool; `declared` is false where its options were only inferred from the rules that name it. */
export const toolSchema = z.strictObject({
  name: z.string().min(1),
  also: z.array(z.string()),
  runsOn: z.array(z.string()),
  repeatable: z.boolean(),
  declared: z.boolean(),
  /** True where the tool takes the beginning of a long option for it (`--forc`), if no other one begins so. */
  abbreviates: z.boolean().optional(),
  /** True where every option that isn't listed takes nothing: such rows are left out of shipped declarations. */
  switchesLeftOut: z.boolean().optional(),
  /** True where all words behind the first operand are operands (`docker run IMAGE …`). */
  optionsFirst: z.boolean().optional(),
  /** Subcommands that change nothing, as words behind the name; an empty one stands for the tool itself and all of them. */
  changesNothing: z.array(z.string()).optional(),
  options: z.array(optionSchema),
  operands: z.array(optionSchema),
  source: sourceSchema.optional(),
});

/** Where a fact comes from: a path into a state file or a tool's result, a command's output, or a person. */
const originSchema = z.strictObject({
  by: z.enum(["file", "tool", "command", "person"]),
  of: z.string().optional(),
  path: z.string().optional(),
});

/** A fact that rules may hang on. `atMost` is its greatest age in minutes. */
export const factSchema = z.strictObject({
  name: z.string().min(1),
  from: originSchema.optional(),
  values: z.array(z.string()),
  type: z.enum(["text", "version", "number", "date"]),
  atMost: z.number().optional(),
  source: sourceSchema,
});

/** A step: any of its patterns counts as having done it. */
export const stepSchema = z.strictObject({
  name: z.string().min(1),
  patterns: z.array(patternSchema).min(1),
  source: sourceSchema,
});

/** What an operator's whole message grants: tools and steps by name. `sets` is what it says of facts. */
export const approvalSchema = z.strictObject({
  name: z.string().min(1),
  phrases: z.array(
    z.strictObject({
      says: z.string().min(1),
      grants: z.array(z.string()),
      sets: z.record(z.string().min(1), z.string()).optional(),
      source: sourceSchema,
    }),
  ),
  source: sourceSchema,
});

/** A plain list item: read by people and agents, checked by nobody. */
export const guidanceSchema = z.strictObject({
  id: idSchema.optional(),
  text: z.string().min(1),
  details: z.array(z.string()),
  because: z.string().optional(),
  until: dateSchema.optional(),
  date: dateSchema.optional(),
  entry: z.string().optional(),
  source: sourceSchema,
});
