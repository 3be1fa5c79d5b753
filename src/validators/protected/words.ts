// The paths that the words of a command may be.
import type { Word } from "../../shell/types.ts";
import type { Places, Standing } from "./places.ts";
import { ANY, type Path, pathOf } from "./segments.ts";

const MOST_PARTS = 12;
/** Variables whose value is known from what they are for. */
const HOME = /^["']?\$(?:HOME(?!\w)|\{HOME\})/;
const HERE = /^["']?\$(?:PWD(?!\w)|\{PWD\})/;
const PROJECT = /^["']?\$\{?(?:CLAUDE|GEMINI|CURSOR)_PROJECT_DIR(?!\w)/;

const ORDER: readonly Standing[] = ["outside", "unknown", "perhaps", "above", "inside"];

/** The standing of a word that is a path, or that has one behind `=`, a letter's option, `@` or `:`. */
export function standingOf(word: Word, places: Places, from: Path): Standing {
  const globbed = word.glob === true && !word.raw.includes("$");
  let worst: Standing = "outside";
  for (const text of textsOf(word)) {
    const path = seen(word, text, places, from);
    if (path === undefined) continue;
    const standing = places.standing(path, globbed);
    if (ORDER.indexOf(standing) > ORDER.indexOf(worst)) worst = standing;
  }
  return worst;
}

/** An option that names no path; what is an option is no path itself. */
export function isOption({ text, pieces }: Word): boolean {
  const beginning = text ?? pieces?.[0] ?? "";
  return beginning.startsWith("-") && beginning !== "-";
}

/** The word as it is known, `ANY` in place of what isn't. */
export function knownText({ text, pieces }: Word): string {
  return text ?? (pieces === undefined ? ANY : pieces.map((p) => p ?? ANY).join(""));
}

function textsOf(word: Word): string[] {
  const whole = knownText(word);
  if (whole === "" || whole.length > 4_096) return [];
  if (/^-[^-]*$/.test(whole)) {
    const glued = whole.length > 2 ? [whole.slice(2)] : [];
    return whole.includes("=") ? [...glued, ...behind(whole)] : glued;
  }
  if (whole.startsWith("--")) return behind(whole);
  return [whole, ...behind(whole)];
}

/** What stands behind each `=`, `,`, `@` and `:`. */
function behind(text: string): string[] {
  return text
    .split(/[=,@:]/, MOST_PARTS)
    .slice(1)
    .filter((part) => part !== "" && part !== ANY);
}

/** A path that begins with an unknown part is seen from nowhere, unless that part is a folder that is known. */
function seen({ raw, glob }: Word, text: string, places: Places, from: Path): Path | undefined {
  if (!text.startsWith(ANY) || (glob === true && !/^["']?\$/.test(raw))) return places.path(text, from);
  const known = HOME.test(raw)
    ? places.home
    : PROJECT.test(raw)
      ? places.root
      : HERE.test(raw)
        ? from
        : undefined;
  if (known !== undefined) return pathOf(`.${text.slice(ANY.length)}`, known);
  return pathOf(text, { names: [], absolute: false });
}
