// Commands of a fence below words that forbid them, or say that somebody is asked: “Never run:”.
import type { Code } from "mdast";
import { isShell } from "./commands.ts";
import { type Above, leading } from "./context.ts";
import type { Near } from "./piece.ts";
import type { Reading } from "./statements.ts";
import { nearsUnder } from "./statements.ts";
import { isCommandText } from "./suggest/programs.ts";
import { MOOD_OF } from "./suggest/vocabulary.ts";

/** More is a script. */
const MOST = 30;

/** What each line of a fence nearly is. */
export function fenceNears(
  node: Code,
  above: readonly Above[],
  { source, isKnown, suggest }: Reading,
): Near[] {
  const lead = leading(above)?.lead;
  const mood = lead === undefined ? undefined : MOOD_OF[lead];
  const lines = node.value.split("\n");
  if (mood === undefined || mood === "always" || !isShell(node) || lines.length > MOST) return [];
  return lines.flatMap((line) => {
    const text = line
      .replace(/^\s*[$>] /, "")
      .replace(/\s+#.*$/, "")
      .trim();
    if (text.startsWith("#") || text.includes("`") || !isCommandText(text, isKnown)) return [];
    return nearsUnder(`\`${text}\``, above, false, suggest).map((n) => ({
      ...n,
      text,
      source: source.of(node),
    }));
  });
}
