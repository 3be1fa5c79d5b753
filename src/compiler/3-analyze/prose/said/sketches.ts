// Trees and chains that are drawn with characters: what stands above or in front of an arrow comes before what it points at.
import type { Source } from "../../../../policy/types.ts";
import type { Drawing } from "../../../1-read/document.ts";
import type { Claim } from "../claim.ts";
import type { Thing } from "../things.ts";
import { claim, type Reading } from "./reading.ts";

/** How many lines are read, and how long each may be. */
const MOST_LINES = 2_000;
const LONGEST_LINE = 500;

const ARROW = /-{1,9}>|={1,9}>|→|⇒|─{0,9}▶/;
const DOWN = /^[\s│|↓▼v]*[↓▼v|│][\s│|↓▼v]*$/;
const BRANCH = /^[\s│|]*[├└`+]/;

/** What has been drawn so far. `open` is true where an arrow leads on from `current`. */
interface State {
  /** The names above; a line without any is passed through. */
  current: readonly Thing[];
  open: boolean;
  /** What the branches of a fork come from, and how many there were. */
  origin: readonly Thing[];
  branches: number;
}

/** The orders of a sketch, as weak as an arrow: something may stand between. */
export function sketchClaims({ text, source }: Drawing, reading: Reading): Claim[] {
  const state: State = { current: [], open: false, origin: [], branches: 0 };
  return text
    .split("\n")
    .slice(0, MOST_LINES)
    .flatMap((whole, i) => {
      const line = whole.slice(0, LONGEST_LINE);
      const at = source.line + 1 + i;
      const start = source.column + (line.length - line.trimStart().length);
      const place = {
        ...source,
        line: at,
        endLine: at,
        column: start,
        endColumn: source.column + line.trimEnd().length,
      };
      return ofLine(line, place, state, reading);
    });
}

function ofLine(line: string, at: Source, state: State, reading: Reading): Claim[] {
  if (line.trim() === "") {
    if (!state.open) Object.assign(state, { current: [], branches: 0 });
    return [];
  }
  if (DOWN.test(line)) {
    // Behind a fork of several names it isn't said which of them leads on.
    if (state.branches > 1 && state.current.length > 0) state.current = [];
    else if (state.branches > 0 && state.current.length === 0) state.current = state.origin;
    Object.assign(state, { open: true, branches: 0 });
    return [];
  }
  const isBranch = BRANCH.test(line);
  const groups = line.split(ARROW).map((part) => namesIn(part, reading));
  if (line.trimStart().startsWith("(")) {
    state.current = [...state.current, ...groups.flat()];
    return [];
  }
  const [first = [], ...more] = isBranch ? groups.filter((group, i) => i > 0 || group.length > 0) : groups;
  const from = isBranch ? forkOf(state) : state.open ? state.current : [];
  const found = edges(from, first, at, reading);
  let before = first.length > 0 ? first : isBranch || state.open ? from : [];
  for (const group of more) {
    found.push(...edges(before, group, at, reading));
    if (group.length > 0) before = group;
  }
  if (isBranch) state.branches++;
  else state.branches = 0;
  Object.assign(state, {
    current: isBranch && first.length === 0 && more.length === 0 ? [] : before,
    open: false,
  });
  return found;
}

/** What the branches of a fork have in common. */
function forkOf(state: State): readonly Thing[] {
  if (state.branches === 0) state.origin = state.current;
  return state.origin;
}

function edges(from: readonly Thing[], to: readonly Thing[], at: Source, reading: Reading): Claim[] {
  return to.flatMap((subject) => {
    const parts = from.filter((t) => t.key !== subject.key && t.playbook === subject.playbook);
    return parts.length === 0 ? [] : [claim("order", subject, { how: "later", parts }, at, reading)];
  });
}

/** The tasks, waits and gates that a piece of a line names. */
function namesIn(text: string, { things, file }: Reading): Thing[] {
  return text.split(/[^\p{L}\p{N}_.-]+/u).flatMap((word) => {
    const found = word === "" ? undefined : things.known(word.replace(/^[-.]+|[-.]+$/g, ""), file);
    return found?.playbook === undefined ? [] : [found];
  });
}
