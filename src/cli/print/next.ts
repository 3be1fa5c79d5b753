// What may be done next in a playbook, as text.
import { durationText } from "../../policy/durations.ts";
import type { Duration } from "../../policy/types.ts";
import type { HangsOn } from "../../validators/workflow/hangs-on.ts";
import type { HeldTask, Next, ShownEvidence } from "../../validators/workflow/next.ts";
import { type Reason, reasonText } from "../../validators/workflow/reasons.ts";
import { printable, type Style } from "./style.ts";

/** One section for each list that holds something. */
export function printNext(next: Next, paint: Style): string {
  const sections: [string, string[]][] = [
    [
      "ready",
      next.ready.flatMap((t) => [
        line(t.task, t.informational, t.runs === undefined ? [] : [`run ${t.runs}`]),
        ...(t.hangsOn ?? []).map(hangsOn),
      ]),
    ],
    [
      "running",
      next.running.map((t) => {
        const again = t.again === undefined ? every(t.every) : againText(t.again);
        return line(t.task, t.informational, [
          ...(t.since === undefined ? [] : [`since ${t.since}`]),
          ...again,
          ...(t.checks === undefined ? [] : [`with ${t.checks}`]),
        ]);
      }),
    ],
    ["blocked", next.blocked.map((t) => held(t, "by"))],
    ["waiting", next.waiting.map((t) => held(t, "for"))],
    [
      "failed",
      next.failed.map((t) =>
        line(
          t.task,
          t.informational,
          [t.why, t.onFailure].flatMap((x) => (x === undefined ? [] : [x])),
        ),
      ),
    ],
    [
      "waits",
      next.waits.map((w) =>
        line(w.wait, false, [...w.reasons.map((r) => until(r)), ...takes(w.takes), ...every(w.every)]),
      ),
    ],
    // Where nothing is to be shown, gates are named by the tasks that wait for them.
    ["gates", next.evidence.length === 0 ? [] : next.gates.map(gateLine)],
    ["evidence", next.evidence.map(evidenceLine)],
    [
      "done",
      next.done.flatMap((t) => [
        line(t.task, false, t.status === "Pass" ? [] : [t.status]),
        ...(t.hangsOn ?? []).map(hangsOn),
      ]),
    ],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  const text = shown.map(([title, lines]) => [paint.bold(title), ...lines].join("\n")).join("\n\n");
  return `${text === "" ? "the playbook has no tasks" : text}\n`;
}

function gateLine({ gate, status, missing = [] }: Next["gates"][number]): string {
  return line(gate, false, status === "Pass" ? ["passed"] : missing.map((r) => `needs ${reasonText(r)}`));
}

function evidenceLine({ evidence, decision, file = "", rows = 0, findings = 0 }: ShownEvidence): string {
  if (decision === undefined) return line(evidence, false, ["not shown"]);
  const said = decision === "allow" ? `in order, ${count(rows, "row")}` : count(findings, "finding");
  return line(evidence, false, [`${said} in ${file}`]);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function line(name: string, informational: boolean, details: readonly string[]): string {
  const all = [...(informational ? ["blocks nothing"] : []), ...details];
  return printable(`  ${name}${all.length === 0 ? "" : `: ${all.join("; ")}`}`);
}

function held({ task, informational, reasons }: HeldTask, word: string): string {
  return line(
    task,
    informational,
    reasons.map((r) => `${word} ${reasonText(r)}`),
  );
}

function until(reason: Reason): string {
  return `until ${reasonText(reason)}`;
}

function againText({ from, to, due }: { from: string; to: string; due: boolean }): string[] {
  return [due ? "check now" : from === to ? `check at ${from}` : `check between ${from} and ${to}`];
}

function every(duration: Duration | undefined): string[] {
  return duration === undefined ? [] : [`check every ${durationText(duration)}`];
}

function takes(duration: Duration | undefined): string[] {
  return duration === undefined ? [] : [`takes ${durationText(duration)}`];
}

/** What is to be looked at before a task is begun, or what was found there. */
function hangsOn({ fact, is, message, missing = [] }: HangsOn): string {
  const without = missing.filter((name) => name !== fact).map((name) => `\`${name}\``);
  const text =
    is === undefined
      ? `\`${fact}\` isn't known${without.length === 0 ? "" : ` without ${without.join(", ")}`}`
      : `\`${fact}\` is \`${is}\`${message === undefined ? "" : `: ${message}`}`;
  return printable(`    ${text}`);
}
