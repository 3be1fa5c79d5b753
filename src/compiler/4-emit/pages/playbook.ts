// The page of a playbook for people: its graph, and every part with what the source says of it.
import { durationText } from "../../../policy/durations.ts";
import type { DecisionTable, Policy, Source, Task, Wait, Workflow } from "../../../policy/types.ts";
import { quoteWord } from "../../../shell/quote.ts";
import { GENERATED } from "../emit.ts";
import { countsOf } from "../graph/description.ts";
import type { Graph } from "../graph/graph.ts";
import { isDrawn, mermaid } from "../graph/mermaid.ts";
import type { Templates } from "../templates.ts";
import { code, fileLink, prose } from "./markdown.ts";
import { callMarkdown, cellText, needsText, retryText, signalsText } from "./words.ts";

interface Line {
  readonly name: string;
  readonly text: string;
}

/** Renders the page; `picture` is the name of the SVG file beside it, where there is one. */
export function renderPlaybook(
  policy: Policy,
  workflow: Workflow,
  graph: Graph,
  templates: Templates,
  picture: string | undefined,
): string {
  const drawing = mermaid(graph);
  const tables = policy.decisions
    .filter((d) => d.source.file === workflow.source.file)
    .sort((a, b) => a.source.line - b.source.line);
  return templates.render("playbook.md.hbs", {
    generated: GENERATED,
    title: prose(workflow.name),
    counts: countsOf(graph),
    place: placeOf(workflow.source),
    command: code(`bylaw next ${quoteWord(workflow.name)} --state FILE`),
    drawing: isDrawn(drawing, graph) ? drawing : "",
    picture: picture === undefined ? "" : fileLink(picture),
    sections: [
      { title: "Tasks", parts: workflow.tasks.map((t) => part("Task", t, taskLines(t))) },
      { title: "Waits", parts: workflow.waits.map((w) => part("Wait", w, waitLines(w))) },
      {
        title: "Gates",
        parts: workflow.gates.map((g) => part("Gate", g, lines([["Needs", needsText(g.needs)]]))),
      },
    ].filter((section) => section.parts.length > 0),
    tables: tables.map(tableOf),
    outcomes: outcomeRows(tables),
  });
}

/** Where it stands in the sources. */
function placeOf({ file, line }: Source): string {
  return code(`${file}:${line}`);
}

function part(
  kind: string,
  {
    name,
    because,
    source,
  }: { readonly name: string; readonly because?: string | undefined; readonly source: Source },
  said: readonly Line[],
) {
  return {
    heading: `${kind} ${code(name)}`,
    lines: [...said, ...lines([["Because", because === undefined ? "" : prose(because)]])],
    place: placeOf(source),
  };
}

function lines(all: readonly (readonly [string, string | undefined])[]): Line[] {
  return all.flatMap(([name, text = ""]) => (text === "" ? [] : [{ name, text }]));
}

function taskLines(task: Task): Line[] {
  const { takes, check, runs, checksWith, failsAfter, onFailure } = task;
  return lines([
    ["Needs", needsText(task.needs)],
    ["When", needsText(task.when)],
    ["Runs", runs && callMarkdown(runs)],
    ["Checks with", checksWith && callMarkdown(checksWith)],
    ["Starts when", signalsText(task.starts)],
    ["Passes when", signalsText(task.passes)],
    ["Fails when", signalsText(task.fails)],
    ["Blocked when", signalsText(task.blocked)],
    ["Waived when", signalsText(task.waived)],
    ["Fails after", failsAfter === undefined ? "" : durationText({ from: failsAfter, to: failsAfter })],
    ["Captures", task.captures.map(({ name, from }) => `${code(name)} from ${code(from)}`).join(", ")],
    ["Takes", takes && durationText(takes)],
    ["Check every", check && durationText(check)],
    ...task.retries.map((retry) => ["Retry", retryText(retry)] as const),
    ["On failure", onFailure && prose(onFailure.text)],
    ["Blocks", task.informational ? "nothing" : ""],
    ["Fails", task.neverFails === true ? "never" : ""],
  ]);
}

function waitLines({ needs, over, takes, check }: Wait): Line[] {
  return lines([
    ["Needs", needsText(needs)],
    ["Over when", needsText(over)],
    ["Takes", takes && durationText(takes)],
    ["Check every", check && durationText(check)],
  ]);
}

function tableOf(table: DecisionTable) {
  const { name, applies, inputs, rows, because, source } = table;
  const dated = rows.some((r) => r.until !== undefined);
  const head = [
    ...inputs.map((i) => code(i.name, true)),
    "then",
    "because",
    ...(dated ? ["until"] : []),
    "line",
  ];
  return {
    heading: `Decision ${code(name)}`,
    applies: applies === "first" ? "The first matching row applies." : "Exactly one row applies.",
    because: because === undefined ? "" : prose(because),
    rows: [
      row(head),
      row(head.map(() => "---")),
      ...rows.map((r) =>
        row([
          ...inputs.map((input, i) => (r.otherwise && i > 0 ? "" : cellText(r, input.name))),
          code(r.outcome, true),
          prose(r.because ?? "", true),
          ...(dated ? [r.until ?? ""] : []),
          String(r.source.line),
        ]),
      ),
    ],
    place: placeOf(source),
  };
}

/** What the outcomes of all tables mean, each once. */
function outcomeRows(tables: readonly DecisionTable[]): string[] {
  const outcomes = new Map(tables.flatMap((t) => t.outcomes).map((o) => [o.name, o]));
  const rows = [...outcomes.values()].map((o) =>
    row([
      code(o.name, true),
      o.exitStatus === undefined ? "" : String(o.exitStatus),
      prose(o.message ?? "", true),
      prose(o.because ?? "", true),
      o.source === undefined ? "" : code(`${o.source.file}:${o.source.line}`, true),
    ]),
  );
  const head = ["outcome", "exit status", "message", "because", "source"];
  return rows.length === 0 ? [] : [row(head), row(head.map(() => "---")), ...rows];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
