// Tools from their tables: what each option takes and how its value is compared.
import type { Arity, Comparison, Role, Tool, ToolOption } from "../../policy/types.ts";
import type { Cell, Definition, Table } from "../1-read/document.ts";
import { isOption } from "../1-read/grammar/parsed.ts";
import type { Token } from "../1-read/tokens.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateDefinition, notAToken, unknownColumn, unknownValue } from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";
import { byTime } from "./linker.ts";

const COLUMNS = ["option", "also", "takes", "matches", "role", "meaning"];
const ROLES: readonly Role[] = ["reads", "writes", "deletes", "runs", "host"];
const ARITIES: readonly Arity[] = ["nothing", "one", "many", "list", "key=value", "glued"];
const TYPES = ["version", "number", "date", "path", "refspec"] as const;
const COMPARISONS: readonly Comparison[] = ["exact", "substring", "prefix", "suffix", "glob", "regex"];

/** The declared tools, by name and by every other name that they have. */
export function linkTools(
  definitions: readonly Definition[],
  report: (d: Diagnostic) => void,
): Map<string, Tool> {
  const tools = new Map<string, Tool>();
  for (const definition of definitions.filter((d) => d.kind === "Tool").sort(byTime)) {
    const tool = readTool(definition, report);
    const names = [tool.name, ...tool.also];
    const taken = names.find((name) => tools.has(name));
    const first = tools.get(taken ?? "");
    if (taken !== undefined && first !== undefined) {
      const related =
        first.source === undefined ? [] : [{ message: "the first definition", source: first.source }];
      report(duplicateDefinition(definition.source, { kind: "tool", name: taken }, { related }));
    }
    for (const name of names) if (!tools.has(name)) tools.set(name, tool);
  }
  return tools;
}

function readTool(definition: Definition, report: (d: Diagnostic) => void): Tool {
  const hasLabel = (name: string): boolean =>
    definition.labels.some((l) => l.name === name && l.tokens[0]?.text !== "no");
  const tool: Tool = {
    name: definition.name,
    also: spans(definition, "Also known as"),
    runsOn: spans(definition, "Runs on"),
    repeatable: hasLabel("Repeatable"),
    declared: true,
    ...(hasLabel("Abbreviates long options") ? { abbreviates: true } : {}),
    ...(hasLabel("Options come first") ? { optionsFirst: true } : {}),
    ...unchanging(definition, hasLabel("Changes nothing")),
    options: [],
    operands: [],
    source: definition.source,
  };
  if (definition.table !== undefined) readOptions(definition.table, tool, report);
  return tool;
}

/** "Changes nothing" alone is said of the whole tool, with names behind it of those subcommands; as words behind the program. */
function unchanging(definition: Definition, isSaid: boolean): Pick<Tool, "changesNothing"> {
  if (!isSaid) return {};
  const named = spans(definition, "Changes nothing");
  const own = definition.name.split(" ").slice(1).join(" ");
  return { changesNothing: named.length > 0 ? named.map((words) => `${own} ${words}`.trim()) : [own] };
}

function spans(definition: Definition, label: string): string[] {
  return definition.labels
    .filter((l) => l.name === label)
    .flatMap((l) => l.tokens.filter((t) => t.type === "code").map((t) => t.text));
}

function readOptions(table: Table, tool: Tool, report: (d: Diagnostic) => void): void {
  const columns = table.header.map((cell, i) => {
    const name = i === 0 && cell.text.toLowerCase() === "operand" ? "option" : cell.text.toLowerCase();
    if (COLUMNS.includes(name)) return name;
    const expected = oneOf(COLUMNS.map((c) => `\`${c}\``));
    report(unknownColumn(cell.source, { column: cell.text, expected }, { hint: didYouMean(name, COLUMNS) }));
    return undefined;
  });
  const names = new Set<string>();
  for (const row of table.rows) {
    const cell = (name: string): Cell | undefined => row[columns.indexOf(name)];
    const option = readOption(cell, report);
    if (option === undefined) continue;
    const own = [option.name, ...option.also];
    const taken = own.find((name) => names.has(name));
    if (taken !== undefined && option.source !== undefined)
      report(duplicateDefinition(option.source, { kind: "option", name: taken }));
    for (const name of own) names.add(name);
    (option.name.startsWith("<") ? tool.operands : tool.options).push(option);
  }
}

