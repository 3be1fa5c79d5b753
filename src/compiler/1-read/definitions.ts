// Collects what stands under a definition's heading until the next heading.
import type { ListItem } from "mdast";
import { duplicateLabel, unknownLabel } from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import type { Definition, DefinitionKind, DefinitionLabel, Table } from "./document.ts";
import { labelName } from "./labels.ts";
import type { Reader } from "./reader.ts";
import { type Token, tokenize } from "./tokens.ts";

const LABELS: Readonly<Record<DefinitionKind, readonly string[]>> = {
  List: ["Because"],
  "Add to list": ["Because"],
  "Remove from list": ["Because"],
  Tool: ["Also known as", "Runs on", "Repeatable", "Because"],
  Fact: ["From", "Values", "Type", "At most", "Because"],
  Step: ["Because"],
  Approval: ["Because"],
};

/** A definition that is being read. */
export class OpenDefinition {
  readonly kind: DefinitionKind;
  readonly #name: Token;
  readonly #reader: Reader;
  readonly #labels: DefinitionLabel[] = [];
  readonly #remarks: string[] = [];
  readonly #entries: Token[] = [];
  #table: Table | undefined;
  #ruleBegun = false;

  constructor(kind: DefinitionKind, name: Token, reader: Reader) {
    this.kind = kind;
    this.#name = name;
    this.#reader = reader;
  }

  /** Takes the first table as the definition's data. Returns false for a further one. */
  takeTable(read: () => Table): boolean {
    if (this.#table !== undefined) return false;
    this.#table = read();
    return true;
  }

  takeRemark(text: string): void {
    this.#remarks.push(text);
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
      this.#entries.push(only);
      return true;
    }
    const words = tokens
      .filter((t) => t.text !== ".")
      .map((t) => t.text)
      .join(" ");
    const name = labelName(item)?.name ?? (words === "Repeatable" ? words : undefined);
    if (name === undefined) return false;
    const allowed = LABELS[this.kind];
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
    this.#labels.push({ name, tokens: colon < 0 ? [] : tokens.slice(colon + 1), source });
    return true;
  }

  close(): Definition {
    return {
      type: "definition",
      kind: this.kind,
      name: this.#name.text,
      nameSource: this.#name.source,
      table: this.#table,
      labels: this.#labels,
      entries: this.#entries,
      remarks: this.#remarks,
      entry: this.#reader.entry,
      source: this.#name.source,
    };
  }
}
