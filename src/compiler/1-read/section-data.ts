// What stands under a heading, and whether it is the data of a definition.
import type { ListItem, RootContent, TableCell } from "mdast";
import type { DefinitionKind } from "./document.ts";
import { labelName } from "./labels.ts";
import { WORKFLOW_LABELS } from "./workflow-labels.ts";

/** The label lines that each kind of definition may have. */
export const DEFINITION_LABELS: Readonly<Record<DefinitionKind, readonly string[]>> = {
  List: ["Because"],
  "Add to list": ["Because"],
  "Remove from list": ["Because"],
  Tool: [
    "Also known as",
    "Runs on",
    "Repeatable",
    "Abbreviates long options",
    "Options come first",
    "Changes nothing",
    "Because",
  ],
  Fact: ["From", "Values", "Type", "At most", "Because"],
  Step: ["Because"],
  Approval: ["Because"],
  Decision: ["Because"],
  Outcome: ["Exit status", "Message", "Because"],
  ...WORKFLOW_LABELS,
  Report: ["Because"],
  "Change report": ["After", "Remove", "Because"],
  "MCP tool": ["Because"],
  "MCP tools": ["Because"],
};

/** The first words of the tables that only definitions of a kind have; members of a list may have any. */
const FIRST_COLUMNS: Partial<Record<DefinitionKind, readonly string[]>> = {
  Tool: ["option", "operand"],
  Approval: ["operator says"],
  Evidence: ["column"],
  "MCP tool": ["parameter"],
  "MCP tools": ["tool"],
  Report: ["section"],
  "Change report": ["section"],
};

/** Whether a section holds what only a definition of this kind does: its table, its labels or a step's patterns. */
export function holdsDataOf(kind: DefinitionKind, section: readonly RootContent[]): boolean {
  return section.some((node) => {
    if (node.type === "list") return node.children.some((item) => isDataItem(kind, item));
    if (node.type !== "table" || ["Fact", "Step", "Outcome"].includes(kind)) return false;
    const [head, ...rows] = node.children;
    const [cell] = head?.children ?? [];
    const [text] = cell?.children ?? [];
    const first = text?.type === "text" ? text.value.trim().toLowerCase() : "";
    if (kind === "Decision") return head?.children.some(isThen) === true;
    const wanted = FIRST_COLUMNS[kind];
    if (wanted !== undefined) return wanted.includes(first);
    return rows.length > 0 && rows.every((row) => row.children[0]?.children[0]?.type === "inlineCode");
  });
}

/** The column of outcomes, which only decision tables have. */
function isThen(cell: TableCell): boolean {
  const [text] = cell.children;
  return text?.type === "text" && text.value.trim().toLowerCase() === "then";
}

function isDataItem(kind: DefinitionKind, item: ListItem): boolean {
  const name = labelName(item)?.name;
  if (name !== undefined && name !== "Because" && DEFINITION_LABELS[kind].includes(name)) return true;
  const [only] = item.children;
  return kind === "Step" && only?.type === "paragraph" && only.children.every((c) => c.type === "inlineCode");
}
