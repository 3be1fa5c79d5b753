// Playbooks from the tasks, waits and gates of each document.
import type { Gate, McpTool, Source, Task, TaskGroup, Wait, Workflow } from "../../policy/types.ts";
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
import { type Group, KINDS } from "./workflow-names.ts";
import { LabelLines, readTask, type WorkflowLinker } from "./workflow-tasks.ts";

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
    for (const definition of own) addPart(workflow, definition, shared, context);
    const twin = names.add(workflow.name, workflow);
    if (twin !== undefined) {
      const related = [{ message: "the first one", source: twin.source }];
      linker.report(
        duplicateDefinition(first.source, { kind: "playbook", name: workflow.name }, { related }),
      );
    }
    reportInformational(workflow, linker.report);
    for (const task of workflow.tasks) reportCalls(task, tools, incomplete, linker.report);
  }
  return [...names.all()].map(([, workflow]) => workflow).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Adds what a definition stands for; one whose name was taken is left out. */
function addPart(
  workflow: Workflow,
  definition: Definition,
  shared: Definition | undefined,
  context: WorkflowLinker,
): void {
  const group = context.statuses.groups.get(definition);
  if (group !== undefined) {
    const { tasks, ...own } = readGroup(definition, group, shared, context);
    workflow.tasks.push(...tasks);
    workflow.groups = [...(workflow.groups ?? []), { ...own, tasks: tasks.map((t) => t.name) }];
  }
  const name = context.statuses.single.get(definition)?.name;
  if (name === undefined) return;
  if (definition.kind === "Task")
    workflow.tasks.push(readTask(definition, { name, shared, member: undefined }, context));
  else if (definition.kind === "Wait") workflow.waits.push(readWait(definition, name, context));
  else if (definition.kind === "Gate") workflow.gates.push(readGate(definition, name, context));
}

/** The tasks of a group. What is wrong in their lines is said once, and not of each. */
function readGroup(
  definition: Definition,
  { list, all, tasks }: Group,
  shared: Definition | undefined,
  context: WorkflowLinker,
): Omit<TaskGroup, "tasks"> & { readonly tasks: readonly Task[] } {
  const said = new Set<string>();
  const report = (d: Diagnostic): void => {
    const place = `${d.code} ${d.source.line}:${d.source.column}`;
    if (!said.has(place)) context.linker.report(d);
    said.add(place);
  };
  const own = { ...context, linker: { ...context.linker, report } };
  const { runs, checksWith } = readTask(
    definition,
    { name: all.name, shared, member: undefined },
    {
      ...own,
      linker: { ...own.linker, report: () => undefined },
    },
  );
  return {
    name: all.name,
    list,
    tasks: tasks.map(({ member, status }) =>
      readTask(definition, { name: status.name, shared, member, group: all.name }, own),
    ),
    ...(runs === undefined ? {} : { runs }),
    ...(checksWith === undefined ? {} : { checksWith }),
    source: definition.source,
  };
}

function readWait(definition: Definition, name: string, context: WorkflowLinker): Wait {
  const lines = new LabelLines(definition, context);
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
  const lines = new LabelLines(definition, context);
  return { name, needs: lines.needs("Needs"), ...lines.because(), source: definition.source };
}

/** Nothing hangs on a task that blocks nothing. */
function reportInformational(workflow: Workflow, report: (d: Diagnostic) => void): void {
  const silent = new Map(
    workflow.tasks.flatMap((t) => (t.informational ? [[t.name, t.source] as const] : [])),
  );
  for (const { name, tasks, source } of workflow.groups ?? [])
    if (tasks.length > 0 && tasks.every((t) => silent.has(t))) silent.set(name, source);
  const said = new Set<Source>();
  for (const { name, needs } of [...workflow.tasks, ...workflow.waits, ...workflow.gates])
    for (const need of needs) {
      const other = "node" in need ? silent.get(need.node) : undefined;
      if (!("node" in need) || other === undefined || said.has(need.source)) continue;
      said.add(need.source);
      const related = [{ message: `\`${need.node}\``, source: other }];
      report(needsInformational(need.source, { task: name, other: need.node }, { related }));
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
