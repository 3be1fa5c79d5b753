// Mends a line of the wrong shape, where its words say all that the right one needs: nothing is added, no word is lost.
import { literalLetters } from "../../pattern/shape/loose.ts";
import type { Shape } from "../../policy/types.ts";
import { withoutMarks } from "./lines.ts";
import { fits, type PreparedReport, type PreparedSection } from "./prepared.ts";

/** Longer lines are not mended. */
const LONGEST = 2_000;

/** The lines that a line becomes: one; or several, where it holds several items. Undefined where that isn't sure. */
export function mended(
  written: string,
  section: PreparedSection,
  prepared: PreparedReport,
): readonly string[] | undefined {
  if (written.length > LONGEST || section.shapes.length === 0) return undefined;
  const text = withoutMarks(written);
  const shapes = shapesFor(section, prepared);
  const one = rewritten(text, shapes, section, prepared) ?? turned(text, shapes, section, prepared);
  const lines = one === undefined ? divided(text, shapes, section, prepared) : [one];
  return lines !== undefined && sameWords(text, lines.join(" ")) ? lines : undefined;
}

/** The shapes of the section, and those of texts that must stand in it. */
function shapesFor({ section, shapes }: PreparedSection, { rules }: PreparedReport): Shape[] {
  const texts = rules.flatMap((r) =>
    r.kind === "always-write" && r.section === section.name ? r.texts : [],
  );
  return [...shapes.filter((s) => !s.free).map((s) => s.shape), ...texts.filter((t) => t.parts.length > 1)];
}

/** The line as the shape with the most letters writes it; undefined where two such shapes write it differently. */
function rewritten(
  text: string,
  shapes: readonly Shape[],
  { shapes: own }: PreparedSection,
  prepared: PreparedReport,
): string | undefined {
  const found = shapes.flatMap((shape) => {
    const line = prepared.rewriter(shape)(text);
    return line === undefined || fits(line, own) === undefined
      ? []
      : [{ line, letters: literalLetters(shape) }];
  });
  const most = Math.max(...found.map((f) => f.letters));
  const lines = new Set(found.filter((f) => f.letters === most).map((f) => f.line));
  const [line] = lines;
  return lines.size === 1 ? line : undefined;
}

/** A line whose first two parts stand the other way round: `PASS - vm-1`. */
function turned(
  text: string,
  shapes: readonly Shape[],
  section: PreparedSection,
  prepared: PreparedReport,
): string | undefined {
  const [first, second, ...more] = text.split(/ [-–—|] |: /);
  if (first === undefined || second === undefined) return undefined;
  const line = [second, first, ...more].join(" - ");
  return rewritten(line, shapes.filter(isTelling), section, prepared);
}

/** Several items on a line, each of which has a shape. */
function divided(
  text: string,
  shapes: readonly Shape[],
  section: PreparedSection,
  prepared: PreparedReport,
): readonly string[] | undefined {
  const items = text.split(/[,;] /);
  if (items.length < 2) return undefined;
  const telling = shapes.filter(isTelling);
  const own = { ...section, shapes: section.shapes.filter((s) => isTelling(s.shape)) };
  const lines = items.map((item) =>
    fits(item, own.shapes) === undefined ? rewritten(item, telling, own, prepared) : item,
  );
  const known = lines.filter((l) => l !== undefined);
  return known.length < lines.length ? undefined : known;
}

/** Whether something in a shape is fixed, so that a line doesn't have it by chance. */
function isTelling(shape: Shape): boolean {
  return (
    literalLetters(shape) > 0 || shape.parts.some((p) => typeof p !== "string" && p.values !== undefined)
  );
}

/** Whether two texts have the same words, in whatever order and case. */
function sameWords(a: string, b: string): boolean {
  const words = (text: string): string =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(" ");
  return words(a) === words(b);
}
