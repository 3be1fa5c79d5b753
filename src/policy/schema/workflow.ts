// Playbooks: tasks, waits and gates, what each needs, how its output is read; MCP tools; the state of a playbook's run.
import { z } from "zod";
import { conditionSchema } from "./condition.ts";
import { patternSchema } from "./pattern.ts";
import { sourceSchema } from "./source.ts";

const name = z.string().min(1);

/**
 * What must hold: a task, wait or gate; a condition; evidence that is there and in order; or a number of days before the
 * day that a fact names.
 */
export const needSchema = z.union([
  z.strictObject({ node: name, source: sourceSchema }),
  z.strictObject({ condition: conditionSchema, text: name, source: sourceSchema }),
  z.strictObject({ evidence: name, source: sourceSchema }),
  z.strictObject({ fact: name, daysBefore: z.int().min(0), text: name, source: sourceSchema }),
]);

/** A call of an MCP tool with its parameters by name, or a command. */
const callSchema = z.union([
  z.strictObject({ tool: name, parameters: z.array(name), source: sourceSchema }),
  z.strictObject({ command: patternSchema, source: sourceSchema }),
]);

/** What tells a status: texts that the output must all contain, an exit status, or what must hold. */
export const signalSchema = z.union([
  z.strictObject({ texts: z.array(name).min(1), source: sourceSchema }),
  z.strictObject({ exits: z.int().min(0).max(255), source: sourceSchema }),
  z.strictObject({ holds: z.array(needSchema).min(1), source: sourceSchema }),
]);

/** A time in seconds, from the shortest to the longest. */
export const durationSchema = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });

/** How often, and after how many seconds each time, a task is tried again; `on` are texts of the errors that allow it. */
const retrySchema = z.strictObject({
  times: z.int().min(1),
  after: z.array(z.int().min(0)),
  on: z.array(name),
  source: sourceSchema,
});

/** What is to be done when a task fails. */
const failureSchema = z.strictObject({
  text: name,
  set: z.array(z.strictObject({ fact: name, value: z.string() })),
  tell: z.array(name),
  stop: z.boolean(),
});

const common = {
  name,
  needs: z.array(needSchema),
  takes: durationSchema.optional(),
  check: durationSchema.optional(),
  because: z.string().optional(),
  source: sourceSchema,
};

/** A task. Each kind of signal holds when any of its members does. */
export const taskSchema = z.strictObject({
  ...common,
  runs: callSchema.optional(),
  checksWith: callSchema.optional(),
  /** Where this doesn't hold the task is waived. */
  when: z.array(needSchema),
  starts: z.array(signalSchema),
  passes: z.array(signalSchema),
  fails: z.array(signalSchema),
  blocked: z.array(signalSchema),
  waived: z.array(signalSchema),
  /** Seconds in progress after which it has failed. */
  failsAfter: z.int().min(1).optional(),
  /** Names of captures, and the literal text around each. */
  captures: z.array(z.strictObject({ name, from: name, source: sourceSchema })),
  informational: z.boolean(),
  /** True where the source says that whatever it finds, it passes. */
  neverFails: z.boolean().optional(),
  retries: z.array(retrySchema),
  onFailure: failureSchema.optional(),
});

export const waitSchema = z.strictObject({ ...common, over: z.array(needSchema) });
export const gateSchema = z.strictObject({
  name,
  needs: z.array(needSchema),
  because: z.string().optional(),
  source: sourceSchema,
});

/** The tasks, waits and gates of one playbook, by the name of its document. */
export const workflowSchema = z.strictObject({
  name,
  tasks: z.array(taskSchema),
  waits: z.array(waitSchema),
  gates: z.array(gateSchema),
  source: sourceSchema,
});

/** A parameter of an MCP tool. `shape` is literal but for X, Y and Z, which are numbers; or /a regular expression/. */
export const parameterSchema = z.strictObject({
  name,
  type: z.enum(["text", "number", "integer", "boolean", "date", "version", "list"]),
  shape: z.string().min(1).optional(),
  required: z.boolean(),
  meaning: z.string().optional(),
  source: sourceSchema,
});

/** An MCP tool. A tool of the same `family` that isn't declared may not be called. */
export const mcpToolSchema = z.strictObject({
  name,
  family: name.optional(),
  parameters: z.array(parameterSchema),
  source: sourceSchema,
});

export const statusSchema = z.enum(["Not Started", "In Progress", "Pass", "Fail", "Blocked", "Waived"]);

const taskStateSchema = z.strictObject({
  status: statusSchema,
  at: z.string().optional(),
  by: z.string().optional(),
  evidence: z.string().optional(),
  captures: z.record(z.string(), z.string()).optional(),
});

/** How far a playbook's run is: a status for each task, with who says so, and the facts that are known. */
export const stateSchema = z.strictObject({
  playbook: z.string().optional(),
  tasks: z.record(z.string(), z.union([statusSchema, taskStateSchema])).optional(),
  facts: z.record(z.string(), z.string()).optional(),
});
