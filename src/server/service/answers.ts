// What each operation answers, as schemas: from them MCP's output schemas come.
import { z } from "zod";
import { verdictSchema } from "../../policy/schema/verdict.ts";
import type { OperationName } from "./requests.ts";

const version = z.literal(1);
const items = z.array(z.looseObject({}));

export const ANSWERS = {
  check: verdictSchema,
  next: z.looseObject({
    schemaVersion: version,
    playbook: z.string(),
    ready: items,
    running: items,
    blocked: items,
    waiting: items,
    failed: items,
    done: items,
  }),
  decide: z.looseObject({
    schemaVersion: version,
    decision: z.string(),
    status: z.enum(["decided", "undecided"]),
    outcome: z.string().optional(),
    exitStatus: z.int(),
  }),
  find: z.strictObject({ schemaVersion: version, found: items, more: z.int() }),
  runbook: z.looseObject({ schemaVersion: version, name: z.string(), sections: items }),
  explain: z.looseObject({ schemaVersion: version, explanation: z.string() }),
  report_skeleton: z.strictObject({
    schemaVersion: version,
    report: z.string(),
    skeleton: z.string(),
    rules: z.array(z.string()),
  }),
  check_report: verdictSchema,
  propose_plan: z.strictObject({
    schemaVersion: version,
    status: z.enum(["waits", "denied", "nothing-to-approve"]),
    verdicts: z.array(verdictSchema),
    steps: z.int().optional(),
    until: z.string().optional(),
  }),
  propose_learning: z.strictObject({
    schemaVersion: version,
    status: z.literal("waits"),
    name: z.string(),
    file: z.string(),
    id: z.string(),
    sentence: z.string(),
    entry: z.string(),
  }),
} as const satisfies Record<OperationName, z.ZodType>;
