// Playbooks from the tasks, waits and gates of each document.
import type { Fact, Gate, McpTool, Need, Task, Wait, Workflow } from "../../policy/types.ts";
import type { Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  duplicateDefinition,
  needsInformational,
  unknownParameter,
  unknownTool,
} from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { documentName, Names } from "./names.ts";
import { LabelLines, readTask, type WorkflowLinker } from "./workflow-tasks.ts";

const STATUSES = ["Not Started", "In Progress", "Pass", "Fail", "Blocked", "Waived"];
const KINDS: readonly string[] = ["Task", "Wait", "Gate"];

/**
 * The facts, and beside them the statuses of tasks, waits and gates, which conditions look at in the same way. Gives
 * those that are statuses.
 */
export function addStatuses(
  definitions: readonly Definition[],
  facts: Names<Fact>,
  report: (d: Diagnostic) => void,
): Set<Fact> {
  const statuses = new Set<Fact>();
  for (const { kind, name, source } of definitions.filter((d) => KINDS.includes(d.kind))) {
    const values = kind === "Task" ? STATUSES : ["Not Started", "Pass"];
    const status: Fact = { name, values, type: "text", source };
    const first = facts.add(name, status);
    if (first === undefined) statuses.add(status);
    else {
      const related = [{ message: "the first definition", source: first.source }];
      report(duplicateDefinition(source, { kind: kind.toLowerCase(), name }, { related }));
    }
  }
  for (const [name, fact] of facts.all()) fact.name = name;
  return statuses;
}

/**
 * One playbook for each document that has any part of one. `incomplete` are the names of tools, and families of them,
 * in whose tables something could not be read: what they lack is not reported.
 */
export function linkWorkflows(
  definitions: readonly Definition[],
  tools: readonly McpTool[],
  incomplete: ReadonlySet<string>,
  context: WorkflowLinker,
): Workflow[] {
  const { linker } = context;
  const byFile = new Map<string, Definition[]>();
  for (const definition of definitions.filter((d) => KINDS.includes(d.kind) || d.kind === "Every task")) {
    const own = byFile.get(definition.source.file);
    if (own === undefined) byFile.set(definition.source.file, [definition]);
    else own.push(definition);
  }
  const names = new Names<Workflow>();
  for (const [file, own] of byFile) {
    const shared = own.find((d) => d.kind === "Every task");
    const [first] = own;
    if (first === undefined) continue;
    const workflow: Workflow = {
      name: documentName(file),
      tasks: [],
      waits: [],
      gates: [],
      source: first.source,
    };
    for (const definition of own) {
      const found = linker.facts.find(definition.name, file);
      if (!("thing" in found) || found.thing.source !== definition.source) continue;
      if (definition.kind === "Task") workflow.tasks.push(readTask(definition, found.name, shared, context));
      else if (definition.kind === "Wait") workflow.waits.push(readWait(definition, found.name, context));
      else if (definition.kind === "Gate") workflow.gates.push(readGate(definition, found.name, context));
    }
    const twin = names.add(workflow.name, workflow);
    if (twin !== undefined) {
      const related = [{ message: "the first one", source: twin.source }];
      linker.report(
        duplicateDefinition(first.source, { kind: "playbook", name: workflow.name }, { related }),
      );
    }
    for (const task of workflow.tasks) {
      reportInformational(task, workflow.tasks, linker.report);
      reportCalls(task, tools, incomplete, linker.report);
    }
  }
  return [...names.all()].map(([, workflow]) => workflow).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readWait(definition: Definition, name: string, context: WorkflowLinker): Wait {
  const lines = new LabelLines(definition, undefined, context);
  return {
    name,
    needs: lines.needs("Needs"),
    over: lines.needs("Over when"),
    ...lines.times(),
    ...lines.because(),
    source: definition.source,
  };
}

function readGate(definition: Definition, name: string, context: WorkflowLinker): Gate {
  const lines = new LabelLines(definition, undefined, context);
  return { name, needs: lines.needs("Needs"), ...lines.because(), source: definition.source };
}

/** Nothing hangs on a task that blocks nothing. */
function reportInformational(task: Task, tasks: readonly Task[], report: (d: Diagnostic) => void): void {
  for (const need of task.needs.filter((n): n is Extract<Need, { node: string }> => "node" in n)) {
    const other = tasks.find((t) => t.name === need.node && t.informational);
    if (other === undefined) continue;
    const related = [{ message: `\`${other.name}\``, source: other.source }];
    report(needsInformational(need.source, { task: task.name, other: other.name }, { related }));
  }
}

/** Calls of tools that a declared family doesn't have, and parameters that a tool doesn't have. */
function reportCalls(
  task: Task,
  tools: readonly McpTool[],
  incomplete: ReadonlySet<string>,
  report: (d: Diagnostic) => void,
): void {
  for (const call of [task.runs, task.checksWith]) {
    if (call === undefined || !("tool" in call)) continue;
    const tool = tools.find((t) => t.name === call.tool);
    if (incomplete.has(call.tool) || incomplete.has(tool?.family ?? "")) continue;
    const families = tools.some(
      (t) => t.family !== undefined && !incomplete.has(t.family) && call.tool.startsWith(`${t.family}_`),
    );
    if (tool === undefined && families) {
      const hint = didYouMean(
        call.tool,
        tools.map((t) => t.name),
      );
      report(unknownTool(call.source, { tool: call.tool }, { hint }));
    }
    const known = tool?.parameters.map((p) => p.name);
    for (const name of call.parameters) {
      if (tool === undefined || known === undefined || known.includes(name)) continue;
      const related = [{ message: `\`${tool.name}\``, source: tool.source }];
      report(
        unknownParameter(call.source, { name, tool: tool.name }, { hint: didYouMean(name, known), related }),
      );
    }
  }
}
