// The optional configuration of a project.
import { z } from "zod";

/** `bylaw.config.json`. Globs and folders are relative to the file. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  sources: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Globs of the Markdown sources. Default: playbooks/**/*.md and learnings/**/*.md"),
  out: z.string().min(1).optional().describe("The folder of all outputs. Default: dist"),
  opaque: z
    .enum(["allow", "ask"])
    .optional()
    .describe("What becomes of a program that runs something Bylaw can't see into. Default: allow"),
  strict: z
    .boolean()
    .optional()
    .describe("Take a value that can't be known for a possible option and for several words. Default: false"),
  pictures: z
    .boolean()
    .optional()
    .describe("Also draw each playbook's graph as an SVG file beside its page. Default: true"),
  write: z.boolean().optional().describe("Also write agent files into the project, inside marked blocks"),
});
