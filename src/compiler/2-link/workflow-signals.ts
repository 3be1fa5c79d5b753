// How a task's output is read: what starts, passes, fails, blocks or waives it, and what is captured.
import type { Signal, Task } from "../../policy/types.ts";
import type { DefinitionLabel } from "../1-read/document.ts";
import { invalidLabel } from "../messages/generated.ts";
import { type NeedsContext, readNeeds } from "./workflow-needs.ts";

const EXPECTED = "“stdout contains `text`”, “it exits 0”, or a condition on facts and tasks";

/** The signals of one label line: several joined by "or" are several, joined by "and" one. */
export function readSignals(label: DefinitionLabel, context: Omit<NeedsContext, "label">): Signal[] {
  const tokens = label.tokens.filter((t) => t.text !== ".");
  const [first, second, third] = tokens;
  const refuse = (): Signal[] => {
    const found = tokens.length === 0 ? "nothing" : `“${label.text.slice(0, 80)}”`;
    context.linker.report(invalidLabel(label.source, { found, label: label.name, expected: EXPECTED }));
    return [];
  };
  if (first === undefined) return refuse();
  const isOutput = first.type === "word" && ["stdout", "output", "stderr"].includes(first.text);
  if (isOutput && (second?.text === "contains" || second?.text === "has")) {
    const rest = tokens.slice(2);
    const codes = rest.filter((t) => t.type === "code");
    const joins = rest.filter((t) => t.type !== "code").map((t) => t.text);
    const known = joins.every((j) => [",", "and", "or"].includes(j));
    if (codes.length === 0 || !known || (joins.includes("and") && joins.includes("or"))) return refuse();
    if (codes.some((c) => c.text === "")) return refuse();
    const texts = codes.map((c) => c.text);
    return joins.includes("and") || codes.length === 1
      ? [{ texts, source: label.source }]
      : codes.map((c) => ({ texts: [c.text], source: c.source }));
  }
  if (first.text === "it" && second?.text === "exits") {
    const code = tokens.slice(2).find((t) => /^\d{1,3}$/.test(t.text));
    const exits = Number(code?.text ?? Number.NaN);
    const plain = third === code || third?.text === "with";
    return plain && exits <= 255 ? [{ exits, source: label.source }] : refuse();
  }
  const named = first.type === "word" && first.text === "fact" ? tokens.slice(1) : tokens;
  const holds = readNeeds(named, label.source, { ...context, label: label.name });
  return holds.length === 0 ? [] : [{ holds, source: label.source }];
}

/** "`build` from `Build number: {build}`": names, each with the text around it. */
export function readCaptures(
  label: DefinitionLabel,
  { linker }: Pick<NeedsContext, "linker">,
): Task["captures"] {
  const captures: Task["captures"] = [];
  const expected = "a name and the text that it stands in, such as “`build` from `Build number: {build}`”";
  const codes = label.tokens.filter((t) => t.type === "code");
  const joins = label.tokens.filter((t) => t.type !== "code").map((t) => t.text);
  const bad = (found: string): Task["captures"] => {
    linker.report(invalidLabel(label.source, { found, label: label.name, expected }));
    return [];
  };
  if (
    codes.length === 0 ||
    codes.length % 2 === 1 ||
    joins.filter((j) => j === "from").length * 2 !== codes.length
  )
    return bad(`“${label.text.slice(0, 80)}”`);
  for (let i = 0; i < codes.length; i += 2) {
    const [name, from] = [codes[i], codes[i + 1]];
    if (name === undefined || from === undefined) continue;
    if (!/^[A-Za-z_][\w-]*$/.test(name.text)) return bad(`\`${name.text}\``);
    const pieces = from.text.split(`{${name.text}}`);
    if (pieces.length !== 2 || pieces.every((p) => p.trim() === "")) return bad(`\`${from.text}\``);
    captures.push({ name: name.text, from: from.text, source: name.source });
  }
  return captures;
}
