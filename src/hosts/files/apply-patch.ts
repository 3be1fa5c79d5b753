// The new content of a file that a patch changes: known where every hunk's lines stand in it exactly once.
import type { PatchedFile } from "./patch.ts";
import { replaced } from "./replace.ts";

/**
 * The content after a patch; undefined where it can't be told. Tools also take lines that only nearly fit, or the first
 * of several places: such a change is not worked out.
 */
export function patched(
  file: Extract<PatchedFile, { kind: "update" }>,
  content: string | undefined,
): string | undefined {
  if (content === undefined) return undefined;
  if (file.hunks.length === 0) return content;
  const text = `\n${content.replaceAll("\r\n", "\n")}${content.endsWith("\n") ? "" : "\n"}`;
  const replacements = file.hunks.map((hunk) => ({ old: lines(hunk.old), new: lines(hunk.new), all: false }));
  return replaced(text, replacements)?.slice(1);
}

/** Lines with an end on either side, so that none is found inside another. */
function lines(texts: readonly string[]): string {
  return `\n${texts.map((t) => `${t}\n`).join("")}`;
}
