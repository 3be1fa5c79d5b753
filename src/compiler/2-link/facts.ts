// Facts, steps and approvals from their definitions.
import type { Approval, CommandPattern, Fact, Step } from "../../policy/types.ts";
import type { Definition, DefinitionLabel } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateDefinition, invalidLabel, missingPatterns, notAToken } from "../messages/generated.ts";
import { oneOf } from "../messages/near.ts";
import { byTime, type Linker } from "./linker.ts";
import { documentName, Names } from "./names.ts";
import { linkPattern } from "./patterns.ts";
import { linkSets } from "./sets.ts";
import type { ToolTable } from "./tool-table.ts";

const TYPES = ["text", "version", "number", "date"] as const;
const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1_440, week: 10_080 };

type Report = (d: Diagnostic) => void;

/** Adds definitions of one kind by their names. */
function collect<T extends { name: string; readonly source: Fact["source"] }>(
  definitions: readonly Definition[],
  kind: Definition["kind"],
  make: (definition: Definition) => T | undefined,
  report: Report,
): Names<T> {
  const names = new Names<T>();
  for (const definition of definitions.filter((d) => d.kind === kind).sort(byTime)) {
    const thing = make(definition);
    const first = thing === undefined ? undefined : names.add(definition.name, thing);
    if (first === undefined) continue;
    const related = [{ message: "the first definition", source: first.source }];
    report(
      duplicateDefinition(
        definition.source,
        { kind: kind.toLowerCase(), name: definition.name },
        { related },
      ),
    );
  }
  for (const [, thing] of names.all())
    thing.name = names.qualified(thing.name, documentName(thing.source.file));
  return names;
}

/** The facts by name. */
export function linkFacts(definitions: readonly Definition[], report: Report): Names<Fact> {
  return collect(definitions, "Fact", (d) => readFact(d, report), report);
}

function readFact(definition: Definition, report: Report): Fact {
  const label = (name: string): DefinitionLabel | undefined => definition.labels.find((l) => l.name === name);
  const codes = (l: DefinitionLabel | undefined): string[] =>
    (l?.tokens ?? []).filter((t) => t.type === "code").map((t) => t.text);
  const typeLabel = label("Type");
  const typeName = (typeLabel?.tokens ?? []).map((t) => t.text).join("");
  const type = TYPES.find((t) => t === typeName);
  if (typeLabel !== undefined && type === undefined) {
    report(invalidLabel(typeLabel.source, { found: `“${typeName}”`, label: "Type", expected: oneOf(TYPES) }));
  }
  const from = readOrigin(label("From"), report);
  const age = readAge(label("At most"), report);
  return {
    name: definition.name,
    ...(from === undefined ? {} : { from }),
    values: codes(label("Values")),
    type: type ?? "text",
    ...(age === undefined ? {} : { atMost: age }),
    source: definition.source,
  };
}

/** "`$.phase` of `state.json`", "output of `cmd`", "`$.x` of tool `name`", "the operator". */
function readOrigin(label: DefinitionLabel | undefined, report: Report): Fact["from"] {
  if (label === undefined) return undefined;
  const words = label.tokens.filter((t) => t.type === "word").map((t) => t.text.toLowerCase());
  const [first, second] = label.tokens.filter((t) => t.type === "code").map((t) => t.text);
  if (first === undefined) {
    if (words.some((w) => ["operator", "person", "user", "human"].includes(w))) return { by: "person" };
    const expected = "a path of a file, the output of a command, or “the operator”";
    report(invalidLabel(label.source, { found: `“${words.join(" ")}”`, label: "From", expected }));
    return undefined;
  }
  if (words.includes("output")) return { by: "command", of: first };
  if (second === undefined)
    return words.includes("tool") ? { by: "tool", of: first } : { by: "file", of: first };
  return { by: words.includes("tool") ? "tool" : "file", path: first, of: second };
}

/** "10 minutes", "2 hours", "1 day": in minutes. */
function readAge(label: DefinitionLabel | undefined, report: Report): number | undefined {
  if (label === undefined) return undefined;
  const text = label.tokens.map((t) => t.text).join(" ");
  const match = /^(\d{1,6}) (minute|hour|day|week)s?\.?$/.exec(text);
  const minutes = MINUTES[match?.[2] ?? ""];
  if (match !== null && minutes !== undefined) return Number(match[1]) * minutes;
  report(
    invalidLabel(label.source, {
      found: `“${text}”`,
      label: "At most",
      expected: "a time such as “10 minutes”",
    }),
  );
  return undefined;
}

/** The steps by name. */
export function linkSteps(definitions: readonly Definition[], tools: ToolTable, report: Report): Names<Step> {
  const make = (definition: Definition): Step | undefined => {
    const patterns = definition.entries.map((token) => linkPattern(token, { tools, report }));
    const known = patterns.filter((p): p is CommandPattern => p !== undefined);
    if (definition.entries.length === 0 && !definition.guessed)
      report(missingPatterns(definition.source, { name: definition.name }));
    return known.length === 0
      ? undefined
      : { name: definition.name, patterns: known, source: definition.source };
  };
  return collect(definitions, "Step", make, report);
}

/** The approvals by name: each row of the table is a phrase and what it grants. */
export function linkApprovals(definitions: readonly Definition[], linker: Linker): Names<Approval> {
  const { tools, steps, report } = linker;
  const make = (definition: Definition): Approval | undefined => {
    const phrases: Approval["phrases"] = [];
    for (const [says, grants, sets] of definition.table?.rows ?? []) {
      const [token, ...more] = says?.tokens ?? [];
      const granted = (grants?.tokens ?? []).filter((t) => t.type === "code");
      if (grants !== undefined && grants.text !== "" && granted.length === 0) {
        const expected = "commands and steps in backticks";
        report(notAToken(grants.source, { found: `“${grants.text}”`, expected }));
      }
      for (const token of granted)
        if (!("thing" in steps.find(token.text, token.source.file)))
          linkPattern(token, { tools, steps, report });
      const names = granted.map((t) => t.text);
      if (token?.type !== "code" || more.length > 0) {
        report(
          notAToken(says?.source ?? definition.source, {
            found: `“${says?.text ?? ""}”`,
            expected: "one phrase in backticks",
          }),
        );
      } else {
        const facts = sets === undefined ? undefined : linkSets(sets, linker);
        phrases.push({
          says: token.text,
          grants: names,
          ...(facts === undefined ? {} : { sets: facts }),
          source: token.source,
        });
      }
    }
    return { name: definition.name, phrases, source: definition.source };
  };
  return collect(definitions, "Approval", make, report);
}
