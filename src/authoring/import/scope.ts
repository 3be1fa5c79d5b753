// Documents that are for some files alone: their rules about commands would hold everywhere, so they are only suggested.
import type { GuidancePiece, Imported, Piece, RulePiece } from "./piece.ts";
import { canonicalOf } from "./suggest.ts";

/** Sentences about files: `applies-to` limits them. */
const ABOUT_FILES = /^(?:Never (?:edit|read|delete|write)|Ask before editing)\b/;

/** A document whose rules hold nowhere but for the files that it is for. */
export function limitedTo(imported: Imported, appliesTo: readonly string[]): Imported {
  if (appliesTo.length === 0) return imported;
  const pieces = imported.pieces.map((p) =>
    p.type === "rule" && !ABOUT_FILES.test(p.sentence) ? suggested(p, appliesTo) : p,
  );
  return { ...imported, appliesTo, pieces };
}

function suggested(rule: RulePiece, appliesTo: readonly string[]): Piece {
  const [glob, ...more] = appliesTo;
  const folder = more.length === 0 && glob?.endsWith("/**") === true ? glob : undefined;
  const limited =
    folder === undefined
      ? undefined
      : canonicalOf(`${rule.sentence.replace(/\.$/, "")}, when in \`${folder}\``, () => true);
  const reason = `its document is for ${appliesTo.map((g) => `\`${g}\``).join(", ")} alone, and a rule about commands would hold everywhere`;
  const { text, source } = rule;
  return {
    ...demoted(rule, undefined),
    near: [{ sentence: limited ?? rule.sentence, reason, text, source }],
  };
}

/** A rule as guidance in the author's words. */
export function demoted({ text, labels, source }: RulePiece, why: string | undefined): GuidancePiece {
  const details = labels.flatMap((l) => (l.startsWith("Because: ") ? [{ text: l, details: [] }] : []));
  return { type: "guidance", text, details, step: undefined, near: [], why, source };
}

/** The parts of a document by the files that single rules are limited to: what has no such limit first. */
export function byFiles(imported: Imported): { readonly imported: Imported; readonly suffix: string }[] {
  const groups = new Map<string, RulePiece[]>();
  const rest: Piece[] = [];
  for (const piece of imported.pieces) {
    if (piece.type !== "rule" || piece.files.length === 0) rest.push(piece);
    else groups.set(piece.files.join("\n"), [...(groups.get(piece.files.join("\n")) ?? []), piece]);
  }
  const parts = [...groups].map(([globs, pieces], i) => ({
    imported: { ...imported, appliesTo: globs.split("\n"), own: [], pieces, notes: [], imports: [] },
    suffix: `-files-${i + 1}`,
  }));
  return [{ imported: { ...imported, pieces: rest }, suffix: "" }, ...parts];
}
