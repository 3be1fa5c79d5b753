// Colours, where they are wanted.
import type { Decision } from "../../policy/types.ts";

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

/** A style that colours, or leaves every text as it is. */
export function style(color: boolean): Style {
  const wrap = (open: number, close: number) => (text: string) =>
    color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    yellow: wrap(33, 39),
    green: wrap(32, 39),
  };
}

/** A decision in its colour. */
export function colored(decision: Decision, { red, yellow, green }: Style): string {
  return { deny: red, ask: yellow, warn: yellow, allow: green }[decision](decision);
}

/** Text from sources and commands, with control characters made visible so that they can't steer a terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => {
    if (char === "\n" || char === "\t") return char;
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
