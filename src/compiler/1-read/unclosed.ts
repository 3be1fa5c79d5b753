// Blocks that run to the end because nothing closes them: fences, comments and the like. Whatever stands behind their
// opening would be taken for code, and no rule in it would be read.
import type { Code, Html, Nodes, Root } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { unclosedBlock } from "../messages/generated.ts";
import type { SourceText } from "./source-text.ts";

/** HTML that ends at its own mark only, and not at a blank line. */
const UNTIL: readonly { readonly opens: RegExp; readonly closes: RegExp; readonly mark: string }[] = [
  { opens: /^<!--/, closes: /-->/, mark: "-->" },
  { opens: /^<\?/, closes: /\?>/, mark: "?>" },
  { opens: /^<!\[CDATA\[/, closes: /\]\]>/, mark: "]]>" },
  {
    opens: /^<(?:script|pre|style|textarea)(?![\w-])/i,
    closes: /<\/(?:script|pre|style|textarea)>/i,
    mark: "</…>",
  },
];

export interface Unclosed {
  readonly diagnostics: readonly Diagnostic[];
  /** The open blocks themselves, of which nothing else is to be said. */
  readonly nodes: ReadonlySet<Nodes>;
  /** What stands in backticks in them. */
  readonly names: readonly string[];
}

/** Finds every block of a document that nothing closes. */
export function unclosedBlocks(root: Root, source: SourceText): Unclosed {
  const diagnostics: Diagnostic[] = [];
  const nodes = new Set<Nodes>();
  const names: string[] = [];
  const left: Nodes[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ("children" in node) left.push(...node.children);
    if (node.type !== "code" && node.type !== "html") continue;
    const open = node.type === "code" ? openFence(node, source) : openHtml(node);
    if (open === undefined) continue;
    const start = node.position?.start.offset ?? 0;
    const text = source.slice(start, node.position?.end.offset ?? start);
    const line = text.split("\n", 1)[0] ?? "";
    const at = source.at(start, start + line.trimEnd().length);
    diagnostics.push(unclosedBlock(at, { opening: line.trim(), closing: open }));
    nodes.add(node);
    for (const span of text.matchAll(/`([^`\n]+)`/g)) names.push(span[1] ?? "");
  }
  return { diagnostics, nodes, names };
}

/** The marks that would close a fence which is open; undefined for a closed one and for indented code. */
function openFence(node: Code, source: SourceText): string | undefined {
  const start = node.position?.start.offset ?? 0;
  const text = source.slice(start, node.position?.end.offset ?? start);
  const fence = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
  if (fence === undefined) return undefined;
  const last = text.split("\n").slice(1).pop() ?? "";
  const closing = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(last)?.[1] ?? "";
  return closing.startsWith(fence) ? undefined : fence;
}

function openHtml(node: Html): string | undefined {
  const kind = UNTIL.find((u) => u.opens.test(node.value));
  return kind === undefined || kind.closes.test(node.value) ? undefined : kind.mark;
}
