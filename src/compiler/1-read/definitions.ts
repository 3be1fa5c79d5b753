// Collects what stands under a definition's heading until the next heading.
import type { Code, ListItem, Table as MdastTable, Paragraph } from "mdast";
import {
  brokenTable,
  duplicateLabel,
  invalidLabel,
  missingTable,
  notAToken,
  secondTable,
  unknownLabel,
} from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import { nestedItems } from "./belonging.ts";
import type { Definition, DefinitionKind, DefinitionLabel, Sample, Table } from "./document.ts";
import type { DefinitionOpening } from "./headings.ts";
import { labelName, textAfterColon } from "./labels.ts";
import type { Reader } from "./reader.ts";
import { DEFINITION_LABELS } from "./section-data.ts";
import { readTable } from "./tables.ts";
import { type Token, tokenize } from "./tokens.ts";
import { plainToken } from "./typography.ts";
import { type FoundLabel, isWorkflowKind, misspeltLabel, workflowLabel } from "./workflow-labels.ts";

/** Kinds that are nothing without a table. */
const NEED_TABLES: readonly DefinitionKind[] = [
  "List",
  "Add to list",
  "Remove from list",
  "Approval",
  "Decision",
  "Evidence",
  "MCP tools",
  "Report",
];
/** Kinds that have no table. */
const NO_TABLES: readonly DefinitionKind[] = ["Fact", "Step", "Outcome", "Task", "Wait", "Gate"];
/** Labels that hold names and nothing else. */
const NAMES: readonly string[] = ["Also known as", "Runs on", "Values", "After", "Remove"];

/** Labels that say all by standing there. */
const BARE_LABELS: readonly string[] = [
  "Repeatable",
  "Abbreviates long options",
  "Options come first",
  "Changes nothing",
];

/** A definition that is being read. */
export class OpenDefinition {
  readonly kind: DefinitionKind;
  readonly #name: Token;
  readonly #reader: Reader;
  readonly #labels: DefinitionLabel[] = [];
  readonly #remarks: string[] = [];
  readonly #paragraphs: (readonly Token[])[] = [];
  readonly #entries: Token[] = [];
  readonly #samples: Sample[] = [];
  #table: Table | undefined;
  readonly #guessed: boolean;
  #tableReported = false;
  #ruleBegun = false;

  constructor({ kind, name, guessed }: DefinitionOpening, reader: Reader) {
    this.kind = kind;
    this.#name = name;
    this.#guessed = guessed;
    this.#reader = reader;
  }

