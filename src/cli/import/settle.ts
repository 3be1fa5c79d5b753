// Tries proposals together with the project's sources, and brings back to guidance whatever would be an error.
import type { GuidancePiece, Imported, ImportedKind, Note, Piece } from "../../authoring/import/piece.ts";
import { type Placed, type Rendered, render } from "../../authoring/import/render.ts";
import { demoted } from "../../authoring/import/scope.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { Policy, Source } from "../../policy/types.ts";
import { type CompiledProject, compileSources } from "../compile-project.ts";
import type { Project } from "../io/project.ts";
import type { ReadSources } from "../io/sources.ts";

/** A document on its way into a file. */
export interface Draft {
  readonly target: string;
  readonly imported: Imported;
  /** The kind that its frontmatter has to say. */
  readonly kind: ImportedKind | undefined;
  placed: Placed[];
  notes: Note[];
  front: Pick<Imported, "appliesTo" | "own">;
}

/** A draft that compiles. */
export interface Settled {
  readonly drafts: readonly Draft[];
  readonly rendered: ReadonlyMap<Draft, Rendered>;
  readonly compiled: Omit<CompiledProject, "project">;
}

/** Each round brings every piece that is wrong one step back, and there are three of them. */
const MOST_ROUNDS = 24;

/** Compiles until nothing of the drafts is wrong. Undefined where that doesn't come about. */
export function settle(
  project: Project,
  sources: ReadSources,
  drafts: readonly Draft[],
): Settled | undefined {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rendered = new Map(drafts.map((d) => [d, render(d.front, d.kind, d.placed)]));
    const compiled = compileSources(project, allFiles(sources, rendered), []);
    const wrong = compiled.diagnostics.filter((d) => d.severity === "error");
    let changed = false;
    const mended = new Set<string>();
    for (const diagnostic of wrong) {
      const at = placeIn(diagnostic, rendered);
      const key = `${at?.draft.target} ${at?.index}`;
      // One step at a time: the second thing that is wrong with a piece may go with the first one.
      if (at === undefined || mended.has(key)) continue;
      mended.add(key);
      changed = mend(diagnostic, at, compiled.compiled.policy) || changed;
    }
    if (!changed) {
      const own = wrong.some((d) => placeIn(d, rendered) !== undefined);
      return own ? undefined : { drafts, rendered, compiled };
    }
  }
  return undefined;
}

function allFiles({ files }: ReadSources, rendered: ReadonlyMap<Draft, Rendered>) {
  const own = [...rendered].map(([{ target }, { text }]) => ({ file: target, text }));
  return [...files, ...own.filter((f) => f.text.trim() !== "")].sort((a, b) => (a.file < b.file ? -1 : 1));
}

interface At {
  readonly draft: Draft;
  readonly index: number | undefined;
}

/** The draft and its piece that a diagnostic is about: where it stands, else what it names beside. */
function placeIn(diagnostic: Diagnostic, rendered: ReadonlyMap<Draft, Rendered>): At | undefined {
  const places: Source[] = [diagnostic.source, ...diagnostic.related.map((r) => r.source)];
  for (const { file, line } of places) {
    for (const [draft, { pieceAt }] of rendered)
      if (draft.target === file) return { draft, index: pieceAt(line) };
  }
  return undefined;
}

/** Mends what a diagnostic is about; false where nothing can be brought back any further. */
function mend(diagnostic: Diagnostic, { draft, index }: At, policy: Policy): boolean {
  const placed = index === undefined ? undefined : draft.placed[index];
  const reason = `${diagnostic.message} (${diagnostic.code})`;
  if (index === undefined || placed === undefined) {
    if (draft.front.appliesTo.length + draft.front.own.length === 0) return false;
    const [first] = draft.imported.pieces;
    if (first !== undefined)
      draft.notes.push({ message: `left out the frontmatter: ${reason}`, source: first.source });
    draft.front = { appliesTo: [], own: [] };
    return true;
  }
  const { piece, step } = placed;
  if (piece.type === "rule") {
    if (diagnostic.code === "unknown-fact" && addFacts(draft, piece.facts, piece.sentence, policy))
      return true;
    draft.placed[index] = { piece: demoted(piece, reason), step: 0 };
    return true;
  }
  if (step < 2) draft.placed[index] = { piece, step: step + 1 };
  else {
    draft.placed[index] = {
      piece: { type: "text", text: "", heading: false, source: piece.source },
      step: 0,
    };
    draft.notes.push({ message: `left out: ${reason}`, source: piece.source });
  }
  return true;
}

/** Defines facts that nothing defines as something that the operator says: so a rule that hangs on one asks. */
function addFacts(draft: Draft, names: readonly string[], sentence: string, policy: Policy): boolean {
  const defined = draft.placed.flatMap(({ piece }) => (piece.type === "text" ? [piece.text] : []));
  const missing = names.filter(
    (n) =>
      !policy.facts.some((f) => f.name === n) && !defined.some((t) => t.startsWith(`### Fact \`${n}\`\n`)),
  );
  if (missing.length === 0) return false;
  for (const name of new Set(missing)) {
    const isDate = sentence.includes(`one day before \`${name}\``);
    const isNumber = new RegExp(`\`${name.replace(/[^\w-]/g, ".")}\` is (?:above|below)`).test(sentence);
    const type = isDate ? "\n- Type: date" : isNumber ? "\n- Type: number" : "";
    const [first] = draft.imported.pieces;
    if (first === undefined) return false;
    const text = `### Fact \`${name}\`\n\n- From: the operator${type}`;
    draft.placed.push({ piece: { type: "text", text, heading: false, source: first.source }, step: 0 });
    draft.notes.push({
      message: `where the fact \`${name}\` comes from isn't said: it is asked of the operator until you say so`,
      source: first.source,
    });
  }
  return true;
}

/** The guidance pieces of a draft, those without words of their own left out. */
export function guidanceOf({ placed }: Draft): GuidancePiece[] {
  return placed.flatMap(({ piece }) => (piece.type === "guidance" && piece.text !== "" ? [piece] : []));
}

/** The pieces of a draft that are of a type. */
export function piecesOf<T extends Piece["type"]>({ placed }: Draft, type: T): Extract<Piece, { type: T }>[] {
  return placed.flatMap(({ piece }) => (piece.type === type ? [piece as Extract<Piece, { type: T }>] : []));
}
