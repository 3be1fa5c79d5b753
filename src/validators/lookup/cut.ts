// Cuts a policy into pieces that can be read one by one: a command needs a few rules of hundreds.
import type { Policy } from "../../policy/types.ts";
import { carriersOf } from "../carriers.ts";
import type { Named, Piece, PieceIndex } from "./pieces.ts";
import { limitedSources, type SortedRules, sortRules, toolNames } from "./sorted.ts";

/** Parts of a policy whose JSON is no longer stand in the index itself. In UTF-16 units. */
const SMALL = 200;

/** The pieces as JSON texts one behind the other, and where each stands. ASCII only, so that every unit is a byte. */
export function cutPolicy(policy: Policy): { readonly index: PieceIndex; readonly body: string } {
  const texts: string[] = [];
  let length = 0;
  const put = (value: unknown): Piece => {
    const text = ascii(JSON.stringify(value));
    texts.push(text);
    length += text.length;
    return [length - text.length, text.length];
  };
  const { rules, tools, lists, decisions, ...rest } = policy;
  // What a command needs comes first, and what it needs together stands together: so one reading gets it.
  const sorted = sortRules(rules);
  const placed: Piece[] = [];
  for (const at of inOrderOfNeed(sorted)) placed[at] = put(rules[at]);
  const ruleArray = rules.map((rule, at) => placed[at] ?? put(rule));
  const toolArray = tools.map(put);
  const listArray = lists.map((l): Named => [l.name, ...put(l)]);
  const decisionArray = decisions.map((d): Named => [d.name, ...put(d)]);
  const kept: PieceIndex["kept"] = {};
  const large: PieceIndex["large"] = {};
  for (const [key, value] of Object.entries(rest)) {
    if (JSON.stringify(value).length <= SMALL) kept[key] = value;
    else large[key] = put(value);
  }
  const index: PieceIndex = {
    kept,
    large,
    rules: ruleArray,
    tools: toolArray,
    lists: listArray,
    decisions: decisionArray,
    byProgram: [...sorted.byProgram],
    anywhere: sorted.anywhere,
    fileRules: sorted.fileRules,
    exceptions: [...sorted.exceptions],
    toolNames: toolNames(policy),
    appliesTo: limitedSources(policy),
    carriers: tools.flatMap(carriersOf),
  };
  return { index, body: texts.join("") };
}

/** Rules that every command meets, then those of one program after the other. */
function inOrderOfNeed({ anywhere, fileRules, byProgram }: SortedRules): number[] {
  return [...new Set([...anywhere, ...fileRules, ...[...byProgram.values()].flat()])];
}

/** The index as one line of ASCII. */
export function indexLine(index: PieceIndex): string {
  return `${ascii(JSON.stringify(index))}\n`;
}

function ascii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
