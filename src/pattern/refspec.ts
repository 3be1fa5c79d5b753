// What git's refspecs push to (git-scm.com/docs/git-push, "<refspec>…"): rules speak of the branch on the other side.
import type { Word } from "../shell/types.ts";

/**
 * Words that are refspecs, each with the branch or other ref that it pushes to in place of its text: `main` for
 * `HEAD:main`, `+topic:refs/heads/main` and `:main`. Undefined where that hangs on the repository: `HEAD` alone, `:`, and
 * patterns.
 */
export function destinations(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word, i) => {
    if (word.text === "tag" && i + 1 < words.length) return [];
    const isTag = words[i - 1]?.text === "tag";
    const text =
      word.text === undefined ? undefined : isTag ? `refs/tags/${word.text}` : destination(word.text);
    if (text !== undefined && text === word.text) return [word];
    // What is known of an unknown refspec is not what is known of its other side.
    const { pieces: _, ...rest } = word;
    return [{ ...rest, text, exact: false }];
  });
}

function destination(refspec: string): string | undefined {
  const plain = refspec.startsWith("+") ? refspec.slice(1) : refspec;
  const colon = plain.indexOf(":");
  const to = plain.slice(colon + 1);
  const here = colon < 0 && (to === "HEAD" || to === "@");
  if (to === "" || here || to.includes("*")) return undefined;
  return to.replace(/^(?:refs\/)?heads\//, "");
}
