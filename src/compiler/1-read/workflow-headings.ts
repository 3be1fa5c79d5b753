// Headings of playbooks that are more than a kind and a name: "Every task", a task for each member of a list, and tools
// that are called over MCP.
import type { DefinitionKind, Each } from "./document.ts";
import type { Token } from "./tokens.ts";

/** What such a heading opens. */
interface WorkflowHeading {
  readonly kind: DefinitionKind;
  readonly name: Token;
  readonly each?: Each;
}

/** The kind and name that such a heading opens; undefined for any other heading. */
export function readWorkflowHeading(tokens: readonly Token[]): WorkflowHeading | undefined {
  const [first, second, ...behind] = tokens;
  if (first?.type !== "word" || second === undefined) return undefined;
  if (first.text === "Every" && second.text === "task" && behind.length === 0)
    return { kind: "Every task", name: { ...first, text: "every task" } };
  if (first.text === "Task" && second.type === "code") {
    const each = readEach(behind);
    return each === undefined ? undefined : { kind: "Task", name: second, each };
  }
  const kind = first.text === "Tool" ? "MCP tool" : first.text === "Tools" ? "MCP tools" : undefined;
  const isMcp = behind.map((t) => t.text).join("") === "(MCP)";
  return kind === undefined || second.type !== "code" || !isMcp ? undefined : { kind, name: second };
}

/** "for each `list`", "for every `list` machine", "for each member of `list`". */
function readEach(tokens: readonly Token[]): Each | undefined {
  const at = tokens.findIndex((t) => t.type === "code");
  const list = tokens[at];
  const words = tokens.slice(0, at).map((t) => t.text);
  const noun = tokens.slice(at + 1);
  if (list === undefined || !/^for (?:each|every)(?: member (?:of|in))?$/.test(words.join(" ")))
    return undefined;
  return noun.length <= 3 && noun.every((t) => t.type === "word")
    ? { list, noun: noun.map((t) => t.text).join(" ") }
    : undefined;
}

/** Whether a heading says of a wait or a gate that there is one for each member of a list, which only tasks have. */
export function isEachOfOther(tokens: readonly Token[]): boolean {
  const [kind, name, ...behind] = tokens;
  const other = kind?.text === "Wait" || kind?.text === "Gate";
  return other && name?.type === "code" && behind[0]?.text === "for" && readEach(behind) !== undefined;
}
