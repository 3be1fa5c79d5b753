// Takes out of a settings file what was put in, and leaves what people have changed since.
import type { Node } from "jsonc-parser";
import { isSame, jsonOf, nodeAt, readDocument, type SettingsProblem } from "./document.ts";
import { withoutSpans } from "./draft.ts";
import type { Sha256 } from "./merge.ts";
import { removed } from "./remove.ts";
import { type IsOwn, itemNode, ownHooks, type Written } from "./wishes.ts";

const BOM = "\ufeff";

/** The text without what is ours: exactly what it was before where nobody has changed it since. */
export function undo(
  current: string,
  written: Written,
  isOwn: IsOwn,
  sha256: Sha256,
): { readonly text: string } | SettingsProblem {
  const bom = current.startsWith(BOM) ? BOM : "";
  let text = current.slice(bom.length);
  if (written.spans !== undefined && sha256(current) === written.sum)
    return { text: bom + withoutSpans(text, written.spans) };
  const first = readDocument(text);
  if ("problem" in first) return first;
  const remove = (find: (root: Node | undefined) => Node | undefined): boolean => {
    const read = readDocument(text);
    const node = "root" in read ? find(read.root) : undefined;
    if (node !== undefined) text = removed(text, node);
    return node !== undefined;
  };
  while (remove((root) => ownHooks(root, isOwn)[0]?.node));
  for (const { list, entry } of written.items) remove((root) => itemNode(root, list, entry));
  for (const { object, key, value } of written.properties) {
    remove((root) => {
      const node = nodeAt(root, [...object, key]);
      return node !== undefined && isSame(jsonOf(node), value) ? node : undefined;
    });
  }
  for (const path of [...written.made].reverse()) {
    remove((root) => {
      const node = nodeAt(root, path);
      return node !== undefined && isEmpty(text, node) ? node : undefined;
    });
  }
  return { text: bom + text };
}

/** Whether a list or object holds nothing, not even a comment. */
function isEmpty(text: string, { offset, length }: Node): boolean {
  return /^[[{]\s*[\]}]$/.test(text.slice(offset, offset + length));
}

/** Whether nothing is left in a file that was made for us: no key and no comment. */
export function isNothing(text: string): boolean {
  return /^\ufeff?\s*(?:\{\s*\}\s*)?$/.test(text);
}
