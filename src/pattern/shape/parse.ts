// Reads a shape as authors write it: `<machine: word> - <status: PASS|FAIL>`.
import type { Hole, HoleType, Shape } from "../../policy/types.ts";

/** What may stand behind the colon of a hole. A hole of such a name has the type without saying so. */
const HOLE_TYPES = [
  "text",
  "word",
  "number",
  "version",
  "date",
  "time",
  "duration",
  "url",
  "path",
] as const satisfies readonly HoleType[];

/** The longest shape, in UTF-16 units, and the most holes in one. */
const MAX_LENGTH = 500;
const MAX_HOLES = 20;

const NAME = /^[\p{L}][\p{L}\p{N}_ -]*$/u;

export type ParsedShape = { readonly parts: Shape["parts"] } | { readonly problem: string };

/**
 * The literal texts and holes of a shape, with white space as single blanks. `<…>` that isn't a hole is literal.
 * A list is given as it is written; whether there is one is for the caller to see.
 */
export function parseShape(written: string): ParsedShape {
  const text = written.replace(/\s+/g, " ").trim();
  if (text === "") return { problem: "it is empty" };
  if (text.length > MAX_LENGTH) return { problem: `it has more than ${MAX_LENGTH} characters` };
  const parts: Shape["parts"] = [];
  let literal = "";
  for (let at = 0; at < text.length; ) {
    const end = text[at] === "<" ? text.indexOf(">", at) : -1;
    const hole = end < 0 ? undefined : parseHole(text.slice(at + 1, end));
    if (hole === undefined) {
      literal += text[at];
      at++;
      continue;
    }
    if ("problem" in hole) return hole;
    const before = parts[parts.length - 1];
    if (literal === "" && before !== undefined && typeof before !== "string")
      return { problem: `nothing stands between \`<${before.hole}>\` and \`<${hole.hole}>\`` };
    if (literal !== "") parts.push(literal);
    parts.push(hole);
    literal = "";
    at = end + 1;
  }
  if (literal !== "") parts.push(literal);
  const holes = parts.filter((p) => typeof p !== "string").length;
  return holes > MAX_HOLES ? { problem: `it has more than ${MAX_HOLES} holes` } : { parts };
}

function parseHole(inside: string): Hole | { readonly problem: string } | undefined {
  const colon = inside.indexOf(":");
  const hole = (colon < 0 ? inside : inside.slice(0, colon)).trim();
  if (!NAME.test(hole)) return undefined;
  const said = colon < 0 ? typeNamed(hole) : inside.slice(colon + 1).trim();
  const type = HOLE_TYPES.find((t) => t === said);
  if (type !== undefined) return { hole, type };
  if (said === "") return { problem: `nothing stands behind the colon of \`<${hole}:>\`` };
  const list = /^any (\S+)$/.exec(said)?.[1];
  if (list !== undefined) return { hole, type: "list", list };
  const values = said.split(/\||, | or /).map((v) => v.trim());
  if (values.length === 1)
    return {
      problem: `\`${said}\` is none of the types ${HOLE_TYPES.join(", ")}, nor values with a \`|\` between`,
    };
  return values.includes("")
    ? { problem: `a value of \`<${hole}>\` is empty` }
    : { hole, type: "values", values };
}

function typeNamed(hole: string): string {
  return HOLE_TYPES.find((t) => t === hole) ?? "text";
}

/** A hole as authors write it. */
function printHole({ hole, type, values, list }: Hole): string {
  if (values !== undefined) return `<${hole}: ${values.join("|")}>`;
  if (list !== undefined) return `<${hole}: any ${list}>`;
  return type === typeNamed(hole) ? `<${hole}>` : `<${hole}: ${type}>`;
}

/** A shape's text from its parts. */
export function printShape(parts: Shape["parts"]): string {
  return parts.map((p) => (typeof p === "string" ? p : printHole(p))).join("");
}
