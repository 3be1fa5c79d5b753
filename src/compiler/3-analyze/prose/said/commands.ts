// The programs of the commands that documents show, with the comments in front of them, for what is said of them.
import type { Source } from "../../../../policy/types.ts";
import { readShell } from "../../../../shell/read.ts";
import type { Word } from "../../../../shell/types.ts";
import type { Subject } from "../../analysis.ts";

/** A program with its words as a document shows it. */
export interface ShownProgram {
  readonly name: string;
  /** The plain words behind the name up to the first option: its subcommand, or what it is run on. */
  readonly path: readonly string[];
  readonly options: readonly ShownOption[];
  readonly operands: number;
  /** The comment, or the words of the step, that it stands below. */
  readonly comment: string;
  readonly source: Source;
  readonly date: string | undefined;
}

export interface ShownOption {
  readonly name: string;
  /** Undefined where it takes none. */
  readonly value: { readonly text: string; readonly placeholder: boolean } | undefined;
}

interface Text {
  readonly text: string;
  readonly comment: string;
  readonly source: Source;
  readonly date: string | undefined;
}

/** The longest command that is looked at. */
const LONGEST = 4_000;
const OPTION = /^(--[a-zA-Z][\w-]*)(?:=(.*))?$/s;
const SUBCOMMAND = /^[a-z][a-z0-9-]*$/;

/** Every program of every command, in the order of the sources. */
export function shownPrograms({ policy, shown }: Pick<Subject, "policy" | "shown">): ShownProgram[] {
  const placeholders: ReadonlySet<string> = new Set(policy.placeholders);
  const inRunbooks = policy.runbooks.flatMap(({ sections }) =>
    sections
      .flatMap(({ steps }) => steps)
      .flatMap(({ text, commands }) =>
        commands.map(({ command, comment = text, source }): Text => {
          return { text: command, comment, source, date: undefined };
        }),
      ),
  );
  const known = new Set(inRunbooks.map((t) => placeOf(t.source)));
  const others = shown.filter((s) => !known.has(placeOf(s.source))).flatMap(linesOf);
  return [...inRunbooks, ...others].flatMap((text) => programsIn(text, placeholders));
}

function placeOf({ file, line, column }: Source): string {
  return `${file}:${line}:${column}`;
}

/** The commands of a fence, line by line, each with the comment right above it. */
function linesOf({ command, source, date }: Subject["shown"][number]): Text[] {
  const lines = command.split("\n");
  if (lines.length === 1) return [{ text: command, comment: "", source, date }];
  let comment = "";
  return lines.flatMap((text, i): Text[] => {
    const line = source.line + i;
    const at = { ...source, line, endLine: line, endColumn: source.column + text.length };
    if (text.trim().startsWith("#")) {
      comment = text.trim().replace(/^#+/, "").trim();
      return [];
    }
    const above = comment;
    comment = "";
    return text.trim() === "" ? [] : [{ text, comment: above, source: at, date }];
  });
}

function programsIn({ text, ...rest }: Text, placeholders: ReadonlySet<string>): ShownProgram[] {
  if (text.length > LONGEST || !text.includes("--")) return [];
  return readShell(text, { placeholders }).invocations.flatMap(({ name, args }): ShownProgram[] => {
    if (name === undefined || name === "") return [];
    const firstOption = args.findIndex((w) => w.raw.startsWith("-"));
    const front = (firstOption < 0 ? args : args.slice(0, firstOption)).map((w) => w.text ?? "");
    const end = front.findIndex((word) => !SUBCOMMAND.test(word));
    const path = end < 0 ? front : front.slice(0, end);
    return [{ name, path, ...sorted(args), ...rest }];
  });
}

/** A word behind an option is its value. */
function sorted(args: readonly Word[]): Pick<ShownProgram, "options" | "operands"> {
  const options: ShownOption[] = [];
  let operands = 0;
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    if (word === undefined || word.raw === "--") break;
    const written = OPTION.exec(word.placeholder === undefined ? (word.text ?? word.raw) : word.raw);
    if (written === null) {
      if (!word.raw.startsWith("-")) operands++;
      continue;
    }
    const [, name = "", glued] = written;
    const next = args[i + 1];
    const isValue = glued === undefined && next !== undefined && !next.raw.startsWith("-");
    const value =
      glued === undefined
        ? isValue
          ? readValue(next)
          : undefined
        : readValue({ ...word, raw: glued, text: glued });
    options.push({ name, value });
    if (isValue) i++;
  }
  return { options, operands };
}

/** `<env>`, `{env}`, `$ENV` and `ENV` stand for values. */
function readValue(word: Word): ShownOption["value"] {
  const raw = word.placeholder ?? word.text ?? word.raw;
  const named = /^(?:<([^<>]+)>|\$?\{+([\w-]+)\}+|\$([A-Za-z_]\w*)|([A-Z][A-Z0-9_]+))$/.exec(word.raw);
  const name = word.placeholder ?? named?.slice(1).find((part) => part !== undefined);
  return name === undefined
    ? { text: raw, placeholder: false }
    : { text: name.toLowerCase(), placeholder: true };
}
