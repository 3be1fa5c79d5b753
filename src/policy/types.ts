// The contract as types. Only types leave the schemas: nothing here loads zod at run time.
import type { z } from "zod";
import type { conditionSchema, exceptionSchema, joinSchema, testSchema } from "./schema/condition.ts";
import type { configSchema } from "./schema/config.ts";
import type {
  cellTestSchema,
  decisionSchema as decisionTableSchema,
  inputSchema,
  outcomeSchema,
  rowSchema,
} from "./schema/decision.ts";
import type {
  approvalSchema,
  aritySchema,
  comparisonSchema,
  factSchema,
  guidanceSchema,
  listSchema,
  memberSchema,
  optionSchema,
  roleSchema,
  stepSchema,
  toolSchema,
} from "./schema/definitions.ts";
import type {
  boundSchema,
  cellFormSchema,
  evidenceColumnSchema,
  evidenceConditionSchema,
  evidenceSchema,
} from "./schema/evidence.ts";
import type { doneSchema, ledgerEventSchema, planStepSchema, ranSchema } from "./schema/ledger.ts";
import type { patternSchema } from "./schema/pattern.ts";
import type { policySchema, superseded } from "./schema/policy.ts";
import type { reportSchema, reportStateSchema, sectionSchema } from "./schema/report.ts";
import type { exampleSchema, ruleSchema } from "./schema/rule.ts";
import type {
  lookSchema,
  runbookSchema,
  runbookSectionSchema,
  runbookStepSchema,
  sectionKindSchema,
} from "./schema/runbook.ts";
import type { holeTypeSchema, shapeSchema } from "./schema/shape.ts";
import type { sourceSchema } from "./schema/source.ts";
import type {
  actionSchema,
  commandSchema,
  decisionSchema,
  fileActionSchema,
  findingSchema,
  fixSchema,
  rangeSchema,
  reportActionSchema,
  toolActionSchema,
  verdictSchema,
} from "./schema/verdict.ts";
import type {
  durationSchema,
  gateSchema,
  groupSchema,
  mcpToolSchema,
  needSchema,
  parameterSchema,
  signalSchema,
  stateSchema,
  statusSchema,
  taskSchema,
  waitSchema,
  workflowSchema,
} from "./schema/workflow.ts";

export type Source = z.infer<typeof sourceSchema>;
export type Join = z.infer<typeof joinSchema>;
export type Test = z.infer<typeof testSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type Exception = z.infer<typeof exceptionSchema>;
export type CommandPattern = z.infer<typeof patternSchema>;
export type Member = z.infer<typeof memberSchema>;
export type List = z.infer<typeof listSchema>;
export type Arity = z.infer<typeof aritySchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type ToolOption = z.infer<typeof optionSchema>;
export type Tool = z.infer<typeof toolSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Approval = z.infer<typeof approvalSchema>;
export type CellTest = z.infer<typeof cellTestSchema>;
export type DecisionInput = z.infer<typeof inputSchema>;
export type DecisionRow = z.infer<typeof rowSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type DecisionTable = z.infer<typeof decisionTableSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type EvidenceColumn = z.infer<typeof evidenceColumnSchema>;
export type EvidenceCondition = z.infer<typeof evidenceConditionSchema>;
export type CellForm = z.infer<typeof cellFormSchema>;
export type Bound = z.infer<typeof boundSchema>;
export type Guidance = z.infer<typeof guidanceSchema>;
export type Example = z.infer<typeof exampleSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule["kind"];
/** The rule of one kind. */
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
export type Runbook = z.infer<typeof runbookSchema>;
export type RunbookSection = z.infer<typeof runbookSectionSchema>;
export type RunbookStep = z.infer<typeof runbookStepSchema>;
export type RunbookCommand = RunbookStep["commands"][number];
export type Look = z.infer<typeof lookSchema>;
export type SectionKind = z.infer<typeof sectionKindSchema>;
export type HoleType = z.infer<typeof holeTypeSchema>;
export type Shape = z.infer<typeof shapeSchema>;
/** A hole of a shape. */
export type Hole = Exclude<Shape["parts"][number], string>;
export type Section = z.infer<typeof sectionSchema>;
export type Report = z.infer<typeof reportSchema>;
export type ReportState = z.infer<typeof reportStateSchema>;
export type Superseded = z.infer<typeof superseded>;
export type Policy = z.infer<typeof policySchema>;
export type Range = z.infer<typeof rangeSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type CommandAction = z.infer<typeof commandSchema>;
export type FileAction = z.infer<typeof fileActionSchema>;
export type ToolAction = z.infer<typeof toolActionSchema>;
export type ReportAction = z.infer<typeof reportActionSchema>;
export type Action = z.infer<typeof actionSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Fix = z.infer<typeof fixSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Ran = z.infer<typeof ranSchema>;
export type Done = z.infer<typeof doneSchema>;
export type PlanStep = z.infer<typeof planStepSchema>;
export type LedgerEvent = z.infer<typeof ledgerEventSchema>;
export type Config = z.infer<typeof configSchema>;
export type Duration = z.infer<typeof durationSchema>;
export type Gate = z.infer<typeof gateSchema>;
export type TaskGroup = z.infer<typeof groupSchema>;
export type McpTool = z.infer<typeof mcpToolSchema>;
export type Need = z.infer<typeof needSchema>;
export type Parameter = z.infer<typeof parameterSchema>;
export type Signal = z.infer<typeof signalSchema>;
export type State = z.infer<typeof stateSchema>;
export type Status = z.infer<typeof statusSchema>;
export type Task = z.infer<typeof taskSchema>;
export type Wait = z.infer<typeof waitSchema>;
export type Workflow = z.infer<typeof workflowSchema>;
