// Whether two counts, failures, messages or dates can both be right.
import type { Kind } from "../claim.ts";
import type { DaysBefore, FailureSaid, MessageSaid } from "../values.ts";

/** Counts of which there is one. */
export function countKind(line: string, says: (count: number, name: string) => string): Kind<number> {
  return {
    conflict: (one, other) => (one === other ? undefined : {}),
    line: `the line \`${line}\``,
    says: (value, subject) => says(value, `\`${subject.name}\``),
  };
}

export const FAILURE: Kind<FailureSaid> = {
  // What stops everything in one case may go on in another; what never stops anything stops nothing in any case.
  conflict: (one, other) => {
    if (one.stops === other.stops) return undefined;
    const goesOn = one.stops ? other : one;
    return goesOn.always ? {} : undefined;
  },
  line: "what it says of a failure",
  says: ({ stops, always }, { name }) => {
    if (stops)
      return always
        ? `a failure of \`${name}\` stops everything`
        : `\`${name}\` stops everything in some case`;
    return always ? `\`${name}\` stops nothing` : `\`${name}\` lets everything go on in some case`;
  },
};

export const MESSAGE: Kind<MessageSaid> = {
  conflict: (one, other) => {
    const [a, b] = [words(one.text), words(other.text)];
    return a.includes(b) || b.includes(a) ? undefined : {};
  },
  line: "the line `Message`",
  says: ({ text }, { name }) => `\`${name}\` reads “${cut(text)}”`,
};

export const ENDING: Kind<MessageSaid> = {
  conflict: MESSAGE.conflict,
  line: "the message",
  says: ({ text }, { name }) => `the message “${cut(name)} …” ends in “${cut(text)}”`,
};

export const DAYS_BEFORE: Kind<DaysBefore> = {
  conflict: (one, other) => (one.of !== other.of || one.days === other.days ? undefined : {}),
  line: "the line `Needs`",
  says: ({ days, of }, { name }) =>
    `\`${name}\` is due ${days === 1 ? "1 day" : `${days} days`} before \`${of}\``,
};

/** The words of a text without case and punctuation, each with blanks around it. */
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
