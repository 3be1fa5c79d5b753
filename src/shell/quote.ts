// Writes words so that a shell reads them as they are.
import type { Invocation, Word } from "./types.ts";

/** Text that no shell reads as anything but itself. */
const PLAIN = /^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:=@%+,-]*$/;

/** Quotes one word for a shell, only where it has to be. Single quotes hold any character but themselves. */
export function quoteWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function show(word: Word): string {
  return word.text === undefined ? word.raw : quoteWord(word.text);
}

/** An invocation written in one way, whatever quotes it had: variables first, redirections last. */
export function canonical(invocation: Invocation): string {
  const words = [
    ...invocation.env.map(({ name, value }) => `${name}=${show(value)}`),
    ...(invocation.name === "" ? [] : [showProgram(invocation)]),
    ...invocation.args.map(show),
    ...invocation.redirections.map(({ operator, target }) => `${operator}${show(target)}`),
  ];
  return words.join(" ");
}

/** A word that assigns, or that is a word of the grammar, has to be quoted where a program's name stands. */
function showProgram({ program }: Invocation): string {
  const shown = show(program);
  const special =
    /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|in|select|function|time|coproc)$/;
  return program.text !== undefined && shown === program.text && (shown.includes("=") || special.test(shown))
    ? `'${shown}'`
    : shown;
}
