// The rules that every policy has in hooks: an agent approves nothing itself, and changes nothing that decides over it.
import { once } from "../../policy/once.ts";
import type { Action, CommandAction, Finding, Range, ToolAction } from "../../policy/types.ts";
import type { Invocation, Reading, Word } from "../../shell/types.ts";
import { filesDoes } from "./files.ts";
import { marksOf } from "./marks.ts";
import { type Hit, hostCommand, ownCommand } from "./own.ts";
import { holdsOwnCommand } from "./own-text.ts";
import { Places } from "./places.ts";
import { CHANGES, INTERPRETERS, READERS } from "./programs.ts";
import type { Protection } from "./protection.ts";
import type { Does, Seen } from "./seen.ts";
import { isUnread } from "./unread.ts";
import { knownText } from "./words.ts";

const CODE = "self-protection";
const WHY = "what decides over an agent's commands is for people alone";
const BY_A_PERSON = "ask the person to change it, outside of the agent";
/** Text that no shell reader reads, or that is no shell's: a program that only reads. */
const ONLY_READS =
  /^\s*(?:get-content|gc|cat|type|select-string|sls|get-childitem|gci|ls|dir|test-path|get-item|gi|resolve-path|write-output|write-host|echo)\b[^|;&>\n]*$/i;
const MOST_STRINGS = 1_000;

/** What an action is read as, and what can be known of files. */
export interface ProtectedInput {
  readonly action: Action;
  readonly reading: Reading;
  readonly textOf: (path: string) => string | undefined;
}

/** The built-in rules, prepared for one place. Pure; nothing that sources say lifts or changes them. */
export class ProtectedRules {
  readonly #places: Places;
  readonly #names: (text: string) => boolean;

  constructor(protection: Protection) {
    this.#places = new Places(protection);
    this.#names = marksOf(protection);
  }

  /** What the built-in rules find. A deny is certain; what can't be decided asks. */
  find({ action, reading, textOf }: ProtectedInput): Finding[] {
    if (action.kind === "report") return [];
    if (action.kind === "tool") return this.#tool(action);
    if (action.kind === "command") return this.#command(action, reading, textOf);
    if (action.kind === "read") return [];
    const path = this.#places.path(action.path, this.#places.folder(action.cwd));
    const standing = path === undefined ? "outside" : this.#places.standing(path, false);
    const hit = standing === "inside" || (standing === "above" && action.kind === "delete");
    return hit ? [finding(`${quoted(action.path)} is protected`, BY_A_PERSON, "deny")] : [];
  }

