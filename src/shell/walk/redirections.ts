// Reads redirections: files that are read or written, and what a program finds on its standard input.
import type { Redirect, Redirection as RedirectionNode } from "unbash";
import type { Expansion } from "../expand/context.ts";
import { forget } from "../expand/context.ts";
import { bodyText, joinText } from "../expand/text.ts";
import { expandOne } from "../expand/words.ts";
import type { Input } from "../model.ts";
import type { Field } from "../text-model.ts";
import type { Redirection } from "../types.ts";

/** Files and input of one command. */
export interface Redirected {
  readonly redirections: readonly Redirection[];
  readonly input: Input | undefined;
}

function isInput(node: RedirectionNode): boolean {
  const { descriptor } = node;
  return descriptor === undefined || (descriptor.type === "FileDescriptor" && descriptor.value === 0);
}

function prefixOf(node: RedirectionNode): string {
  const { descriptor } = node;
  if (descriptor === undefined) return "";
  return descriptor.type === "FileDescriptor" ? String(descriptor.value) : `{${descriptor.name}}`;
}

/** True for `>&2` and `<&-`: a descriptor takes the place of a file. */
function isDescriptor(node: Redirect, field: Field): boolean {
  if (node.operator !== ">&" && node.operator !== "<&") return false;
  const { text } = field.word;
  return text !== undefined && /^(?:\d+-?|-)$/.test(text);
}

function fileInput(node: Redirect, field: Field): Input | undefined {
  if (!isInput(node)) return undefined;
  if (node.operator === "<" || node.operator === "<>") {
    return field.substitution === undefined ? { kind: "file", field } : { kind: "unknown" };
  }
  return node.operator === "<&" && field.word.text !== "-" ? { kind: "unknown" } : undefined;
}

/** Reads the redirections of one command in order. */
export function redirect(x: Expansion, nodes: readonly RedirectionNode[]): Redirected {
  const redirections: Redirection[] = [];
  let input: Input | undefined;
  for (const node of nodes) {
    if (node.descriptor?.type === "FileDescriptorVariable") forget(x, node.descriptor.name);
    if (node.type === "HereDoc") {
      const text = bodyText(x, node);
      if (isInput(node)) input = { kind: "text", text };
    } else if (node.target !== undefined) {
      const field = expandOne(x, node.target);
      if (node.type === "HereString") {
        if (isInput(node)) input = { kind: "text", text: joinText([field]) };
        continue;
      }
      input = fileInput(node, field) ?? input;
      if (isDescriptor(node, field) || field.substitution !== undefined) continue;
      redirections.push({ operator: prefixOf(node) + node.operator, target: field.word });
    }
  }
  return { redirections, input };
}
