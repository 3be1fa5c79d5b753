// Reports: what a status or a summary must look like, section by section, and the rules about their texts.
import { z } from "zod";
import { joinSchema } from "./condition.ts";
import { patternSchema } from "./pattern.ts";
import { shapeSchema } from "./shape.ts";
import { dateSchema, sourceSchema } from "./source.ts";

const name = z.string().min(1);

/** A section: its heading without the colon, and the shapes of its lines; without shapes any line will do. */
export const sectionSchema = z.strictObject({
  name,
  lines: z.array(shapeSchema),
  required: z.boolean(),
  because: z.string().optional(),
  date: dateSchema.optional(),
  source: sourceSchema,
});

/** A text under a report's heading that must pass. The source is that of its first line. */
const sampleSchema = z.strictObject({ text: z.string(), source: sourceSchema });

const layout = {
  /** The line in front of the first section, where the report has one. */
  title: sectionSchema.optional(),
  sections: z.array(sectionSchema),
  because: z.string().optional(),
  date: dateSchema.optional(),
  source: sourceSchema,
};

/** A report as it stands after all entries. Its sections stand in this order, each once. */
export const reportSchema = z.strictObject({ name, ...layout });

/** A report as one entry left it. */
export const reportStateSchema = z.strictObject({
  report: name,
  change: z.enum(["defined", "changed"]),
  entry: z.string().optional(),
  ...layout,
  samples: z.array(sampleSchema),
});

const texts = z.array(shapeSchema).min(1);
const inSection = { section: name, report: name };
const patterns = z.array(patternSchema).min(1);

/** The rules about reports, by kind. */
export const reportKinds = {
  /** Without a section the text may stand anywhere. */
  "always-write": { texts, join: joinSchema, section: name.optional(), report: name },
  /** For every member of a list, or for every one that the options of a command in a section name. */
  "always-write-each": {
    texts,
    ...inSection,
    list: name,
    noun: z.string().optional(),
    named: z.strictObject({ options: z.array(name).min(1), commands: patterns, section: name }).optional(),
  },
  /** The lines of the section are the members of the list, in its order. */
  "always-write-list": { list: name, noun: z.string().optional(), ...inSection },
  "always-write-command": { commands: patterns, ...inSection },
  "never-write-in": { texts, section: name.optional(), report: name },
  "never-write-twice": { hole: name, ...inSection },
  /** What stands in the hole in one section must not stand in the other. */
  "never-write-again": { hole: name, from: name, ...inSection },
  "never-report-before": {
    report: name,
    first: z.array(z.strictObject({ name: z.string(), patterns })).min(1),
  },
} as const;
