// Evidence from its definitions: columns, rows, conditions, and words that no cell may say.
import type { Evidence } from "../../policy/types.ts";
import type { Definition } from "../1-read/document.ts";
import { duplicateDefinition, invalidLabel } from "../messages/generated.ts";
import { readColumns } from "./evidence-columns.ts";
import { readEvidenceConditions } from "./evidence-conditions.ts";
import { readRows } from "./evidence-rows.ts";
import { byTime, type Linker } from "./linker.ts";
import { documentName, Names } from "./names.ts";

/** The names of all evidence that the documents define, in order or not. */
export function evidenceNames(
  definitions: readonly Definition[],
  report: Linker["report"],
): Names<Definition> {
  const names = new Names<Definition>();
  for (const definition of definitions.filter((d) => d.kind === "Evidence").sort(byTime)) {
    const first = names.add(definition.name, definition);
    if (first === undefined) continue;
    const related = [{ message: "the first definition", source: first.source }];
    const values = { kind: "evidence", name: definition.name };
    report(duplicateDefinition(definition.source, values, { related }));
  }
  return names;
}

/** The evidence that is sound; what is wrong with the rest is reported. */
export function linkEvidence(names: Names<Definition>, linker: Linker): Evidence[] {
  return [...names.all()].flatMap(([, definition]) => readEvidence(definition, names, linker) ?? []);
}

function readEvidence(
  definition: Definition,
  names: Names<Definition>,
  linker: Linker,
): Evidence | undefined {
  const columns = readColumns(definition, linker);
  const rows = readRows(definition, columns, linker);
  const unsaid = readUnsaid(definition, linker);
  const conditions = columns === undefined ? undefined : readEvidenceConditions(definition, columns, linker);
  if (columns === undefined || rows === undefined || unsaid === undefined || conditions === undefined)
    return undefined;
  const because = definition.labels.find((l) => l.name === "Because")?.text;
  return {
    name: names.qualified(definition.name, documentName(definition.source.file)),
    ...rows,
    columns,
    conditions,
    unsaid,
    ...(because === undefined || because === "" ? {} : { because }),
    source: definition.source,
  };
}

/** "No cell says `a`, `b` or `c`." */
function readUnsaid(definition: Definition, linker: Linker): string[] | undefined {
  const words: string[] = [];
  let sound = true;
  for (const label of definition.labels.filter((l) => l.name === "No cell says")) {
    const codes = label.tokens.filter((t) => t.type === "code" && t.text !== "");
    const rest = label.tokens.filter((t) => t.type !== "code" && ![",", ".", "or", "and"].includes(t.text));
    words.push(...codes.map((t) => t.text));
    if (codes.length > 0 && rest.length === 0) continue;
    sound = false;
    const found = label.text === "" ? "nothing" : `“${label.text.slice(0, 80)}”`;
    linker.report(
      invalidLabel(label.source, {
        found,
        label: label.name,
        expected: "words in backticks, joined by “or”",
      }),
    );
  }
  return sound ? [...new Set(words)] : undefined;
}
