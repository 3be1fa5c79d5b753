// Writes rules in their canonical words. Everything else of a document stays byte for byte.
import type { Bullets, RuleItem } from "../compiler/1-read/document.ts";
import { canonicalHead } from "../compiler/1-read/grammar/read-sentence.ts";
import { readDocument } from "../compiler/1-read/read-document.ts";
import { SourceText } from "../compiler/1-read/source-text.ts";
import type { Diagnostic } from "../compiler/messages/diagnostic.ts";
import type { Source } from "../policy/types.ts";

export interface Formatted {
  readonly text: string;
  /** What is wrong with the document; with an error it is left as it is. */
  readonly problems: readonly Diagnostic[];
}

/** New words for a place of the document. */
interface Rewrite {
  readonly at: Source;
  readonly text: string;
}

/**
 * Formats a document: each rule's sentence becomes its canonical one, on one line; conditions in nested items stay
 * there, each in its canonical words.
 */
export function formatDocument(file: string, text: string): Formatted {
  const { items, diagnostics } = readDocument(file, text);
  const problems = diagnostics.filter((d) => d.severity === "error");
  if (problems.length > 0) return { text, problems };
  const source = new SourceText(file, text);
  let formatted = "";
  let done = 0;
  for (const { at, text: words } of items.flatMap((item) => (item.type === "rule" ? rewrites(item) : []))) {
    const start = source.offset(at.line, at.column);
    const end = source.offset(at.endLine, at.endColumn);
    formatted += text.slice(done, start) + words;
    done = end;
  }
  return { text: formatted + text.slice(done), problems: [] };
}

/** The sentence first, then what stands below it, in the order of the document. */
function rewrites({ sentence, bullets, source }: RuleItem): Rewrite[] {
  const { lead } = sentence.form;
  if (bullets === undefined) {
    return [{ at: source, text: `**${lead}**${sentence.canonical.slice(lead.length)}` }];
  }
  const head = canonicalHead(sentence, counted(bullets));
  return [{ at: source, text: `**${lead}** ${head}:` }, ...bulletRewrites(bullets)];
}

function bulletRewrites(bullets: Bullets): Rewrite[] {
  return bullets.items.flatMap(({ conditions, nested, source }) => {
    if (nested !== undefined) {
      return [{ at: source, text: `${counted(nested)}:` }, ...bulletRewrites(nested)];
    }
    return conditions === undefined ? [] : [{ at: source, text: conditions.canonical }];
  });
}

function counted({ join }: Bullets): string {
  return join === "and" ? "all of" : "any of";
}
