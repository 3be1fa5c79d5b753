// What an imported document is made of before it is written: rules, guidance, definitions, and text as it was.
import type { Source } from "../../policy/types.ts";
import type { Suggestion } from "./suggest/suggestion.ts";

/** A rule in its canonical words. */
export interface RulePiece {
  readonly type: "rule";
  readonly sentence: string;
  /** Its labels, each a line of Markdown or several, without its dash. */
  readonly labels: readonly string[];
  /** As the author wrote it. */
  readonly text: string;
  /** The files that it is limited to, where that isn't said by the whole document. */
  readonly files: readonly string[];
  /** Facts that it hangs on. */
  readonly facts: readonly string[];
  readonly id: string | undefined;
  readonly source: Source;
}

/** An instruction that isn't enforced, in the author's words. */
export interface GuidancePiece {
  readonly type: "guidance";
  readonly text: string;
  readonly details: readonly Detail[];
  /** The number of a step, where it is one. */
  readonly step: number | undefined;
  readonly near: readonly Near[];
  /** How many of its sentences look like rules by nothing but what stands above them. */
  readonly led?: number;
  /** Why it is no rule, where it was one. */
  readonly why: string | undefined;
  readonly source: Source;
}

export interface Detail {
  readonly text: string;
  readonly details: readonly Detail[];
}

/** Text that stays as it is: headings, fences, tables; in a runbook the prose too. */
export interface TextPiece {
  readonly type: "text";
  readonly text: string;
  readonly heading: boolean;
  readonly source: Source;
}

export type Piece = RulePiece | GuidancePiece | TextPiece;

/** A sentence that is nearly a rule. */
export interface Near extends Suggestion {
  readonly text: string;
  readonly source: Source;
}

/** Something that was left out or changed, and why. */
export interface Note {
  readonly message: string;
  readonly source: Source;
}

export type ImportedKind = "playbook" | "learnings" | "runbook";

/** A document as it is proposed. */
export interface Imported {
  /** The file that it was made of, as it is shown. */
  readonly from: string;
  readonly kind: ImportedKind;
  readonly appliesTo: readonly string[];
  readonly own: readonly string[];
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
  /** Whether Bylaw itself has written in it: its rules say themselves what they are limited to. */
  readonly generated: boolean;
  /** Files that it takes in by `@path`, as written. */
  readonly imports: readonly { readonly path: string; readonly source: Source }[];
}
