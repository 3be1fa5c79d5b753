// What playbooks and decisions say, in words that are Markdown.
import { callText } from "../../../policy/calls.ts";
import { durationText } from "../../../policy/durations.ts";
import type { CellTest, DecisionRow, Need, Signal, Task } from "../../../policy/types.ts";
import { code, prose } from "./markdown.ts";

/** "`build`, `phase` is `Accepted`, one day before `release-date`". */
export function needsText(needs: readonly Need[]): string {
  return needs.map(needText).join(", ");
}

function needText(need: Need): string {
  if ("node" in need) return code(need.node);
  return "evidence" in need ? `evidence ${code(need.evidence)}` : prose(need.text);
}

/** "the output holds `a` and `b`; or it exits 0". */
export function signalsText(signals: readonly Signal[]): string {
  return signals.map(signalText).join("; or ");
}

function signalText(signal: Signal): string {
  if ("exits" in signal) return `it exits ${signal.exits}`;
  if ("holds" in signal) return needsText(signal.holds);
  return `the output holds ${signal.texts.map((text) => code(text)).join(" and ")}`;
}

export function callMarkdown(call: NonNullable<Task["runs"]>): string {
  return code(callText(call, undefined, undefined));
}

/** "up to 3 times after 1 minute, 2 minutes and 4 minutes, on `503`". */
export function retryText({ times, after, on }: Task["retries"][number]): string {
  const waits = listed(
    after.map((seconds) => durationText({ from: seconds, to: seconds })),
    "and",
  );
  return [
    `up to ${times} ${times === 1 ? "time" : "times"}`,
    ...(waits === "" ? [] : [`after ${waits}`]),
    ...(on.length === 0
      ? []
      : [
          `on ${listed(
            on.map((text) => code(text)),
            "or",
          )}`,
        ]),
  ].join(" ");
}

/** What a row asks of one input, as a cell: "any" where it asks nothing. */
export function cellText({ when, otherwise }: DecisionRow, input: string): string {
  if (otherwise) return "otherwise";
  const asked = when.find((w) => w.input === input);
  if (asked === undefined) return "any";
  return asked.anyOf.map((tests) => tests.map(testText).join(" and ")).join(", ");
}

function testText(test: CellTest): string {
  if (test.test === "is") {
    const values = test.values.map((value) => code(value, true)).join(", ");
    return test.negated ? `not ${values}` : values;
  }
  return `${test.test.replace("-", " ")} ${code(test.value, true)}`;
}

/** "a, b and c". */
function listed(words: readonly string[], join: string): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} ${join} ${words[words.length - 1]}`;
}
