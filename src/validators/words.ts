// Words for findings.
import type { Member } from "../policy/types.ts";

/** A member with its reason and date: "`x` (reason, 2026-03-09)". */
export function describeMember(member: Member): string {
  const more = [member.reason, member.date].filter((t) => t !== undefined);
  return more.length === 0 ? `\`${member.value}\`` : `\`${member.value}\` (${more.join(", ")})`;
}

/** "a", "a and b", "a, b and c". */
export function series(items: readonly string[], join: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${join} ${items[items.length - 1]}`;
}

/** A text in backticks. */
export function code(text: string): string {
  return `\`${text}\``;
}
