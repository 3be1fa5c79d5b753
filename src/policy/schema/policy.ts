// The whole policy: the one thing that the compiler and the checker share.
import { z } from "zod";
import { decisionSchema } from "./decision.ts";
import {
  approvalSchema,
  factSchema,
  guidanceSchema,
  listSchema,
  stepSchema,
  toolSchema,
} from "./definitions.ts";
import { evidenceSchema } from "./evidence.ts";
import { reportSchema, reportStateSchema } from "./report.ts";
import { ruleSchema } from "./rule.ts";
import { runbookSchema } from "./runbook.ts";
import { dateSchema, idSchema, sourceSchema } from "./source.ts";
import { mcpToolSchema, workflowSchema } from "./workflow.ts";

/** A rule or a guidance item that a later one replaced: kept for its story, not enforced. */
export const superseded = z.strictObject({
  id: idSchema,
  by: idSchema,
  sentence: z.string(),
  because: z.string().optional(),
  date: dateSchema.optional(),
  source: sourceSchema,
});

/** A member that joined or left a list. */
const listChange = z.strictObject({
  list: z.string(),
  change: z.enum(["added", "removed"]),
  value: z.string(),
  reason: z.string().optional(),
  date: dateSchema.optional(),
  source: sourceSchema,
});

/** A source file: what it says of itself, and the SHA-256 of its text. `appliesTo` limits its rules about files. */
const sourceFileSchema = z.strictObject({
  file: z.string(),
  kind: z.string(),
  owner: z.string().optional(),
  reviewBy: dateSchema.optional(),
  appliesTo: z.array(z.string().min(1)).min(1).optional(),
  hash: z.string(),
});

/** What the project chose for cases that no rule decides. */
const settingsSchema = z.strictObject({
  /** What becomes of a program that runs something which can't be seen into. */
  opaque: z.enum(["allow", "ask"]),
  /** Whether an unknown value is taken for a possible option, and for several words. */
  strict: z.boolean(),
  /** How long an approval lasts, and a command that nobody has seen end counts as running. */
  approvalHours: z.number().optional(),
  leaseHours: z.number().optional(),
  /** For how long, and how many, runs are kept in the ledger. */
  keepDays: z.number().optional(),
  keepRuns: z.number().optional(),
  /** Where the project's site is: findings lead to the pages of their rules. */
  site: z.string().optional(),
});

/** The compiled policy. `revision` is the SHA-256 of the rest in canonical JSON. */
export const policySchema = z.strictObject({
  schemaVersion: z.literal(1),
  revision: z.string().regex(/^[0-9a-f]{64}$/),
  sources: z.array(sourceFileSchema),
  lists: z.array(listSchema),
  tools: z.array(toolSchema),
  facts: z.array(factSchema),
  steps: z.array(stepSchema),
  approvals: z.array(approvalSchema),
  decisions: z.array(decisionSchema),
  evidence: z.array(evidenceSchema),
  workflows: z.array(workflowSchema),
  mcpTools: z.array(mcpToolSchema),
  reports: z.array(reportSchema),
  rules: z.array(ruleSchema),
  runbooks: z.array(runbookSchema),
  guidance: z.array(guidanceSchema),
  /** Names that stand in sources for values to be filled in, such as `promotion-id` for `<promotion-id>`. */
  placeholders: z.array(z.string().min(1)),
  settings: settingsSchema,
  history: z.strictObject({
    superseded: z.array(superseded),
    lists: z.array(listChange),
    /** Every state of every report, in the order of time; the last one of each is in force. */
    reports: z.array(reportStateSchema),
  }),
});