  #command(action: CommandAction, reading: Reading, textOf: (path: string) => string | undefined): Finding[] {
    const found: Finding[] = [];
    const { command } = action;
    const isMarked = once(() => this.#names(command));
    const isNew = newFilesIn(command);
    for (const [position, invocation] of reading.invocations.entries()) {
      const from = this.#places.folder(invocation.cwd === undefined ? action.cwd : invocation.cwd);
      const own = ownCommand(invocation) ?? hostCommand(invocation);
      if (own !== undefined) found.push(ofHit(own, invocation));
      else if (invocation.name === undefined && holdsOwnCommand(command))
        found.push(
          finding("it may run a command that only a person gives", BY_A_PERSON, "deny", invocation.range),
        );
      const seen: Seen = {
        invocation,
        places: this.#places,
        from,
        isNew: (word) => isNewFile(word, invocation, isNew),
        names: this.#names,
        textOf: (path) => (path === undefined ? inputOf(invocation, command) : textOf(path)),
      };
      const does = isCarrier(position, reading) ? undefined : filesDoes(seen);
      if (does !== undefined) found.push(ofDoes(does, invocation, isMarked, this.#names));
      found.push(...this.#code(invocation, command, isMarked));
    }
    found.push(...this.#unread(action, reading, textOf, isMarked));
    return found;
  }

  /** Code of other languages in words, or in what an interpreter reads. */
  #code({ name, args, range }: Invocation, command: string, isMarked: () => boolean): Finding[] {
    if (!INTERPRETERS.test(name ?? "")) return [];
    const fed = args.every((w) => knownText(w).startsWith("-"));
    if (fed && name !== undefined && holdsOwnCommand(command) && /<<|\|/.test(command))
      return [
        finding(`${quoted(name)} may run a command that only a person gives`, BY_A_PERSON, "deny", range),
      ];
    const code = args.map(knownText).filter((t) => /[\s("'`;=]/.test(t) && this.#names(t));
    const texts = code.length === 0 && fed && isMarked() ? [command] : code;
    return texts.slice(0, 1).map((text) => {
      const deny = CHANGES.test(text);
      const what = deny ? "would change" : "may change";
      return finding(
        `the code that ${quoted(name ?? "")} runs names what is protected, and ${what} it`,
        BY_A_PERSON,
        deny ? "deny" : "ask",
        range,
      );
    });
  }

  /** What the reader could not read, and the files that it does not read. */
  #unread(
    { command, shell }: CommandAction,
    { problems, files, invocations }: Reading,
    textOf: (path: string) => string | undefined,
    isMarked: () => boolean,
  ): Finding[] {
    const unread = problems.length > 0 || invocations.length === 0;
    if (unread && (isMarked() || holdsOwnCommand(command)) && !ONLY_READS.test(command)) {
      const deny = shell === "powershell" || shell === "unknown";
      return [finding("it names what is protected, and can't be read", BY_A_PERSON, deny ? "deny" : "ask")];
    }
    for (const { path, range } of files.filter(isUnread)) {
      const text = textOf(path);
      if (text !== undefined && (this.#names(text) || holdsOwnCommand(text)))
        return [
          finding(`${quoted(path)} names what is protected, and is not read`, BY_A_PERSON, "ask", range),
        ];
    }
    return [];
  }

  /** A tool of a server that is given a protected path: what only reads by its name may have it. */
  #tool({ tool, input, cwd }: ToolAction): Finding[] {
    const name = tool.split(/__|[./]/).pop() ?? tool;
    if (
      /^(?:read|get|list|search|view|stat|find|grep|check|cat|open_file|directory|describe)(?![a-z])/i.test(
        name,
      )
    )
      return [];
    const from = this.#places.folder(cwd);
    for (const text of stringsIn(input)) {
      const path = /\n/.test(text) ? undefined : this.#places.path(text.replace(/^file:\/\//, ""), from);
      if (path === undefined || path.names.length === 0 || text.trim() === "") continue;
      const standing = /[/\\.]/.test(text) ? this.#places.standing(path, false) : "outside";
      const ends = /delete|remove|move|rename|rm/i.test(name);
      if (standing === "inside" || (standing === "above" && ends)) {
        const deny =
          ends ||
          /write|edit|create|save|append|patch|replace|update|put|set|insert|copy|upload|modify|link|chmod/i.test(
            name,
          );
        return [finding(`${quoted(text)} is protected`, BY_A_PERSON, deny ? "deny" : "ask")];
      }
    }
    return [];
  }
}

/** What a carrier is given is the words of what it carries, which follows it and is looked at by itself. */
function isCarrier(position: number, { invocations }: Reading): boolean {
  const carrier = invocations[position];
  if (carrier === undefined) return false;
  const { name, args, redirections, range } = carrier;
  if (name === undefined || redirections.length > 0 || READERS.has(name) || args.length === 0) return false;
  if (name === "find" || name === "fd" || name === "git" || name === "tar") return false;
  for (let at = position + 1; at < invocations.length; at++) {
    const next = invocations[at];
    if (next === undefined || next.range.start > range.end) return false;
    if (next.carriers.includes(name) && next.range.start >= range.start && next.range.end <= range.end)
      return true;
  }
  return false;
}

/** Variables that a text assigns once, and then with `mktemp`'s answer: the names of new files. */
function newFilesIn(command: string): (variable: string) => boolean {
  const known = new Map<string, boolean>();
  return (variable) => {
    let answer = known.get(variable);
    if (answer === undefined) {
      const assigned = command.split(`${variable}=`).slice(1);
      answer = assigned.length === 1 && /^["']?(?:\$\(|`)mktemp\b[^$`|;&<>]*(?:\)|`)/.test(assigned[0] ?? "");
      if (known.size < 100) known.set(variable, answer);
    }
    return answer;
  };
}

/** Words that find names are looked at where `find` is; a variable that alone holds `mktemp`'s answer is a new file. */
function isNewFile({ raw }: Word, { carriers }: Invocation, isNew: (variable: string) => boolean): boolean {
  if (carriers.at(-1) === "find" || carriers.at(-1) === "fd") return true;
  const variable = /^["']?\$\{?(\w{1,60})\}?["']?$/.exec(raw)?.[1];
  return variable !== undefined && isNew(variable);
}

/** A here-document, or what a pipe brings, stands in the text of the action. */
function inputOf({ pipedFrom, redirections }: Invocation, command: string): string | undefined {
  return redirections.length > 0 || (pipedFrom === undefined && command.includes("<<")) ? command : undefined;
}

function ofHit({ message, instead, decision, at }: Hit, { range }: Invocation): Finding {
  return finding(message, instead, decision, at === undefined || at.range.end === 0 ? range : at.range);
}

/** What can't be decided is denied where the text names something protected: the unknown word is then most likely that. */
function ofDoes(
  { does, word }: Does,
  { name, range }: Invocation,
  isMarked: () => boolean,
  names: (text: string) => boolean,
): Finding {
  const shown = word.raw === "" ? "a word" : quoted(word.raw);
  const place = word.range.end === 0 ? range : word.range;
  if (does === "changes")
    return finding(`${shown} is protected, or holds what is`, BY_A_PERSON, "deny", place);
  const loose = isMarked() && name !== "git" && !names(word.text ?? "");
  return loose
    ? finding(`${shown} can't be known, and what is protected stands beside it`, BY_A_PERSON, "deny", place)
    : finding(
        `whether ${name === undefined ? "this program" : quoted(name)} changes something that is protected can't be decided (${shown})`,
        BY_A_PERSON,
        "ask",
        place,
      );
}

function finding(message: string, instead: string, decision: "deny" | "ask", range?: Range): Finding {
  const place = range === undefined ? {} : { range: { ...range } };
  return { code: CODE, message, because: WHY, instead, decision, certain: decision === "deny", ...place };
}

function quoted(text: string): string {
  return `\`${text.length > 200 ? `${text.slice(0, 200)}…` : text}\``;
}

function stringsIn(value: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [value];
  for (let seen = 0; waiting.length > 0 && seen < MOST_STRINGS; seen++) {
    const next = waiting.pop();
    if (typeof next === "string") found.push(next);
    else if (next !== null && typeof next === "object")
      waiting.push(...Object.values(next).slice(0, MOST_STRINGS));
  }
  return found;
}
