// Two policies compared, as text: each part that differs, what changed, and actions that show it.
import type { PartDiff, PolicyDiff, Relation, Witness } from "../../diff/relation.ts";
import { printable, type Style } from "./style.ts";

const SAYS: Readonly<Record<Relation, string>> = {
  equal: "equal",
  stricter: "stricter",
  looser: "looser",
  "not-comparable": "not comparable",
};

/** The parts that differ, then the whole; equal parts are only counted. */
export function printDiff({ parts, relation, old, new: now }: PolicyDiff, { bold }: Style): string {
  const differing = parts.filter((p) => p.relation !== "equal");
  const equal = parts.length - differing.length;
  const head = `${old.slice(0, 12)} → ${now.slice(0, 12)}: ${bold(SAYS[relation])} (${equal} of ${parts.length} parts are equal)\n`;
  return [...differing.map((p) => printPart(p, bold)), head].join("\n");
}

function printPart(
  { part, name, relation, changes, witnesses }: PartDiff,
  bold: (text: string) => string,
): string {
  const lines = [
    `${part} ${bold(printable(name))}: ${SAYS[relation]}`,
    ...changes.map((c) => `  ${printable(c)}`),
    ...witnesses.map((w) => `  ${w.old} → ${w.new}: ${printable(shown(w))}`),
  ];
  return `${lines.join("\n")}\n`;
}

function shown({ action, facts }: Witness): string {
  const what =
    action.kind === "command"
      ? action.command
      : "path" in action
        ? `${action.kind} ${action.path}`
        : action.kind;
  const known = Object.entries(facts).map(([name, value]) => `${name} is ${value}`);
  return known.length === 0 ? what : `${what} (when ${known.join(", ")})`;
}
