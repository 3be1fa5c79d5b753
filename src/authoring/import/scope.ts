// Documents that are for some files alone: their rules about commands would hold everywhere, so they are only suggested.
import type { GuidancePiece, Imported, Near, Piece, RulePiece } from "./piece.ts";
import { canonicalOf } from "./suggest/canonical.ts";

/** Sentences about files: `applies-to` limits them. */
const ABOUT_FILES = /^(?:Never (?:edit|read|delete|write)|Ask before editing)\b/;

/**
 * A document that stands in a folder and speaks of paths in it: those with a slash are made to begin at the project.
 * Names alone fit in any folder, and `applies-to` limits them. What may be meant otherwise is only suggested.
 */
export function fromFolder(imported: Imported, folder: string): Imported {
  const pieces = imported.pieces.map((piece): Piece => {
    if (piece.type === "guidance")
      return {
        ...piece,
        near: piece.near.map((n) => ({ ...n, sentence: moved(n.sentence, folder) ?? n.sentence })),
      };
    if (piece.type !== "rule" || !ABOUT_FILES.test(piece.sentence)) return piece;
    const sentence = moved(piece.sentence, folder);
    if (sentence !== undefined) return { ...piece, sentence };
    const reason = `whether its paths begin in \`${folder}\` is in doubt`;
    const { text, source } = piece;
    return { ...demoted(piece, undefined), near: [{ sentence: piece.sentence, reason, text, source }] };
  });
  return { ...imported, pieces };
}

/** The sentence with paths from the project's folder; undefined where that is in doubt. */
function moved(sentence: string, folder: string): string | undefined {
  const form =
    /^(Never (?:edit|read|delete)|Ask before editing) ((?:`[^`]+`(?:, | or |, or | and )?)+)\.$/.exec(
      sentence,
    );
  if (form === null) return undefined;
  const [, lead = "", globs = ""] = form;
  const [top] = folder.split("/");
  const parts = globs.split("`").map((part, i) => {
    if (i % 2 === 0) return part;
    const path = part.replace(/^(?:\.\/)+/, "");
    if (path.startsWith("/") || path.split("/").includes("..") || path.split("/", 1)[0] === top)
      return undefined;
    const isName = !path.includes("/") || path.startsWith("**/");
    return isName ? path : `${folder}/${path}`;
  });
  return parts.includes(undefined) ? undefined : `${lead} ${parts.join("`")}.`;
}

/** A document whose rules hold nowhere but for the files that it is for. */
export function limitedTo(imported: Imported, appliesTo: readonly string[]): Imported {
  if (appliesTo.length === 0) return imported;
  const pieces = imported.pieces.map((p): Piece => {
    if (p.type === "rule") return ABOUT_FILES.test(p.sentence) ? p : suggested(p, appliesTo);
    return p.type === "guidance" ? { ...p, near: p.near.map((n) => scoped(n, appliesTo)) } : p;
  });
  return { ...imported, appliesTo, pieces };
}

/** A suggestion about commands, with what it leaves out. */
function scoped(near: Near, appliesTo: readonly string[]): Near {
  if (ABOUT_FILES.test(near.sentence)) return near;
  const reason = `${near.reason}; its document is for ${appliesTo.map((g) => `\`${g}\``).join(", ")} alone, so it is wider`;
  return { ...near, reason };
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
