// Holes of a skeleton that nobody filled in.
import type { Line } from "./lines.ts";
import type { PreparedReport } from "./prepared.ts";

/** A hole of the report's shapes that stands in a line as it does in the skeleton. */
export function openHole(
  { text }: Line,
  { holes }: PreparedReport,
): { text: string; at: number } | undefined {
  if (!text.includes("<")) return undefined;
  for (const match of text.matchAll(/<([^<>]{1,500})>/g)) {
    const name = (match[1] ?? "").split(":")[0]?.trim() ?? "";
    if (holes.has(name)) return { text: match[0], at: match.index };
  }
  return undefined;
}