  /** Takes the first table as the definition's data. A further one is prose, unless it has the same heading row. */
  takeTable(node: MdastTable): boolean {
    const { source, report } = this.#reader;
    if (this.#table === undefined) {
      this.#table = readTable(node, source, report);
      return true;
    }
    const again = readTable(node, source, () => undefined);
    const headings = (table: Table): string => table.header.map((cell) => cell.text.toLowerCase()).join("|");
    if (headings(again) !== headings(this.#table)) return false;
    const related = [{ message: "the first table", source: this.#table.source }];
    report(secondTable(again.source, { definition: `${this.kind} \`${this.#name.text}\`` }, { related }));
    return true;
  }

  /** Takes a paragraph, which may say how members match. Lines of a table that is none are reported; true for those. */
  takeRemark(paragraph: Paragraph): boolean {
    const { source, report } = this.#reader;
    const tokens = tokenize(paragraph.children, source);
    const text = tokens.map((t) => t.text).join(" ");
    this.#remarks.push(text);
    this.#paragraphs.push(tokens);
    const at = source.of(paragraph);
    if (text.startsWith("|") && this.#table === undefined && !NO_TABLES.includes(this.kind)) {
      this.#tableReported = true;
      report(brokenTable(at, { expected: "a heading row and a row of dashes below it, of as many cells" }));
      return true;
    }
    const members = this.kind === "List" ? /\bMembers are ([^.]*)/i.exec(text)?.[1]?.trim() : undefined;
    if (members !== undefined && !/^(?:prefixes|globs)\b/i.test(members)) {
      const expected = "“Members are prefixes.” or “Members are globs.”";
      report(invalidLabel(at, { found: `“${members.slice(0, 80)}”`, label: "Members are", expected }));
    }
    return false;
  }

  /** Takes a `text` fence below a report as what may be reported. Its text opens on the line behind the fence's. */
  takeSample(node: Code): boolean {
    if ((this.kind !== "Report" && this.kind !== "Change report") || node.lang !== "text") return false;
    const source = this.#reader.source.of(node);
    this.#samples.push({ text: node.value, source: { ...source, line: source.line + 1 } });
    return true;
  }

  /** Label lines behind a rule are not the definition's: an indentation went wrong there. */
  beginRule(): void {
    this.#ruleBegun = true;
  }

  /** Takes a list item if it is one of the definition's label lines, or a misspelt one. */
  takeLabel(item: ListItem): boolean {
    const paragraph = item.children[0];
    if (paragraph?.type !== "paragraph" || this.#ruleBegun) return false;
    const tokens = tokenize(paragraph.children, this.#reader.source);
    const [only] = tokens;
    if (this.kind === "Step" && only?.type === "code" && tokens.every((t) => t === only || t.text === ".")) {
      this.#entries.push(plainToken(only, true, this.#reader.report));
      return true;
    }
    if (this.kind === "Step" && this.#isBareCommand(tokens, paragraph)) return true;
    if (isWorkflowKind(this.kind)) return this.#takeWorkflowLabel(item, paragraph, tokens);
    const words = tokens
      .filter((t) => t.text !== ".")
      .map((t) => t.text)
      .join(" ");
    const name = labelName(item)?.name ?? (BARE_LABELS.includes(words) ? words : undefined);
    if (name === undefined) return false;
    const allowed = DEFINITION_LABELS[this.kind];
    const source = this.#reader.source.of(paragraph);
    if (!allowed.includes(name)) {
      if (nearNames(name, allowed).length === 0) return false;
      const expected = oneOf(allowed.map((l) => `\`${l}\``));
      this.#reader.report(
        unknownLabel(source, { label: name, expected }, { hint: didYouMean(name, allowed) }),
      );
      return true;
    }
    if (this.#labels.some((l) => l.name === name))
      this.#reader.report(duplicateLabel(source, { label: name }));
    const colon = tokens.findIndex((t) => t.text === ":");
    const rest = colon < 0 ? [] : tokens.slice(colon + 1);
    if (NAMES.includes(name) && !rest.some((t) => t.type === "code")) {
      const found = rest.length === 0 ? "nothing" : `“${textAfterColon(paragraph, this.#reader.source)}”`;
      this.#reader.report(invalidLabel(source, { found, label: name, expected: "names in backticks" }));
    }
    const text = colon < 0 ? "" : textAfterColon(paragraph, this.#reader.source);
    this.#labels.push({ name, tokens: rest, text, source });
    return true;
  }

  /** Whether an item is a label line of a task, a wait or a gate, although it may open in bold. */
  isWorkflowLabel(item: ListItem): boolean {
    const paragraph = item.children[0];
    if (paragraph?.type !== "paragraph" || !isWorkflowKind(this.kind)) return false;
    return workflowLabel(this.kind, tokenize(paragraph.children, this.#reader.source)) !== undefined;
  }

  #takeWorkflowLabel(item: ListItem, paragraph: Paragraph, tokens: readonly Token[]): boolean {
    const { source, report } = this.#reader;
    if (!isWorkflowKind(this.kind)) return false;
    const at = source.of(paragraph);
    const label = workflowLabel(this.kind, tokens);
    if (label === undefined) {
      const near = misspeltLabel(this.kind, tokens);
      if (near === undefined) return false;
      const expected = oneOf(DEFINITION_LABELS[this.kind].map((l) => `\`${l}\``));
      report(unknownLabel(at, { label: near.written, expected }, { hint: near.hint }));
      return true;
    }
    if (!label.repeatable && this.#labels.some((l) => l.name === label.name))
      report(duplicateLabel(at, { label: label.name }));
    const below = nestedItems(item);
    const reasons = this.kind === "Evidence" ? below.filter((nested) => labelName(nested) !== undefined) : [];
    const more = below.filter((n) => !reasons.includes(n)).flatMap((nested) => this.#nestedTokens(nested));
    const text = this.#behind(paragraph, label);
    const because = reasons.flatMap((nested) => this.#reason(nested) ?? []).join(" ");
    this.#labels.push({
      name: label.name,
      tokens: [...label.rest, ...more],
      text,
      ...(because === "" ? {} : { because }),
      source: at,
    });
    return true;
  }

  /** The text of a `Because` below a label; any other label there is reported. */
  #reason(item: ListItem): string | undefined {
    const label = labelName(item);
    if (label === undefined) return undefined;
    const { source, report } = this.#reader;
    if (label.name === "Because") return textAfterColon(label.paragraph, source);
    const hint = didYouMean(label.name, ["Because"]);
    report(unknownLabel(source.of(label.paragraph), { label: label.name, expected: "`Because`" }, { hint }));
    return undefined;
  }

  /** An item below a label: one more thing of what the label holds. */
  #nestedTokens(item: ListItem): Token[] {
    const [first] = item.children;
    if (first?.type !== "paragraph") return [];
    const at = this.#reader.source.of(first);
    return [{ type: "mark", text: ",", source: at }, ...tokenize(first.children, this.#reader.source)];
  }

  /** The source's text behind a label's words, on one line. */
  #behind(paragraph: Paragraph, { rest }: FoundLabel): string {
    const { source } = this.#reader;
    const [first] = rest;
    if (first === undefined) return "";
    const end = paragraph.position?.end.offset ?? 0;
    return source
      .slice(source.offset(first.source.line, first.source.column), end)
      .replace(/\s+/g, " ")
      .trim();
  }

  /** An item of a step that is no sentence: a command that misses its backticks. Reported. */
  #isBareCommand(tokens: readonly Token[], paragraph: Paragraph): boolean {
    const [first] = tokens;
    const bare =
      tokens.every((t) => t.type !== "code") &&
      first?.type === "word" &&
      /^[a-z]/.test(first.text) &&
      tokens[tokens.length - 1]?.text !== ".";
    if (!bare) return false;
    const at = this.#reader.source.of(paragraph);
    const text = this.#reader.source.slice(
      paragraph.position?.start.offset ?? 0,
      paragraph.position?.end.offset ?? 0,
    );
    this.#entries.push({ type: "code", text, source: at });
    const hint = `Put it in backticks: \`${text}\`.`;
    this.#reader.report(
      notAToken(at, { found: `“${text}”`, expected: "one command in backticks" }, { hint }),
    );
    return true;
  }

  /** Ends the definition at an offset of the source. */
  close(end: number): Definition {
    const { source } = this.#reader;
    if (
      this.#table === undefined &&
      !this.#tableReported &&
      !this.#guessed &&
      NEED_TABLES.includes(this.kind)
    ) {
      const definition = `${this.kind} \`${this.#name.text}\``;
      this.#reader.report(missingTable(this.#name.source, { definition }));
    }
    const { endLine, endColumn } = source.at(end, end);
    return {
      type: "definition",
      guessed: this.#guessed,
      kind: this.kind,
      name: this.#name.text,
      nameSource: this.#name.source,
      table: this.#table,
      labels: this.#labels,
      entries: this.#entries,
      remarks: this.#remarks,
      paragraphs: this.#paragraphs,
      samples: this.#samples,
      entry: this.#reader.entry,
      source: this.#name.source,
      extent: { ...this.#name.source, column: 1, endLine, endColumn },
    };
  }
}
