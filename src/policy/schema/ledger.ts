// What is written down of a run: one event a line.
import { z } from "zod";
import { decisionSchema } from "./verdict.ts";

/** A program of a command that ran, as it is written canonically, secrets masked. `host` is null where it can't be known. */
export const ranSchema = z.strictObject({
  line: z.string(),
  host: z.string().nullable().optional(),
  /** True where it has succeeded for certain if the command it stands in ended with status 0. */
  proven: z.boolean().optional(),
  /** True where it is only one reading of several. */
  unsure: z.boolean().optional(),
});

/** What was about to be done: the programs of a command, a call of an MCP tool, a file, or a report. */
export const doneSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("command"),
    ran: z.array(ranSchema),
    /** True where all of it but one program only carries that one (`ssh`, `sudo`): how it ends is how that one does. */
    alone: z.boolean().optional(),
    /** True where more runs than is listed: it could not be read, or there is too much of it. */
    more: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("tool"), tool: z.string() }),
  z.strictObject({ kind: z.enum(["edit", "read", "delete"]), path: z.string() }),
  z.strictObject({ kind: z.literal("report"), report: z.string() }),
]);

/** One step of a plan: what was checked, by the verdict's `plan`, as a person is shown it, and the phrases that grant it. */
export const planStepSchema = z.strictObject({
  plan: z.string(),
  shown: z.string(),
  phrases: z.array(z.string()),
});

const common = {
  /** The version of this format. */
  v: z.literal(1),
  /** When, in UTC. */
  at: z.iso.datetime({ precision: 3 }),
  run: z.string(),
  host: z.string().optional(),
  /** The host's id of the tool call; the same before and after. */
  call: z.string().optional(),
  agent: z.string().optional(),
};
const event = <T extends string, S extends z.core.$ZodLooseShape>(name: T, shape: S) =>
  z.strictObject({ ...common, event: z.literal(name), ...shape });

const verdict = {
  /** How many of this run's `proposed` this one answers is seen from its id. */
  id: z.string(),
  rules: z.array(z.string()),
  plan: z.string().optional(),
  /** True where Bylaw only observed: whatever it says, the call went on. */
  observed: z.boolean().optional(),
};

/** One event of a run. `sum`, the CRC-32 of the line without it, stands last in the file and is not part of the event. */
export const ledgerEventSchema = z.discriminatedUnion("event", [
  /** The run began here: what isn't written below did not happen in it. */
  event("begun", {}),
  event("proposed", { id: z.string(), does: z.array(doneSchema) }),
  event("allowed", verdict),
  event("warned", verdict),
  event("asked", verdict),
  event("denied", verdict),
  /** It runs, in the background: how it ends won't be told. */
  event("started", { does: z.array(doneSchema) }),
  event("finished", {
    status: z.enum(["succeeded", "failed", "unknown"]),
    exitStatus: z.int().optional(),
    does: z.array(doneSchema),
  }),
  /** A plan waits for a person. Of its key only the SHA-256 is kept. */
  event("plan", {
    key: z.string(),
    steps: z.array(planStepSchema).min(1),
    until: z.iso.datetime(),
    by: z.string(),
  }),
  /** A person approved steps of a plan; `facts` is what the phrase says besides. */
  event("approved", {
    key: z.string().optional(),
    steps: z.array(z.string()),
    by: z.enum(["prompt", "terminal", "host"]),
    says: z.string().optional(),
    facts: z.record(z.string(), z.string()).optional(),
    until: z.iso.datetime().optional(),
  }),
  event("used", { id: z.string(), plan: z.string() }),
  event("waived", {
    rule: z.string(),
    reason: z.string(),
    until: z.iso.datetime(),
    only: z.string().optional(),
  }),
  event("ended", {}),
  event("note", { text: z.string(), decision: decisionSchema.optional() }),
]);
