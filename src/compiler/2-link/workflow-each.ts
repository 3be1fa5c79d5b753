// Tasks that stand for one task for each member of a list: the members, and what a task's lines say of one of them.
import type { List } from "../../policy/types.ts";
import type { Definition, DefinitionLabel } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  membersNotNames,
  noMembers,
  sameForEach,
  tooManyMembers,
  unknownList,
} from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { ambiguous, type Names } from "./names.ts";

/** How many tasks one heading may make, and all headings of a document together. */
const MOST = 1_000;
const MOST_IN_DOCUMENT = 5_000;

/** The member that one task of many is for, and the words that stand for it in angle brackets. */
export interface MemberOf {
  readonly value: string;
  readonly nouns: readonly string[];
}

/** What a definition is made for each of. */
export interface EachMember {
  readonly list: string;
  readonly members: readonly MemberOf[];
}

type Report = (d: Diagnostic) => void;

/** Reads the lists that tasks are made for each member of; counts the tasks of each document. */
export class EachReader {
  readonly #lists: Names<List>;
  readonly #report: Report;
  readonly #doubtful: ReadonlySet<string>;
  readonly #shared: ReadonlyMap<string, readonly DefinitionLabel[]>;
  readonly #counts = new Map<string, number>();

  /** `doubtful` are definitions of lists in which something is wrong: what they lack is not reported. */
  constructor(
    definitions: readonly Definition[],
    lists: Names<List>,
    doubtful: ReadonlySet<Definition>,
    report: Report,
  ) {
    this.#lists = lists;
    this.#report = report;
    this.#doubtful = new Set([...doubtful].map((d) => d.name));
    const every = definitions.filter((d) => d.kind === "Every task");
    this.#shared = new Map(every.map((d) => [d.source.file, d.labels]));
  }

  /** The members; none where the list is wrong, which is reported. Undefined for a definition of one thing. */
  read({ name: task, each, source, labels }: Definition): EachMember | undefined {
    if (each === undefined) return undefined;
    const { list: token, noun } = each;
    const found = this.#lists.find(token.text, source.file);
    if ("among" in found) {
      const hint = didYouMean(token.text, this.#lists.names());
      if (found.among.length > 0) this.#report(ambiguous(token.source, token.text, found.among));
      else this.#report(unknownList(token.source, { list: token.text }, { hint }));
      return { list: token.text, members: [] };
    }
    const { thing: list, name } = found;
    const none = { list: name, members: [] };
    const related = [{ message: "the list", source: list.source }];
    const wrong = whyNotNames(list);
    const before = this.#counts.get(source.file) ?? 0;
    const limit = Math.min(MOST, MOST_IN_DOCUMENT - before);
    const count = list.members.length;
    if (wrong !== undefined) {
      this.#report(membersNotNames(token.source, { task, list: name, found: wrong }, { related }));
      return none;
    }
    if (count > limit) {
      const values = { task, list: name, count: String(count), limit: String(limit) };
      this.#report(tooManyMembers(token.source, values, { related }));
      return none;
    }
    this.#counts.set(source.file, before + count);
    const nouns = [...new Set(["member", slug(noun === "" ? list.column : noun)])];
    const lines = [...labels, ...(this.#shared.get(source.file) ?? [])];
    if (count === 0 && !this.#doubtful.has(token.text))
      this.#report(noMembers(token.source, { task, list: name }, { related }));
    if (count > 0 && !lines.some((label) => namesMember(label, nouns))) {
      const placeholder = `\`<${nouns[nouns.length - 1] ?? "member"}>\``;
      this.#report(sameForEach(source, { task, placeholder }));
    }
    return { list: name, members: list.members.map(({ value }) => ({ value, nouns })) };
  }
}

function whyNotNames({ matching, members }: List): string | undefined {
  if (matching !== "exact") return matching === "glob" ? "they are globs" : "they are prefixes";
  const odd = members.find(
    ({ value }) => /[<>`…]/.test(value) || (value.includes("'") && value.includes('"')),
  );
  return odd === undefined ? undefined : `\`${odd.value.slice(0, 80)}\` is none`;
}

/** A word for a member as it stands in angle brackets and among parameters: "Test machine" is `test-machine`. */
export function slug(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** Whether a line names the member, in angle brackets or as a parameter of a call. */
function namesMember({ name, tokens }: DefinitionLabel, nouns: readonly string[]): boolean {
  const isCall = name === "Runs" || name === "Checks with";
  return tokens.some(
    ({ type, text }) =>
      type === "code" &&
      (inPlace(text, { value: "", nouns }, (v) => v) !== text ||
        (isCall &&
          /\(([^()]*)\)$/
            .exec(text)?.[1]
            ?.split(",")
            .some((p) => nouns.includes(slug(p))) === true)),
  );
}

/** A text with the member in place of `<member>`, or of the list's own word for one. */
export function inPlace(text: string, { value, nouns }: MemberOf, as: (value: string) => string): string {
  return text.replace(/<([^<>]{1,80})>/g, (hole, word: string) =>
    nouns.includes(slug(word)) ? as(value) : hole,
  );
}

/** A label line as it is for one member. */
export function forMember(label: DefinitionLabel, member: MemberOf): DefinitionLabel {
  const own = (text: string): string => inPlace(text, member, (v) => v);
  const tokens = label.tokens.map((t) => (t.type === "code" ? { ...t, text: own(t.text) } : t));
  return { ...label, tokens, text: own(label.text) };
}