function readOption(
  cell: (name: string) => Cell | undefined,
  report: (d: Diagnostic) => void,
): ToolOption | undefined {
  const first = cell("option");
  const [token, ...more] = first?.tokens ?? [];
  if (first === undefined) return undefined;
  if (token?.type !== "code" || more.length > 0 || !isOption(token.text)) {
    const found = first.text === "" ? "empty cell" : `“${first.text}”`;
    report(
      notAToken(
        first.source,
        {
          found,
          expected: "one option (`--name`) or operand (`<name>`) in backticks",
        },
        { hint: bareName(token) },
      ),
    );
    return undefined;
  }
  const also = cell("also");
  if (also !== undefined && also.text !== "" && !also.tokens.some((t) => t.type === "code")) {
    const expected = "other names of the option in backticks";
    report(notAToken(also.source, { found: `“${also.text}”`, expected }));
  }
  const takes = readTakes(cell("takes"), report);
  const meaning = cell("meaning")?.text;
  const comparison = choice(cell("matches"), "matches", COMPARISONS, report) ?? "exact";
  const role = choice(cell("role"), "role", ROLES, report);
  return {
    name: token.text,
    also: (also?.tokens ?? []).filter((t) => t.type === "code").map((t) => t.text),
    takes: takes.arities,
    ...(takes.type === undefined ? {} : { type: takes.type }),
    matches: comparison,
    ...(role === undefined ? {} : { role }),
    ...(meaning && meaning !== "…" ? { meaning } : {}),
    source: token.source,
  };
}

/** A name in backticks that is neither an option nor an operand yet. */
function bareName(token: Token | undefined): string | undefined {
  if (token?.type !== "code" || !/^[\w-]+$/.test(token.text)) return undefined;
  return `Write \`--${token.text}\` for an option, \`<${token.text}>\` for an operand.`;
}

/** "nothing or one", "one version", "many or list": arities joined by "or", with a value type where it matters. */
function readTakes(
  cell: Cell | undefined,
  report: (d: Diagnostic) => void,
): { readonly arities: Arity[]; readonly type: ToolOption["type"] } {
  const arities: Arity[] = [];
  let type: ToolOption["type"];
  let strange: string | undefined;
  const words = (cell?.text ?? "")
    .replace(/[`,]/g, " ")
    .trim()
    .split(/\s+/)
    .filter((w) => w !== "");
  for (const word of words) {
    const arity = ARITIES.find((a) => a === word);
    const valueType = TYPES.find((t) => t === word || `${t}s` === word);
    if (arity !== undefined) arities.push(arity);
    else if (valueType !== undefined) type = valueType;
    else if (!["or", "of", "a", "an"].includes(word)) strange ??= word;
  }
  if (strange !== undefined && cell !== undefined) {
    const known = [...ARITIES, ...TYPES];
    const expected = oneOf(known.map((k) => `\`${k}\``));
    const values = { found: strange, column: "takes", expected };
    report(unknownValue(cell.source, values, { hint: didYouMean(strange, known) }));
  }
  if (arities.length > 0) return { arities, type };
  return { arities: [type === undefined ? "nothing" : "one"], type };
}

function choice<T extends string>(
  cell: Cell | undefined,
  column: string,
  known: readonly T[],
  report: (d: Diagnostic) => void,
): T | undefined {
  const found = cell?.text.replaceAll("`", "").trim() ?? "";
  if (cell === undefined || found === "") return undefined;
  const value = known.find((k) => k === found);
  if (value === undefined) {
    const expected = oneOf(known.map((k) => `\`${k}\``));
    report(unknownValue(cell.source, { found, column, expected }, { hint: didYouMean(found, known) }));
  }
  return value;
}
