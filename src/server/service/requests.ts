// What each operation takes: strict schemas, from which MCP's input schemas come too. Unknown keys are refused.
import { z } from "zod";

/** The longest command that is taken; the reader asks about longer ones anyway. */
const MAX_COMMAND = 262_144;
const MAX_NAME = 500;
const MAX_REPORT = 1_000_000;

const name = z.string().min(1).max(MAX_NAME);
const command = z.string().min(1).max(MAX_COMMAND);
const texts = z.record(z.string().max(MAX_NAME), z.string().max(10_000));

const facts = texts.optional().describe("What is known of facts, by their names");
const now = z
  .string()
  .max(40)
  .optional()
  .describe("The day or ISO time to answer for; the clock's by default");
const run = name.optional().describe("The run that it belongs to: what its ledger tells counts");
const cwd = z.string().min(1).max(4_096).optional().describe("The folder that it would run in");
const after = z
  .array(command)
  .max(200)
  .optional()
  .describe("Commands, or tools, that have succeeded before in this session, in order");
const state = z
  .strictObject({
    playbook: name.optional(),
    tasks: z.record(z.string().max(MAX_NAME), z.unknown()).optional(),
    facts: texts.optional(),
  })
  .optional()
  .describe("How far a playbook is: its tasks, each with its status");

const example = z.string().min(1).max(2_000);

export const REQUESTS = {
  check: z.strictObject({
    command: command.optional().describe("One shell text; or give tool instead"),
    tool: name.optional().describe("The MCP tool that would be called"),
    input: z.record(z.string(), z.unknown()).optional().describe("The input of the tool's call"),
    shell: z.enum(["bash", "sh", "zsh", "powershell", "unknown"]).optional(),
    cwd,
    facts,
    state,
    after,
    run,
    now,
  }),
  next: z.strictObject({ playbook: name.describe("The playbook's name"), state, facts, now }),
  decide: z.strictObject({
    table: name.describe("The decision table's name"),
    values: texts.optional().describe("What is known of its inputs"),
    now,
  }),
  find: z.strictObject({
    text: z.string().min(1).max(20_000).describe("An alert's name, the text of an error, or words"),
    most: z.int().min(1).max(100).optional().describe("How many are given; 5 by default"),
  }),
  runbook: z.strictObject({
    name: name.describe("The runbook's name, or that of an alert that only one has"),
    set: texts.optional().describe("What stands in place of each <placeholder>"),
    facts,
  }),
  explain: z.strictObject({
    rule: name.optional().describe("A rule's id, or the code of a finding"),
    command: command.optional().describe("A command whose verdict is to be explained"),
  }),
  report_skeleton: z.strictObject({ report: name.describe("The report's name") }),
  check_report: z.strictObject({
    report: name.describe("The report's name"),
    text: z.string().max(MAX_REPORT).describe("The whole report"),
    facts,
    state,
    after,
    run,
    now,
  }),
  propose_plan: z.strictObject({
    run: name.describe("The run, or session, that the commands belong to"),
    commands: z.array(command).min(1).max(50).describe("The commands, in the order in which they run"),
    cwd,
  }),
  propose_learning: z.strictObject({
    title: z.string().min(1).max(200).describe("What the entry is about, in a few words"),
    sentence: z
      .string()
      .min(1)
      .max(2_000)
      .describe("The rule, such as: Never run `terraform destroy`. What is compared stands in backticks"),
    prose: z.string().max(4_000).optional().describe("What happened, in plain paragraphs"),
    because: z.string().min(1).max(1_000).optional().describe("Why the rule is there"),
    id: z.string().max(100).optional().describe("The rule's id; made of the sentence by default"),
    blocks: z.array(example).max(20).optional().describe("Commands that it denies"),
    asks: z.array(example).max(20).optional().describe("Commands that it asks about"),
    passes: z.array(example).max(20).optional().describe("Commands that it leaves alone"),
    supersedes: z.array(name).max(20).optional().describe("Ids of older rules that it replaces"),
    file: z.string().min(1).max(300).optional().describe("The learnings file that it is for"),
    date: z.string().max(10).optional().describe("The day of the entry; today by default"),
  }),
} as const;

export type OperationName = keyof typeof REQUESTS;
export type Requests = { readonly [K in OperationName]: z.output<(typeof REQUESTS)[K]> };
