// Which table of a file is meant: the one under a heading that names the evidence, else the one that has its columns.
import { columnKey } from "../../policy/evidence.ts";
import type { Evidence } from "../../policy/types.ts";
import { type EvidenceFinding, named } from "./finding.ts";
import type { Results, ResultTable, ResultText } from "./results.ts";

/** The table that is checked, and what is to be said of the choice. */
export interface Choice {
  readonly table: ResultTable | undefined;
  readonly findings: readonly EvidenceFinding[];
}

/** The one table of a piece of evidence. Two that could be meant are a finding: neither wins in silence. */
export function chooseTable(evidence: Evidence, results: Results, text: ResultText): Choice {
  const keys = new Set(evidence.columns.map((c) => columnKey(c.name)));
  const needed = evidence.columns.filter((c) => c.required).length;
  const scored = results.tables.map((table) => ({ table, score: scoreOf(table, keys) }));
  const most = scored.filter(({ score }) => score * 2 > needed);
  const headed = scored.filter(({ table, score }) => score > 0 && mentions(table.under, evidence.name));
  const headedMost = headed.filter((one) => most.includes(one));
  const pool = headedMost.length > 0 ? headedMost : headed.length > 0 ? headed.slice(0, 1) : most;
  const best = pool.reduce<(typeof pool)[number] | undefined>(
    (found, one) => (found === undefined || one.score > found.score ? one : found),
    undefined,
  );
  if (best === undefined) return { table: undefined, findings: [noTable(evidence, results, scored, text)] };
  const other = pool.find((one) => one !== best)?.table;
  if (other === undefined) return { table: best.table, findings: [] };
  const [first, second] =
    best.table.range.start < other.range.start ? [best.table, other] : [other, best.table];
  return {
    table: best.table,
    findings: [
      {
        code: "two-tables",
        message: `a second table of \`${evidence.name}\`, expected one`,
        because: "which of the two counts can't be told.",
        instead: "leave the table that counts, and take the other one out or give it other columns.",
        at: text.at(second.range),
        see: text.at(first.range),
        source: evidence.source,
      },
    ],
  };
}

function scoreOf({ header }: ResultTable, keys: ReadonlySet<string>): number {
  return new Set(header.map((cell) => columnKey(cell.text)).filter((key) => keys.has(key))).size;
}

/** Whether a heading has a name as words of its own, in any case; dashes and blanks are the same. */
function mentions(heading: string, name: string): boolean {
  const words = (text: string): string =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  return words(heading).includes(words(name));
}

function noTable(
  evidence: Evidence,
  { broken, unclosed }: Results,
  scored: readonly { readonly table: ResultTable; readonly score: number }[],
  text: ResultText,
): EvidenceFinding {
  const columns = named(evidence.columns.filter((c) => c.required).map((c) => c.name));
  const common = {
    code: "no-results",
    because: evidence.because ?? "without results nothing is shown.",
    source: evidence.source,
  };
  const [nearly] = broken;
  if (nearly !== undefined)
    return {
      ...common,
      message: `this heading row makes no table: ${nearly.problem}`,
      instead: "put a row such as | --- | --- | directly below it, with as many cells.",
      at: text.at(nearly.range),
    };
  const expected = `expected a table of \`${evidence.name}\` with the columns ${columns}`;
  const instead = "add the table, or name the file that holds it.";
  if (unclosed !== undefined)
    return {
      ...common,
      message: `nothing closes this ${unclosed.what}, so that what follows is no table; ${expected}`,
      instead: `close the ${unclosed.what} where it ends.`,
      at: text.at(unclosed.range),
    };
  const [nearest] = [...scored].filter((s) => s.score > 0).sort((a, b) => b.score - a.score);
  if (nearest !== undefined)
    return {
      ...common,
      message: `of the columns of \`${evidence.name}\` this table has ${nearest.score}; ${expected}`,
      instead,
      at: text.at(nearest.table.range),
    };
  return { ...common, message: expected, instead, at: text.at({ start: 0, end: 0 }) };
}
