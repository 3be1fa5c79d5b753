// Headings of playbooks that are more than a kind and a name: "Every task", and tools that are called over MCP.
import type { DefinitionKind } from "./document.ts";
import type { Token } from "./tokens.ts";

/** The kind and name that such a heading opens; undefined for any other heading. */
export function readWorkflowHeading(
  tokens: readonly Token[],
): { readonly kind: DefinitionKind; readonly name: Token } | undefined {
  const [first, second, ...behind] = tokens;
  if (first?.type !== "word" || second === undefined) return undefined;
  if (first.text === "Every" && second.text === "task" && behind.length === 0)
    return { kind: "Every task", name: { ...first, text: "every task" } };
  const kind = first.text === "Tool" ? "MCP tool" : first.text === "Tools" ? "MCP tools" : undefined;
  const isMcp = behind.map((t) => t.text).join("") === "(MCP)";
  return kind === undefined || second.type !== "code" || !isMcp ? undefined : { kind, name: second };
}
