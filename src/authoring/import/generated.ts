// What Bylaw itself has written: rules with their ids and places, lists and reports of generated instructions.
import type { List, ListItem, Paragraph } from "mdast";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import type { Piece, RulePiece } from "./piece.ts";
import { factsOf } from "./plausible.ts";
import { ruleWords } from "./rule-words.ts";
import { codeSpan, oneLine, sentencesOf } from "./said.ts";

/** A rule's line in generated instructions: `SENTENCE … (`id`, file:line)`. Undefined for any other. */
export function generatedRule(paragraph: Paragraph, source: SourceText): RulePiece | undefined {
  const text = textOf(paragraph, source);
  const tail = text.lastIndexOf(" (`");
  const [, id, until] = /^ \(`([a-z0-9][a-z0-9-]*)`, [^()`]{1,300}:\d{1,9}\)$/.exec(text.slice(tail)) ?? [];
  const [said] = sentencesOf(paragraph.children, source);
  const read =
    id === undefined || until !== undefined || said === undefined ? undefined : ruleWords(said, source);
  if (id === undefined || said === undefined || read === undefined) return undefined;
  if ([read.because, read.limited, read.beside].some((w) => w !== undefined)) return undefined;
  const labels = labelsOf(text.slice(said.text.length, tail));
  if (labels === undefined) return undefined;
  return {
    type: "rule",
    sentence: read.sentence.canonical,
    labels: [`Id: \`${id}\``, ...labels.labels],
    text: read.sentence.canonical,
    files: labels.files,
    facts: factsOf(read.sentence.parsed),
    id,
    source: source.of(paragraph),
  };
}

/** What stands between a rule's sentence and its id. */
function labelsOf(text: string): { readonly labels: string[]; readonly files: string[] } | undefined {
  let rest = text;
  const labels: string[] = [];
  const only =
    /^ Only among ([^.]*(?:`[^`]*`)[^.]*?)\.(?= |$)/.exec(rest) ??
    / Only among ((?:`[^`]+`(?:, )?)+)\./.exec(rest);
  const files = [...(only?.[1] ?? "").matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? "");
  if (only !== null) rest = rest.slice(only.index + only[0].length);
  const until = / Until (\d{4}-\d{2}-\d{2})\.$/.exec(rest);
  if (until !== null) rest = rest.slice(0, until.index);
  const why = rest.indexOf(" Why: ");
  const head = why < 0 ? rest : rest.slice(0, why);
  if (head !== "" && !head.startsWith(" Instead: ")) return undefined;
  if (why >= 0) labels.push(`Because: ${oneLine(rest.slice(why + 6))}`);
  if (head !== "") labels.push(`Instead: ${oneLine(head.slice(10))}`);
  if (until !== null) labels.push(`Until: ${until[1] ?? ""}`);
  return { labels, files };
}

/** A list's members: `value`: reason (date). Undefined where the list goes on elsewhere. */
export function generatedList(name: Paragraph, members: List, source: SourceText): Piece | undefined {
  const [code, colon, ...more] = name.children;
  const isName = code?.type === "inlineCode" && colon?.type === "text" && colon.value.trim() === ":";
  if (!isName || more.length > 0) return undefined;
  const rows: string[] = [];
  for (const item of members.children) {
    const row = memberRow(item, source);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const table = [`| ${nounFor(code.value, source.text)} | reason |`, "| --- | --- |", ...rows].join("\n");
  return {
    type: "text",
    text: `### List ${codeSpan(code.value)}\n\n${table}`,
    heading: false,
    source: source.of(name),
  };
}

/** What sentences call the members of a list: “every `blacklist` machine”. */
function nounFor(name: string, text: string): string {
  for (const opening of ["every", "any", "the"]) {
    const start = `${opening} \`${name}\` `;
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      const word = /^[a-z]{2,40}/.exec(text.slice(at + start.length, at + start.length + 40))?.[0];
      if (word !== undefined && !["as", "to", "in", "with", "when", "unless", "or", "and"].includes(word))
        return word;
    }
  }
  return "member";
}

function memberRow(item: ListItem, source: SourceText): string | undefined {
  const [paragraph, ...more] = item.children;
  if (paragraph?.type !== "paragraph" || more.length > 0) return undefined;
  const [code] = paragraph.children;
  if (code?.type !== "inlineCode") return undefined;
  const behind = textOf(paragraph, source).slice(source.slice(...rangeOf(code)).length);
  const reason = behind.replace(/ \(\d{4}-\d{2}-\d{2}\)$/, "").replace(/^: /, "");
  return `| ${codeSpan(code.value).replaceAll("|", "\\|")} | ${reason.replaceAll("|", "\\|")} |`;
}

/** A report's table, of its name, the paragraph about its first line, and its sections. */
export function generatedReport(name: string, about: Paragraph, sections: List, source: SourceText): Piece {
  const title = /^The first line is (`[^`]+`)\./.exec(textOf(about, source))?.[1];
  const rows = sections.children.flatMap((item) => {
    const [paragraph] = item.children;
    const text = paragraph?.type === "paragraph" ? textOf(paragraph, source) : "";
    const section = /^`([^`]+):`/.exec(text);
    if (section === null) return [];
    const lines =
      /^ with lines (.*?)(?: \(may be left out\))?$/.exec(text.slice(section[0].length))?.[1] ?? "";
    return [[`\`${section[1] ?? ""}\``, lines, text.endsWith("(may be left out)") ? "no" : "yes"]];
  });
  const all = [...(title === undefined ? [] : [[title, "", "yes"]]), ...rows];
  const table = all.map((row) => `| ${row.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`);
  const text = [
    `### Report \`${name}\``,
    "",
    "| section | lines | required |",
    "| --- | --- | --- |",
    ...table,
  ];
  return { type: "text", text: text.join("\n"), heading: false, source: source.of(about) };
}

function textOf(node: Paragraph, source: SourceText): string {
  return oneLine(source.slice(...rangeOf(node)));
}

function rangeOf(node: { position?: Paragraph["position"] }): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
