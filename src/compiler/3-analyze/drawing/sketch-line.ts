// One line of a drawing made of characters: names with arrows between them, an arrow down, a branch, or nothing.
import type { PartNames } from "./drawn.ts";

/** A name or a note of a line. `waits` are names in a note that it waits for. */
interface SketchNode {
  readonly words: string;
  readonly note: boolean;
  readonly waits: readonly string[];
}

/** Names that arrows join: what stands side by side between two arrows is one step. Columns count from 0. */
export type SketchLine =
  | { readonly kind: "blank" }
  | { readonly kind: "down"; readonly column: number; readonly headed: boolean }
  /** Names in parentheses, below a note. */
  | { readonly kind: "joined"; readonly names: readonly string[] }
  | {
      readonly kind: "nodes";
      readonly steps: readonly (readonly SketchNode[])[];
      /** Where the names begin, and where the line does. */
      readonly column: number;
      readonly start: number;
      /** The column of the corner that the line branches off at. */
      readonly branch: number | undefined;
      /** The column of an arrow that the line opens with. */
      readonly arrow: number | undefined;
      /** Whether the branch or the arrow in front has a head. */
      readonly pointed: boolean;
    };

const MOST_LENGTH = 500;
const DOWN = /^[\s│┃╎┆|]*[↓▼⬇⇩↡v][\s│┃╎┆|↓▼⬇⇩v]*(?:\([^()]*\))?\s*$/;
const BAR = /^[\s│┃╎┆|:]*[│┃╎┆|][\s│┃╎┆|:]*$/;
/** Layouts in two dimensions, arrows up, boxes. */
const UNCLEAR = /[↑▲⬆^┐┘┌┼┴┬┤╮╯╭╔╗╝╚╬╩╦╣╱╲]|^\s*\/|\\\s*$|\+-{2,}\+|<-|←|↔|⇄/u;
const LEAD = /^([\s│┃╎┆|]*)([├└┣┗╰┠┖╠]|[+|`\\](?=[-─━]))?([─━╌\-=]*)([>→▶►⟶➔➜])?\s*/u;
const ARROW = /\s*(?:[-─━=~]{1,20}[>→▶►]|[→⟶⇒➔➜▶►])\s*/u;

/** Reads a line; undefined where it may mean several things. */
export function readSketchLine(text: string, parts: PartNames): SketchLine | undefined {
  const line = text.replaceAll("\t", "    ").trimEnd();
  if (line.trim() === "") return { kind: "blank" };
  if (line.length > MOST_LENGTH) return undefined;
  if (DOWN.test(line)) return { kind: "down", column: line.search(/[↓▼⬇⇩↡v]/), headed: true };
  if (BAR.test(line)) return { kind: "down", column: line.search(/[│┃╎┆|](?=[\s:]*$)/), headed: false };
  const names = namesInParentheses(line, parts);
  if (names !== undefined) return { kind: "joined", names };
  const { bare, notes } = withoutNotes(line);
  if (UNCLEAR.test(bare)) return undefined;
  const [lead = "", bars = "", corner, stroke = "", head] = LEAD.exec(bare) ?? [];
  const opens = corner !== undefined || head !== undefined;
  // A stroke without a corner or a head is a rule or a list marker.
  if (!opens && stroke !== "") return undefined;
  const column = lead.length;
  const steps = bare
    .slice(column)
    .split(ARROW)
    .map((step) => nodesOf(step, notes, parts));
  if (steps.some((step) => step === undefined || step.length === 0)) return undefined;
  const begins = bars.length;
  return {
    kind: "nodes",
    steps: steps.filter((s) => s !== undefined),
    column,
    start: opens ? begins : column,
    branch: corner === undefined ? undefined : begins,
    arrow: corner === undefined && head !== undefined ? begins : undefined,
    pointed: head !== undefined,
  };
}

/** "(a, b, c)" and nothing else, all of them names. */
function namesInParentheses(line: string, parts: PartNames): string[] | undefined {
  const inner = /^[\s│┃╎┆|]*\(([^()]+)\)\s*$/.exec(line)?.[1];
  const names = inner?.split(/,|&|\band\b/).map((n) => n.trim()) ?? [];
  return names.length > 0 && names.every((n) => parts.of(n) !== undefined) ? names : undefined;
}

/** A private mark for each bracketed note, so that nothing in it is taken for part of the drawing. */
function withoutNotes(line: string): { readonly bare: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const bare = line.replace(/\[[^[\]]*\]|\([^()]*\)/g, (note) => {
    notes.push(note);
    return `${String.fromCharCode(0xe000 + Math.min(notes.length - 1, 999))}${" ".repeat(note.length - 1)}`;
  });
  return { bare, notes };
}

/** The nodes of one step; undefined where it isn't one name, a list of names, or a note. */
function nodesOf(step: string, notes: readonly string[], parts: PartNames): SketchNode[] | undefined {
  const isPart = (words: string): boolean => parts.of(words) !== undefined;
  const marks = [...step.matchAll(/[\ue000-\ue3e7]/g)];
  const noteOf = (mark: string): string => notes[mark.charCodeAt(0) - 0xe000] ?? "";
  const words = step.replace(/[\ue000-\ue3e7]/g, " ").trim();
  const first = marks[0] === undefined ? "" : noteOf(marks[0][0]);
  if (words === "") {
    const inner = first.slice(1, -1).trim();
    if (first === "" || marks.length > 1) return undefined;
    return [isPart(inner) ? { words: inner, note: false, waits: [] } : noteNode(inner, parts)];
  }
  // Behind a name may stand a remark.
  const [head = ""] = words.split(/\s+(?:[-–—:#]|\/\/)\s|:\s|\s{2,}[#]/);
  const list = head.split(/\s*[,&]\s*|\s+and\s+/).map((w) => w.trim());
  if (list.every(isPart)) return list.map((name) => ({ words: name, note: false, waits: [] }));
  // Several names side by side without an arrow are a layout of their own.
  const columns = words.split(/\s{2,}/);
  if (columns.filter(isPart).length > 1 || (columns.length > 1 && columns.some(isPart))) return undefined;
  return [{ words: head, note: false, waits: [] }];
}

/** A note such as "WAIT FOR a, b": the wait that it is about, or what it waits for, where it names something. */
function noteNode(inner: string, parts: PartNames): SketchNode {
  if (!/^(?:wait|gate|join|sync|after|all|when|until)\b/i.test(inner))
    return { words: inner, note: true, waits: [] };
  const own = parts.waitIn(inner);
  if (own !== undefined) return { words: own, note: false, waits: [] };
  const named = inner.split(/[\s,:;()]+/).filter((w) => w.length > 1 && parts.of(w) !== undefined);
  return { words: inner, note: true, waits: [...new Set(named)] };
}
