// A text that is one rule as it stands, in its canonical words.
import type { Paragraph } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SourceText } from "../../../compiler/1-read/source-text.ts";
import { doubtAbout, type IsKnown, withFolders } from "../plausible.ts";
import { ruleWords } from "../rule-words.ts";
import { sentencesOf } from "../said.ts";

const parser = unified().use(remarkParse).freeze();

/** The canonical words of a text that is one rule as it stands, of commands that there are. */
export function canonicalOf(text: string, isKnown: IsKnown): string | undefined {
  const source = new SourceText("", text);
  const [paragraph, ...more] = parser.parse(text).children;
  if (paragraph?.type !== "paragraph" || more.length > 0) return undefined;
  const [said, ...others] = sentencesOf((paragraph satisfies Paragraph).children, source);
  if (said === undefined || others.length > 0) return undefined;
  const read = ruleWords(said, source);
  if (read === undefined || read.limited !== undefined || doubtAbout(read.sentence, isKnown) !== undefined)
    return undefined;
  return withFolders(read.sentence);
}
