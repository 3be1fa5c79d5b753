// The checker of commands and reports: the verdict as one types, with the offending words marked.

import { rulePage } from "../../policy/rule-page.ts";
import type { Finding, Verdict } from "../../policy/types.ts";
import { choice, el, field, inSite, proseNodes } from "./dom.ts";
import { type Asked, check, factsFor, policy, STATUSES } from "./engine.ts";

const WORDS = {
  deny: "Blocked",
  ask: "A person is asked",
  warn: "Allowed, with a warning",
  allow: "Allowed",
} as const;
const COMMAND = "a command";

let count = 0;

/** The panel; `changed` is told the state whenever it changes. */
export function commandPanel(state: URLSearchParams, changed: (state: URLSearchParams) => void): HTMLElement {
  const id = `check-${++count}`;
  const facts = new Map(
    [...state].flatMap(([k, v]) => (k.startsWith("f.") ? [[k.slice(2), v] as const] : [])),
  );
  let report = policy.reports.some((r) => r.name === state.get("report")) ? (state.get("report") ?? "") : "";
  const text = el("textarea", {
    rows: report === "" ? "2" : "10",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  });
  text.value = state.get("c") ?? "";
  const known = el("div", { class: "fields" });
  const answer = el("div", { class: "answer", role: "status" });
  let asked = "";
  let shownFacts = "";
  const update = async (): Promise<void> => {
    const now = new URLSearchParams();
    if (report !== "") now.set("report", report);
    now.set("c", text.value);
    for (const [name, value] of facts) if (value !== "") now.set(`f.${name}`, value);
    const key = now.toString();
    asked = key;
    changed(now);
    if (text.value.trim() === "") {
      answer.replaceChildren();
      known.replaceChildren();
      shownFacts = "";
      return;
    }
    const question: Asked = {
      text: text.value,
      report,
      facts: Object.fromEntries([...facts].filter(([, v]) => v !== "")),
    };
    const verdict = await check(question);
    const names = [
      ...new Set([...(await factsFor(question)), ...[...facts].flatMap(([k, v]) => (v === "" ? [] : [k]))]),
    ];
    if (asked !== key) return;
    if (names.join("\n") !== shownFacts) {
      shownFacts = names.join("\n");
      known.replaceChildren(
        ...names.map((name, i) => factField(name, facts, `${id}-f${i}`, () => void update())),
      );
    }
    answer.replaceChildren(
      ...verdictNodes(verdict, question, (fixed) => {
        text.value = fixed;
        void update();
        text.focus();
      }),
    );
    answer.dataset["decision"] = verdict.decision;
    answer.dataset["for"] = text.value;
    answer.dataset["state"] = key;
  };
  text.addEventListener("input", () => void update());
  const kinds = choice(
    policy.reports.map((r) => r.name),
    report,
    (value) => {
      report = value;
      void update();
    },
    COMMAND,
  );
  void update();
  return el(
    "div",
    { class: "panel" },
    policy.reports.length === 0 ? undefined : field("Check", kinds, `${id}-kind`),
    field(report === "" ? "Command" : "Text", text, id),
    known,
    answer,
  );
}

function factField(name: string, facts: Map<string, string>, id: string, changed: () => void): HTMLElement {
  const fact = policy.facts.find((f) => f.name === name);
  const set = (value: string): void => {
    facts.set(name, value);
    changed();
  };
  const given = facts.get(name) ?? "";
  const part = policy.workflows.some((w) =>
    [...w.tasks, ...w.waits, ...w.gates].some((p) => p.name === name),
  );
  const values = fact?.values ?? (part ? STATUSES : []);
  const label = part ? `Status of ${name}` : `Fact ${name}`;
  if (values.length > 0) return field(label, choice(values, given, set, "not known"), id);
  const input = el("input", { value: given, placeholder: "not known", oninput: () => set(input.value) });
  return field(label, input, id);
}

function verdictNodes(verdict: Verdict, { text, report }: Asked, use: (command: string) => void): Node[] {
  const { decision, findings, fix, opaque } = verdict;
  const nodes: Node[] = [el("p", { class: `verdict ${decision}` }, WORDS[decision])];
  const ranges =
    report === ""
      ? findings.flatMap((f) => (f.range === undefined ? [] : [{ ...f.range, decision: f.decision }]))
      : [];
  if (ranges.length > 0)
    nodes.push(
      el(
        "pre",
        { class: "marked", tabindex: "0", "aria-label": "The command, with what was found in it" },
        ...marked(text, ranges),
      ),
    );
  nodes.push(...findings.map(findingNode));
  if (fix !== undefined)
    nodes.push(
      el(
        "div",
        { class: "mended" },
        el("p", { class: "meta" }, `Mended (${WORDS[fix.decision].toLowerCase()}):`),
        el("pre", { tabindex: "0" }, fix.command),
        el("button", { type: "button", class: "quiet", onclick: () => use(fix.command) }, "Use it"),
      ),
    );
  for (const part of opaque.slice(0, 5))
    nodes.push(
      el(
        "p",
        { class: "meta" },
        `Not seen into: ${text.slice(part.range.start, part.range.end)} (${part.reason})`,
      ),
    );
  return nodes;
}

function findingNode(finding: Finding): HTMLElement {
  const { rule, code, message, because, instead, certain, decision, sentence, expected, place } = finding;
  const name = rule ?? code ?? "";
  return el(
    "div",
    { class: `finding ${decision}` },
    el(
      "p",
      {},
      el("strong", {}, rule === undefined ? name : el("a", { href: inSite(rulePage(rule)) }, name)),
      certain ? ": " : " (can't be decided): ",
      place === undefined ? "" : `line ${place.line}: `,
      ...proseNodes(message),
    ),
    sentence === undefined ? undefined : el("p", { class: "meta" }, ...proseNodes(sentence)),
    expected === undefined ? undefined : el("p", { class: "meta" }, "Expected: ", el("code", {}, expected)),
    because === undefined ? undefined : el("p", { class: "meta" }, "Why: ", ...proseNodes(because)),
    instead === undefined ? undefined : el("p", { class: "meta" }, "Instead: ", ...proseNodes(instead)),
  );
}

/** The text with what was found underlined; of ranges that hold another one only the inner one is marked. */
function marked(
  text: string,
  ranges: readonly { readonly start: number; readonly end: number; readonly decision: string }[],
): (Node | string)[] {
  const inner = ranges.filter(
    (r) => !ranges.some((o) => o.start >= r.start && o.end <= r.end && o.end - o.start < r.end - r.start),
  );
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const { start, end, decision } of [...inner].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    nodes.push(text.slice(at, start), el("mark", { class: decision }, text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes;
}
