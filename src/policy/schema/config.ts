// The optional configuration of a project.
import { z } from "zod";

const hours = z.number().min(0.01).max(8_760);

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
  approvalHours: hours
    .optional()
    .describe("How long a person's approval lasts, and a plan waits for one, in hours. Default: 4"),
  leaseHours: hours
    .optional()
    .describe("How long a command that nobody has seen end counts as running, in hours. Default: 4"),
  keepDays: z
    .int()
    .min(1)
    .max(36_500)
    .optional()
    .describe("How many days a run's ledger is kept after its last event. Default: 90"),
  keepRuns: z.int().min(1).max(1_000_000).optional().describe("How many runs are kept. Default: 1000"),
  site: z
    .string()
    .regex(/^https?:\/\/[^\s"<>]+$/)
    .optional()
    .describe("Where the site of this project is: findings then lead to the pages of their rules"),
  agents: z
    .array(
      z.enum([
        "agents-md",
        "agents-skills",
        "claude",
        "claude-rules",
        "claude-skills",
        "cursor",
        "copilot",
        "copilot-repository",
        "gemini",
        "cline",
        "devin",
        "kiro",
      ]),
    )
    .optional()
    .describe(
      "Which files are written for agents. Default: agents-md, claude, claude-skills and agents-skills",
    ),
  templates: z
    .string()
    .min(1)
    .optional()
    .describe("A folder of Handlebars templates that are taken in place of Bylaw's own of the same name"),
  mode: z
    .enum(["enforce", "observe"])
    .optional()
    .describe(
      "Whether hooks decide, or only write down what they would have decided. `bylaw install` puts it into the hook line. Default: enforce",
    ),
  fail: z
    .enum(["closed", "open"])
    .optional()
    .describe(
      "What becomes of a call that a hook can't check. `bylaw install` puts it into the hook line. Default: closed",
    ),
  deadline: z
    .int()
    .min(100)
    .max(10_000)
    .optional()
    .describe(
      "After how many milliseconds a hook answers that it can't check. `bylaw install` puts it into the hook line. Default: 5000",
    ),
  write: z.boolean().optional().describe("Also write agent files into the project, inside marked blocks"),
});
