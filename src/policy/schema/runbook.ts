// Runbooks: what people and agents do in an incident, section by section, with what finds the right one.
import { z } from "zod";
import { sourceSchema } from "./source.ts";

const text = z.string().min(1);

/** What a section is about, whatever its heading calls it; `other` where the heading doesn't say. */
export const sectionKindSchema = z.enum([
  "symptoms",
  "impact",
  "diagnosis",
  "resolution",
  "verification",
  "prevention",
  "escalation",
  "related",
  "metadata",
  "summary",
  "other",
]);

/** A command of a step. Those of one fence share a `block`: they are read, and checked, as one shell text. */
const stepCommandSchema = z.strictObject({
  command: text,
  block: z.int().min(0),
  /** True for a command in a line of prose instead of a fence. */
  inline: z.boolean(),
  /** The comment in front of it. */
  comment: z.string().optional(),
  /** Names in it that stand for values to be filled in. */
  placeholders: z.array(text),
  source: sourceSchema,
});

/** What to look for in a command's output: anything, a sign of trouble, or what is as it should be. */
export const lookSchema = z.strictObject({
  kind: z.enum(["look", "problem", "expected"]),
  text,
  source: sourceSchema,
});

/** A step: a list item, a paragraph or a row of a table, with all that belongs to it. */
export const runbookStepSchema = z.strictObject({
  /** `1.`, `-`, or nothing for a paragraph. */
  mark: z.string(),
  /** How deep it stands among list items, from 0. */
  level: z.int().min(0),
  text: z.string(),
  /** What a row of a table names as the cause of what it describes. */
  cause: z.string().optional(),
  commands: z.array(stepCommandSchema),
  looks: z.array(lookSchema),
  /** Code that is no shell command: a query, a file, another shell's. */
  code: z.array(z.strictObject({ language: z.string(), text, source: sourceSchema })),
  source: sourceSchema,
});

/** A heading and what stands under it up to the next one. `also` are further kinds that its heading names. */
export const runbookSectionSchema = z.strictObject({
  kind: sectionKindSchema,
  also: z.array(sectionKindSchema),
  title: z.string(),
  depth: z.int().min(0),
  steps: z.array(runbookStepSchema),
  /** Where it says that its commands change nothing. */
  changesNothing: sourceSchema.optional(),
  source: sourceSchema,
});

/** A runbook. `strict` is true where its loose ends are to be reported, `whole` where it is to have every section. */
export const runbookSchema = z.strictObject({
  name: text,
  title: text,
  owner: z.string().optional(),
  strict: z.boolean(),
  whole: z.boolean(),
  /** What it says of itself: component, severity, last updated and the like, in its own words. */
  labels: z.array(z.strictObject({ name: text, value: text, source: sourceSchema })),
  alerts: z.array(z.strictObject({ name: text, source: sourceSchema })),
  /** Texts of errors that its symptoms show. */
  errors: z.array(z.strictObject({ text, source: sourceSchema })),
  sections: z.array(runbookSectionSchema),
  source: sourceSchema,
});
