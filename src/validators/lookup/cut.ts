// Cuts a policy into pieces that can be read one by one: a command needs a few rules of hundreds.
import type { Policy } from "../../policy/types.ts";
import { carriersOf } from "../carriers.ts";
import type { Piece, PieceIndex } from "./pieces.ts";
import { sortRules } from "./sorted.ts";

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
  const kept: PieceIndex["kept"] = {};
  const large: PieceIndex["large"] = {};
  for (const [key, value] of Object.entries(rest)) {
    if (JSON.stringify(value).length <= SMALL) kept[key] = value;
    else large[key] = put(value);
  }
  const sorted = sortRules(rules);
  const index: PieceIndex = {
    kept,
    large,
    rules: rules.map(put),
    tools: tools.map(put),
    lists: lists.map((l) => [l.name, ...put(l)]),
    decisions: decisions.map((d) => [d.name, ...put(d)]),
    byProgram: [...sorted.byProgram],
    anywhere: sorted.anywhere,
    fileRules: sorted.fileRules,
    exceptions: [...sorted.exceptions],
    toolNames: tools.flatMap((t, at) => [t.name, ...t.also].map((name): [string, number] => [name, at])),
    appliesTo: policy.sources.flatMap((s): [string, readonly string[]][] =>
      s.appliesTo ? [[s.file, s.appliesTo]] : [],
    ),
    carriers: tools.flatMap(carriersOf),
  };
  return { index, body: texts.join("") };
}

/** The index as one line of ASCII. */
export function indexLine(index: PieceIndex): string {
  return `${ascii(JSON.stringify(index))}\n`;
}

function ascii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
