// A decision table with values: the same code as `bylaw decide`.
import type { DecisionTable } from "../../policy/types.ts";
import { decide } from "../../validators/decide.ts";
import { choice, el, field, inSite, proseNodes } from "./dom.ts";
import { policy, today } from "./engine.ts";

/** The panel for the table that the state names, else the first one. */
export function decisionPanel(
  state: URLSearchParams,
  changed: (state: URLSearchParams) => void,
): HTMLElement {
  const panel = el("div", { class: "panel" });
  const [first] = policy.decisions;
  if (first === undefined) {
    panel.append(el("p", {}, "No source defines a decision."));
    return panel;
  }
  const show = (name: string, given: URLSearchParams): void => {
    const table = policy.decisions.find((d) => d.name === name) ?? first;
    const other = choice(
      policy.decisions.map((d) => d.name),
      table.name,
      (value) => show(value, new URLSearchParams()),
    );
    panel.replaceChildren(field("Decision", other, "decision"), ...body(table, given, changed));
  };
  show(state.get("decision") ?? "", state);
  return panel;
}

function body(
  table: DecisionTable,
  given: URLSearchParams,
  changed: (state: URLSearchParams) => void,
): Node[] {
  const byName = new Map(policy.decisions.map((d) => [d.name, d]));
  const values = new Map(table.inputs.map((i) => [i.name, given.get(`i.${i.name}`) ?? ""]));
  const answer = el("div", { class: "answer", role: "status" });
  const update = (): void => {
    const state = new URLSearchParams({ decision: table.name });
    for (const [name, value] of values) if (value !== "") state.set(`i.${name}`, value);
    changed(state);
    const known: Record<string, string> = Object.create(null);
    for (const [name, value] of values) if (value !== "") known[name] = value;
    const said = decide(table, known, { decision: (name) => byName.get(name), today: today() });
    answer.dataset["status"] = said.status;
    if (said.status === "outside") {
      answer.replaceChildren(
        el("p", { class: "verdict deny" }, `${said.input} can't be ${said.value}: expected ${said.expected}`),
      );
      return;
    }
    if (said.status === "undecided") {
      answer.replaceChildren(
        el("p", { class: "verdict ask" }, "Not decided yet"),
        el("p", {}, `${said.reason}${said.missing.length === 0 ? "" : `: ${said.missing.join(", ")}`}.`),
        said.possible.length === 0
          ? ""
          : el("p", { class: "meta" }, "Still possible: ", said.possible.join(", ")),
      );
      return;
    }
    const outcome = table.outcomes.find((o) => o.name === said.outcome);
    answer.replaceChildren(
      el("p", { class: "verdict allow" }, said.outcome),
      outcome?.message === undefined ? "" : el("p", {}, ...proseNodes(outcome.message)),
      ...said.rows.map(({ number, row }) =>
        el(
          "p",
          { class: "meta" },
          `Row ${number}${row.because === undefined ? "" : ": "}`,
          ...proseNodes(row.because ?? ""),
        ),
      ),
    );
  };
  const fields = table.inputs.map((input, i) => {
    const set = (value: string): void => {
      values.set(input.name, value);
      update();
    };
    const own = values.get(input.name) ?? "";
    const none = input.of === "decision" ? "as it is decided" : "not known";
    const control =
      input.values.length > 0
        ? choice(input.values, own, set, none)
        : el("input", { value: own, placeholder: none });
    if (control instanceof HTMLInputElement) control.addEventListener("input", () => set(control.value));
    return field(input.name, control, `input-${i}`);
  });
  update();
  return [
    el("div", { class: "fields" }, ...fields),
    answer,
    el("p", {}, el("a", { href: inSite("decisions.html") }, "All tables")),
  ];
}
