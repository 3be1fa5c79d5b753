// Texts for hosts: no character that steers a terminal or hides, and no longer than the host takes.

const NO_REASON = "Bylaw stops this call.";

/** Pictures may hold joiners and variation selectors; whatever else is not seen is shown by its number. */
const PICTURE = String.raw`\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?`;
/** Made where it is used: few answers have a text, and the classes take a good part of a millisecond. */
const hidden = (): RegExp =>
  new RegExp(
    String.raw`${PICTURE}(?:\u200d${PICTURE})*|(?![\t\n])([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}])`,
    "gu",
  );

/**
 * A text as it can be shown: hidden and control characters, and halves of characters (which some hosts' parsers refuse,
 * and then let the call run), become `\u{…}`. Cut at `most` UTF-16 units, between characters.
 */
export function said(text: string, most: number): string {
  const shown = text
    .slice(0, most + 1)
    .replaceAll("\r\n", "\n")
    .replace(hidden(), (all: string, one: string | undefined) =>
      one === undefined ? all : `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
    );
  return text.length <= most && shown.length <= most ? shown : `${cut(shown, most - 1)}…`;
}

/** A reason that is never empty: hosts take an empty one for none, and then let the call run. */
export function reasonSaid(reason: string, most: number): string {
  return said(reason.trim() === "" ? NO_REASON : reason, most);
}

/** A reason and what only the person is to see, together no longer than `most`; the latter is never cut for the former. */
export function bothSaid(reason: string, person: string | undefined, most: number): string {
  if (person === undefined) return reasonSaid(reason, most);
  const second = said(person, most >> 1);
  return `${reasonSaid(reason, most - second.length - 2)}\n\n${second}`;
}

function cut(text: string, most: number): string {
  const end = text.slice(0, most);
  const last = end.charCodeAt(end.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? end.slice(0, -1) : end;
}
