// MCP tools with their parameters: one under its own heading, or many of a family in one table.
import type { Arity, McpTool, Parameter, Tool } from "../../policy/types.ts";
import type { Cell, Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateDefinition, notAToken, unknownColumn, unknownValue } from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";
import { byTime } from "./linker.ts";

const COLUMNS = ["parameter", "type", "pattern", "required", "meaning"];
const TYPES = ["text", "number", "integer", "boolean", "date", "version", "list"] as const;
/** Other words for a type that authors and schemas use. */
const SAME: Readonly<Record<string, (typeof TYPES)[number]>> = {
  string: "text",
  array: "list",
  bool: "boolean",
};

type Report = (d: Diagnostic) => void;

/** All declared MCP tools, by name. */
export function linkMcpTools(definitions: readonly Definition[], report: Report): McpTool[] {
  const tools = new Map<string, McpTool>();
  const add = (tool: McpTool): McpTool => {
    const first = tools.get(tool.name);
    if (first === undefined) tools.set(tool.name, tool);
    return first ?? tool;
  };
  for (const definition of definitions.filter((d) => d.kind === "MCP tool").sort(byTime)) {
    const tool: McpTool = { name: definition.name, parameters: [], source: definition.source };
    const first = add(tool);
    if (first !== tool) {
      const related = [{ message: "the first definition", source: first.source }];
      report(duplicateDefinition(definition.source, { kind: "tool", name: tool.name }, { related }));
    }
    for (const [, row] of rowsOf(definition, COLUMNS, report)) addParameter(tool, row, report);
  }
  for (const definition of definitions.filter((d) => d.kind === "MCP tools").sort(byTime)) {
    let last: McpTool | undefined;
    for (const [, row] of rowsOf(definition, ["tool", ...COLUMNS], report)) {
      const cell = row("tool");
      const [token, ...more] = cell?.tokens ?? [];
      if (token === undefined && last !== undefined) addParameter(last, row, report);
      else if (cell === undefined || token?.type !== "code" || more.length > 0) {
        const found = cell === undefined || cell.text === "" ? "empty cell" : `“${cell.text}”`;
        report(notAToken(cell?.source ?? definition.source, { found, expected: "one tool in backticks" }));
      } else {
        const family = definition.name.replace(/_$/, "");
        last = add({ name: token.text, family, parameters: [], source: token.source });
        addParameter(last, row, report);
      }
    }
  }
  return [...tools.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** An MCP tool as rules name it: each parameter is an option, `release` is `--release`. */
export function asTool({ name, parameters, source }: McpTool): Tool {
  const options = parameters.map((p) => ({
    name: `--${p.name}`,
    also: [],
    takes: [arityOf(p)],
    matches: "exact" as const,
    ...(p.meaning === undefined ? {} : { meaning: p.meaning }),
    source: p.source,
  }));
  return { name, also: [], runsOn: [], repeatable: false, declared: true, options, operands: [], source };
}

function arityOf({ type }: Parameter): Arity {
  return type === "boolean" ? "nothing" : type === "list" ? "many" : "one";
}

type Row = (column: string) => Cell | undefined;

function rowsOf({ table }: Definition, known: readonly string[], report: Report): [number, Row][] {
  const columns = (table?.header ?? []).map((cell) => {
    const name = cell.text.toLowerCase();
    if (known.includes(name)) return name;
    const expected = oneOf(known.map((c) => `\`${c}\``));
    report(unknownColumn(cell.source, { column: cell.text, expected }, { hint: didYouMean(name, known) }));
    return undefined;
  });
  return (table?.rows ?? []).map((row, i) => [i, (column) => row[columns.indexOf(column)]]);
}

/** A row without a parameter only names its tool. */
function addParameter(tool: McpTool, row: Row, report: Report): void {
  const cell = row("parameter");
  const [token, ...more] = cell?.tokens ?? [];
  if (cell === undefined || token === undefined) return;
  if (token.type !== "code" || more.length > 0) {
    report(notAToken(cell.source, { found: `“${cell.text}”`, expected: "one parameter in backticks" }));
    return;
  }
  if (tool.parameters.some((p) => p.name === token.text)) {
    report(duplicateDefinition(token.source, { kind: "parameter", name: token.text }));
    return;
  }
  const shape = plain(row("pattern"));
  const meaning = row("meaning")?.text ?? "";
  tool.parameters.push({
    name: token.text,
    type: typeOf(row("type"), report),
    ...(shape === "" ? {} : { shape }),
    required: requiredOf(row("required"), report),
    ...(meaning === "" || meaning === "…" ? {} : { meaning }),
    source: token.source,
  });
}

function typeOf(cell: Cell | undefined, report: Report): Parameter["type"] {
  const found = plain(cell);
  const type = TYPES.find((t) => t === found) ?? (Object.hasOwn(SAME, found) ? SAME[found] : undefined);
  if (cell !== undefined && found !== "" && type === undefined) {
    const expected = oneOf(TYPES.map((t) => `\`${t}\``));
    report(
      unknownValue(cell.source, { found, column: "type", expected }, { hint: didYouMean(found, TYPES) }),
    );
  }
  return type ?? "text";
}

function requiredOf(cell: Cell | undefined, report: Report): boolean {
  const found = plain(cell).toLowerCase();
  if (cell === undefined) return true;
  if (!["", "yes", "no", "true", "false"].includes(found))
    report(unknownValue(cell.source, { found, column: "required", expected: "`yes` or `no`" }));
  return found === "yes" || found === "true";
}

function plain(cell: Cell | undefined): string {
  return (cell?.text ?? "").replaceAll("`", "").trim();
}
