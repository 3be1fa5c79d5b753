// Shapes that another shell than bash reads as something else.
import type { SyntaxNode } from "unbash";
import type { Source } from "../text-model.ts";
import type { Report } from "./report.ts";

function checkSh(node: SyntaxNode, report: Report): void {
  const plain = "plain sh may read this otherwise than bash: ";
  if (node.type === "AnsiCQuoted" || node.type === "LocaleString") {
    report(node.pos, node.end, `${plain}quotes after a $`);
  } else if (node.type === "BraceExpansion") report(node.pos, node.end, `${plain}braces`);
  else if (node.type === "Redirect" && node.operator.startsWith("&>"))
    report(node.pos, node.end, `${plain}&>`);
}

function checkZsh(node: SyntaxNode, report: Report): void {
  if (node.type === "Word") {
    if (/^=[A-Za-z_]/.test(node.text))
      report(node.pos, node.end, "zsh puts a program's path in place of this word");
    if (/^~\[/.test(node.text)) report(node.pos, node.end, "zsh may run code for this folder's name");
    const parts = node.parts ?? [];
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      if (part.type === "SimpleExpansion" && next !== undefined && next.text.startsWith("[")) {
        report(part.pos, next.end, "zsh reads this as an element of a list");
      }
    }
  } else if (node.type === "ParameterExpansion" && /^\$\{[(~^=+]/.test(node.text)) {
    report(node.pos, node.end, "flags of a zsh expansion are not read");
  } else if (node.type === "ExtendedGlob") {
    report(node.pos, node.end, "zsh may run code for this pattern");
  } else if (node.type === "Glob" && /^\s*\(/.test(node.text)) {
    report(node.pos, node.end, "zsh may run code for this pattern");
  }
}

/** Checks a node for what its dialect reads in another way. */
export function checkDialect(node: SyntaxNode, dialect: Source["dialect"], report: Report): void {
  if (dialect === "sh") checkSh(node, report);
  else if (dialect === "zsh") checkZsh(node, report);
}
