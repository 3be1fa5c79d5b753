// What a runbook says of itself in front of its sections: a table of two columns, or lines "Severity: critical".
import type { ListItem, Paragraph, Table } from "mdast";
import type { Runbook } from "../../../policy/types.ts";
import type { SourceText } from "../source-text.ts";
import { tokenize } from "../tokens.ts";

type Label = Runbook["labels"][number];

/** Longest name of a label, in words and letters. */
const MOST_WORDS = 4;
const MOST_LETTERS = 40;
const MOST_VALUE = 300;

/** The rows of a table of two columns whose first column holds short names; none for any other table. */
export function labelsOfTable(table: Table, source: SourceText): Label[] {
  const [head, ...rows] = table.children;
  if (head?.children.length !== 2 || rows.length === 0) return [];
  const title = textOf(head.children[1], source).toLowerCase();
  const all = /^(?:value|details?|description|)$/.test(title) ? rows : table.children;
  return all.flatMap((row) => {
    const [name, value] = row.children;
    return label(textOf(name, source), textOf(value, source), source.of(row));
  });
}

/** What opens a remark and no label. */
const REMARKS =
  /^(?:note|notes|notice|warning|caution|important|tip|hint|example|for example|see|see also|todo|update|summary)$/i;
/** What a runbook says of itself with one such line alone; any other line needs bold, or others beside it. */
const KNOWN =
  /^(?:alerts?|alertname|author|category|component|environment|escalation|impact|last (?:updated|reviewed|tested)|maintainers?|on[- ]?call(?: scope)?|owners?|priority|runbook id|service|severity|slack|sla|slo|sprint|status|tags|task|team|tier|type|updated|version)$/i;

/** `Severity: critical`, `**Severity:** critical`, several of them on lines of their own. */
export function labelsOfText(node: Paragraph, source: SourceText): Label[] {
  const [first] = node.children;
  const labels = linesOf(node, source);
  const [only] = labels;
  const isOne =
    labels.length > 1 || first?.type === "strong" || (only !== undefined && KNOWN.test(only.name));
  return isOne ? labels : [];
}

function isBold({ children: [first] }: ListItem): boolean {
  return first?.type === "paragraph" && first.children[0]?.type === "strong";
}

/** Each line that is a label, whatever stands around it. */
function linesOf(node: Paragraph, source: SourceText): Label[] {
  const start = node.position?.start.offset ?? 0;
  let offset = start;
  return source
    .slice(start, node.position?.end.offset ?? start)
    .split("\n")
    .flatMap((line) => {
      const at = source.at(offset, offset + line.length);
      offset += line.length + 1;
      const plain = line
        .replace(/^[\s>]+/, "")
        .replace(/[*_]{1,3}/g, "")
        .replace(/\\$/, "");
      const colon = plain.indexOf(":");
      return colon < 1 ? [] : label(plain.slice(0, colon), plain.slice(colon + 1), at);
    })
    .filter((l) => !REMARKS.test(l.name));
}

/** The labels of a list whose items all are such lines; none for any other list. */
export function labelsOfList(items: readonly ListItem[], source: SourceText): Label[] {
  const labels = items.map((item) => {
    const [first, ...more] = item.children;
    return first?.type === "paragraph" && more.length === 0 ? linesOf(first, source) : [];
  });
  const isAll = labels.every((l) => l.length === 1);
  const named = labels.flat().filter((l) => KNOWN.test(l.name)).length;
  return isAll && labels.length > 0 && (named > 0 || items.every(isBold)) ? labels.flat() : [];
}

function label(name: string, value: string, source: Label["source"]): Label[] {
  const short = name.replaceAll("`", "").trim();
  const text = value.replace(/\s+/g, " ").trim();
  const words = short.split(/\s+/).length;
  if (short === "" || text === "" || words > MOST_WORDS || short.length > MOST_LETTERS) return [];
  return /^\p{L}[\p{L}\p{N} _/-]*$/u.test(short)
    ? [{ name: short, value: text.slice(0, MOST_VALUE), source }]
    : [];
}

function textOf(cell: Table["children"][number]["children"][number] | undefined, source: SourceText): string {
  return cell === undefined
    ? ""
    : tokenize(cell.children, source)
        .map((t) => t.text)
        .join(" ")
        .replace(/ ([.,:;)])/g, "$1");
}
