// A playbook step by step: statuses are set, and the same code as `bylaw next` says what is ready and why the rest is not.
import type { Status, Workflow } from "../../policy/types.ts";
import { conditionsOf, inputsOf, namesOf, partsOf } from "../../policy/workflows.ts";
import { impossible } from "../../validators/workflow/impossible.ts";
import { type Next, next } from "../../validators/workflow/next.ts";
import { reasonText } from "../../validators/workflow/reasons.ts";
import type { Recorded, Run } from "../../validators/workflow/run.ts";
import { choice, el, field, proseNodes } from "./dom.ts";
import { policy, regex, STATUSES, withRegex } from "./engine.ts";

/** The panel for the playbook that the state names, else the first one. */
export function playbookPanel(
  state: URLSearchParams,
  changed: (state: URLSearchParams) => void,
): HTMLElement {
  const panel = el("div", { class: "panel" });
  const [first] = policy.workflows;
  if (first === undefined) {
    panel.append(el("p", {}, "No source defines tasks."));
    return panel;
  }
  const show = (name: string, given: URLSearchParams): void => {
    const workflow = policy.workflows.find((w) => w.name === name) ?? first;
    const other = choice(
      policy.workflows.map((w) => w.name),
      workflow.name,
      (value) => show(value, new URLSearchParams()),
    );
    panel.replaceChildren(field("Playbook", other, "playbook"), ...body(workflow, given, changed));
  };
  show(state.get("playbook") ?? "", state);
  return panel;
}

function body(workflow: Workflow, given: URLSearchParams, changed: (state: URLSearchParams) => void): Node[] {
  const statuses = new Map<string, Status>();
  const facts = new Map<string, string>();
  const short = (name: string): string =>
    name.startsWith(`${workflow.name}/`) ? name.slice(workflow.name.length + 1) : name;
  for (const { name } of workflow.tasks) {
    const status = STATUSES.find((s) => s === given.get(`t.${name}`));
    if (status !== undefined && status !== "Not Started") statuses.set(name, status);
  }
  const names = factNames(workflow);
  for (const name of names) facts.set(name, given.get(`f.${name}`) ?? "");
  const answer = el("div", { class: "answer", role: "status" });
  let asked = 0;
  const update = async (): Promise<void> => {
    const mine = ++asked;
    const state = new URLSearchParams({ playbook: workflow.name });
    for (const [name, status] of statuses) state.set(`t.${name}`, status);
    for (const [name, value] of facts) if (value !== "") state.set(`f.${name}`, value);
    changed(state);
    const run: Run = {
      playbook: workflow.name,
      tasks: new Map([...statuses].map(([name, status]): [string, Recorded] => [name, { status }])),
      facts: new Map([...facts].filter(([, v]) => v !== "")),
      now: Date.now(),
      lists: policy.lists,
      decisions: policy.decisions,
      tools: policy.mcpTools,
      regex,
    };
    const [said, wrong] = await withRegex(() => [next(workflow, run), impossible(workflow, run)] as const);
    if (mine !== asked) return;
    answer.replaceChildren(
      ...wrong.map((w) =>
        el(
          "p",
          { class: "verdict ask" },
          `${short(w.name)} can't have begun: it needs ${short(w.needs)}, which is Not Started`,
        ),
      ),
      ...groups(said, short),
    );
  };
  const tasks = workflow.tasks.map(({ name }, i) => {
    const select = choice(STATUSES, statuses.get(name) ?? "Not Started", (value) => {
      const status = STATUSES.find((s) => s === value) ?? "Not Started";
      if (status === "Not Started") statuses.delete(name);
      else statuses.set(name, status);
      void update();
    });
    return field(short(name), select, `task-${i}`);
  });
  const told = names.map((name, i) => {
    const values = policy.facts.find((f) => f.name === name)?.values ?? [];
    const set = (value: string): void => {
      facts.set(name, value);
      void update();
    };
    const given = facts.get(name) ?? "";
    if (values.length > 0) return field(name, choice(values, given, set, "not known"), `fact-${i}`);
    const input = el("input", { value: given, placeholder: "not known", oninput: () => set(input.value) });
    return field(name, input, `fact-${i}`);
  });
  void update();
  return [
    el(
      "div",
      { class: "sides" },
      el(
        "div",
        {},
        el("h2", {}, "Where it stands"),
        el("div", { class: "fields" }, ...tasks),
        told.length === 0
          ? undefined
          : el(
              "details",
              { open: told.length < 7 || [...facts.values()].some((v) => v !== "") },
              el("summary", {}, "Facts"),
              el("div", { class: "fields" }, ...told),
            ),
      ),
      el("div", {}, el("h2", {}, "What is next"), answer),
    ),
  ];
}

/** The facts that anything in the playbook hangs on, those behind decisions too. */
function factNames(workflow: Workflow): string[] {
  const parts = [...partsOf(workflow).values()];
  const signals = workflow.tasks.flatMap((t) => [t.starts, t.passes, t.fails, t.blocked, t.waived].flat());
  const needs = [...parts.flatMap(conditionsOf), ...signals.flatMap((s) => ("holds" in s ? s.holds : []))];
  const known = new Set(policy.facts.map((f) => f.name));
  const decisions = new Map(policy.decisions.map((d) => [d.name, d]));
  return [...new Set(inputsOf(namesOf(needs), decisions))].filter((name) => known.has(name));
}

function groups(said: Next, short: (name: string) => string): Node[] {
  const held = (word: string) => (t: Next["waiting"][number]) =>
    line(
      short(t.task),
      t.reasons.map((r) => `${word} ${reasonText(r)}`),
    );
  const all: readonly (readonly [string, string, readonly Node[]])[] = [
    [
      "Ready",
      "ready",
      said.ready.map((t) => line(short(t.task), t.runs === undefined ? [] : [`run \`${t.runs}\``])),
    ],
    [
      "Running",
      "running",
      said.running.map((t) =>
        line(short(t.task), t.checks === undefined ? [] : [`look with \`${t.checks}\``]),
      ),
    ],
    [
      "Failed",
      "failed",
      said.failed.map((t) =>
        line(
          short(t.task),
          [t.why, t.onFailure].flatMap((x) => (x === undefined ? [] : [x])),
        ),
      ),
    ],
    ["Blocked", "blocked", said.blocked.map(held("by"))],
    ["Waiting", "waiting", said.waiting.map(held("for"))],
    [
      "Waits",
      "waiting",
      said.waits.map((w) =>
        line(
          short(w.wait),
          w.reasons.map((r) => `until ${reasonText(r)}`),
        ),
      ),
    ],
    [
      "Gates",
      "waiting",
      said.gates.map((g) =>
        line(
          short(g.gate),
          g.status === "Pass" ? ["passed"] : (g.missing ?? []).map((r) => `needs ${reasonText(r)}`),
        ),
      ),
    ],
    ["Done", "done", said.done.map((t) => line(short(t.task), t.status === "Pass" ? [] : [t.status]))],
  ];
  return all.flatMap(([title, name, lines]) =>
    lines.length === 0
      ? []
      : [el("section", { class: `group ${name}` }, el("h3", {}, title), el("ul", {}, ...lines))],
  );
}

function line(name: string, details: readonly string[]): Node {
  return el(
    "li",
    {},
    el("code", {}, name),
    ...details.flatMap((d, i) => [i === 0 ? ": " : "; ", ...proseNodes(d)]),
  );
}
