// An item of a list with what stands below it: labels of a rule, details of guidance, rules beside it.
import type { ListItem } from "mdast";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import { dedented, guidancePiece, rangeOf } from "./nodes.ts";
import type { Detail, GuidancePiece, Piece, RulePiece } from "./piece.ts";
import { oneLine } from "./said.ts";

/** An item's own statements with what stands below it: labels of a rule, details of guidance, rules beside it. */
export function joined(
  source: SourceText,
  own: readonly (RulePiece | GuidancePiece)[],
  labels: readonly ListItem[],
  below: readonly Piece[],
  codes: readonly Detail[],
  step: number | undefined,
): Piece[] {
  const rules = below.filter((p) => p.type !== "guidance");
  const details = below.flatMap((p) => (p.type === "guidance" ? [{ text: p.text, details: p.details }] : []));
  const near = below.flatMap((p) => (p.type === "guidance" ? p.near : []));
  const [last] = own.slice(-1);
  if (last === undefined) return [...below];
  const front = own.slice(0, -1);
  if (last.type === "guidance") {
    const all = [...last.details, ...details, ...codes];
    const emptied = /:\**$/.test(last.text) && rules.length > 0 && all.length === 0 && last.near.length === 0;
    const led = [last, ...below].reduce((n, p) => n + (p.type === "guidance" ? (p.led ?? 0) : 0), 0);
    const joined = { ...last, step, details: all, near: [...last.near, ...near], led };
    return [...front, ...(emptied ? [] : [joined]), ...rules, ...lost(source, labels)];
  }
  const said = labels.map((l) =>
    dedented(source, l)
      .replace(/^(?:[-*+]|\d+[.)])\s+/, "")
      .replace(/\n {2}/g, "\n"),
  );
  const id = said.map((l) => /^Id: `([a-z0-9][a-z0-9-]*)`$/.exec(l)?.[1]).find((i) => i !== undefined);
  const rule: RulePiece = { ...last, labels: [...said, ...last.labels], id };
  const others = below.filter((p) => p.type === "guidance");
  const more = codes.map((c) => guidancePiece(c.text, undefined, last.source));
  return [...front, rule, ...rules, ...others, ...more];
}

/** Labels below what is no rule. */
function lost(source: SourceText, labels: readonly ListItem[]): Piece[] {
  return labels.map((l) =>
    guidancePiece(oneLine(source.slice(...rangeOf(l)).replace(/^[-*+]\s+/, "")), undefined, source.of(l)),
  );
}
