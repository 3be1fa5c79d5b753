// Texts that name something protected: code that isn't read, and patches.
import type { Protection } from "./protection.ts";

/** Says of a text whether it names something protected: all names of one of the paths stand in it, in their order. */
export function marksOf({ project, user, bundle }: Protection): (text: string) => boolean {
  const paths = [...project, ...user].map((path) =>
    path
      .toLowerCase()
      .split(/[/*]+/)
      .filter((n) => n.length > 1),
  );
  const folder = bundle?.toLowerCase();
  return (text) => {
    const lower = text.replaceAll("\\", "/").toLowerCase();
    if (folder !== undefined && lower.includes(folder)) return true;
    return paths.some((names) => names.length > 0 && inOrder(names, lower));
  };
}

/** Names that stand one behind the other, each as a whole one and not as the end of a longer one. */
function inOrder(names: readonly string[], text: string): boolean {
  let at = 0;
  for (const name of names) {
    let found = text.indexOf(name, at);
    while (found >= 0 && !isWhole(text, found, found + name.length)) found = text.indexOf(name, found + 1);
    if (found < 0) return false;
    at = found + name.length;
  }
  return true;
}

function isWhole(text: string, start: number, end: number): boolean {
  return !/[\w.]/.test(text[start - 1] ?? " ") && !/[\w-]/.test(text[end] ?? " ");
}
