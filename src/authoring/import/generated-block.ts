// Our own block in a file: rules, lists and reports are taken as they were meant; what is only summed up there is not.
import type { Paragraph, RootContent } from "mdast";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import { generatedList, generatedReport, generatedRule } from "./generated.ts";
import type { Detail, Note, Piece } from "./piece.ts";
import { oneLine } from "./said.ts";
import { textOf } from "./statements.ts";

interface Taken {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
}

const NOTHING: Taken = { pieces: [], notes: [] };

/** Goes along the blocks of what was generated. */
export class GeneratedBlock {
  readonly #source: SourceText;
  #section = "";
  #name = "";
  #about: Paragraph | undefined;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** What a block comes to. */
  take(node: RootContent, before: RootContent | undefined): Taken {
    if (node.type === "heading") {
      const words = oneLine(this.#slice(node)).replace(/^#+\s*/, "");
      if (node.depth === 2) this.#section = words;
      this.#name = node.depth > 2 ? words : "";
      this.#about = undefined;
      const isSummary = node.depth === 2 && /^(?:playbooks|runbooks|evidence)$/i.test(words);
      return isSummary ? this.#note(`“${words}” is only a summary there, and not taken over`, node) : NOTHING;
    }
    if (node.type === "paragraph") {
      this.#about = node;
      return NOTHING;
    }
    if (node.type !== "list") return NOTHING;
    if (this.#section === "Reports" && node.ordered === true && this.#about !== undefined)
      return { pieces: [generatedReport(this.#name, this.#about, node, this.#source)], notes: [] };
    if (this.#section === "Lists") return this.#list(node, before);
    const rules = node.children.flatMap((item): Piece[] => {
      const [first] = item.children;
      const rule = first?.type === "paragraph" ? generatedRule(first, this.#source) : undefined;
      return rule === undefined ? [] : [rule];
    });
    if (rules.length > 0) return { pieces: rules, notes: [] };
    return this.#section.startsWith("Guidance") ? { pieces: this.#guidance(node), notes: [] } : NOTHING;
  }

  #list(node: Extract<RootContent, { type: "list" }>, before: RootContent | undefined): Taken {
    const list = before?.type === "paragraph" ? generatedList(before, node, this.#source) : undefined;
    return list === undefined
      ? this.#note("a list that is not whole here is not taken over", node)
      : { pieces: [list], notes: [] };
  }

  #guidance(node: Extract<RootContent, { type: "list" }>): Piece[] {
    return node.children.flatMap((item): Piece[] => {
      const [first, ...others] = item.children;
      if (first?.type !== "paragraph") return [];
      const text = oneLine(textOf(first, this.#source));
      const why = text.indexOf(" Why: ");
      const because = why < 0 ? [] : [{ text: `Because: ${text.slice(why + 6)}`, details: [] }];
      const nested = others.flatMap((o) => (o.type === "list" ? o.children : []));
      const details = nested.flatMap((n): Detail[] =>
        n.children[0]?.type === "paragraph"
          ? [{ text: oneLine(textOf(n.children[0], this.#source)), details: [] }]
          : [],
      );
      const words = why < 0 ? text : text.slice(0, why);
      const source = this.#source.of(first);
      return [
        {
          type: "guidance",
          text: words,
          details: [...because, ...details],
          step: undefined,
          near: [],
          why: undefined,
          source,
        },
      ];
    });
  }

  #note(message: string, node: RootContent): Taken {
    return { pieces: [], notes: [{ message, source: this.#source.of(node) }] };
  }

  #slice(node: RootContent): string {
    return this.#source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }
}
