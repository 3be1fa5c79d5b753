// Whether a command is known to change nothing: by the roles of its tool's declaration, by what that declaration says,
// and by what widely used tools are known for.
import type { CommandAction, Policy, Range } from "../policy/types.ts";
import { readShell } from "../shell/read.ts";
import type { Invocation, Reading } from "../shell/types.ts";
import { namesOne, onlyLooks } from "./look-only.ts";
import { PolicyIndex } from "./policy-index.ts";
import { touchesOf } from "./touches.ts";

/** One invocation that changes something, or of which nobody knows. */
interface Change {
  readonly certain: boolean;
  /** What it does, in words: "writes `a.txt`". */
  readonly what: string;
  readonly program: string;
  /** The words behind the program that say what it is to do. */
  readonly words: string;
  readonly range: Range;
}

/** What an invocation changes; undefined where it is known to change nothing. */
function changeOf(invocation: Invocation, index: PolicyIndex): Change | undefined {
  const { name, program, range } = invocation;
  const { args, declaration, commandWords } = index.read(invocation);
  const operands = args.operands.map((o) => o.text);
  const words = operands
    .slice(0, Math.max(1, commandWords))
    .filter((w) => w !== undefined && /^[a-z][\w-]*$/.test(w))
    .join(" ");
  const shown = name ?? program.raw;
  const change = (certain: boolean, what: string): Change => ({
    certain,
    what,
    program: shown,
    words,
    range,
  });
  const touch = touchesOf(invocation, args, declaration).find((t) => t.verb !== "read");
  if (touch !== undefined && !/^\/dev\/(?:stderr|stdout|tty|fd\/)/.test(touch.path ?? ""))
    return change(true, `${touch.verb === "delete" ? "deletes" : "writes"} \`${touch.raw}\``);
  if (name === undefined) return change(false, "runs a program that can't be known");
  if (name === "") return undefined;
  const own = [...(index.tool(name)?.changesNothing ?? []), ...(declaration?.changesNothing ?? [])];
  if (own.length > 0) {
    return namesOne(own, operands)
      ? undefined
      : change(true, `is not among what the declaration of \`${shown}\` says to change nothing`);
  }
  const options = args.occurrences.map((o) => o.word.text ?? o.word.raw);
  const looks = onlyLooks(name, operands, options);
  if (looks === true) return undefined;
  const reads = declaration !== undefined && isReader(declaration.operands) && looks === undefined;
  if (reads) return undefined;
  return looks === false
    ? change(true, `changes something: \`${[shown, words].join(" ").trim()}\``)
    : change(false, "");
}

/** What a text changes, program by program; what can't be read may change anything. Programs that only carry others are passed over. */
function changesOf({ invocations, problems }: Reading, index: PolicyIndex): Change[] {
  const carries = (carrier: Invocation): boolean =>
    invocations.some(
      (i) =>
        i !== carrier &&
        i.carriers.includes(carrier.name ?? "") &&
        i.range.start >= carrier.range.start &&
        i.range.end <= carrier.range.end,
    );
  const found = invocations.flatMap((i) => {
    const change = changeOf(i, index);
    return change === undefined || (!change.certain && carries(i)) ? [] : [change];
  });
  const unread = problems.map(
    ({ range }): Change => ({ certain: false, what: "can't be read", program: "", words: "", range }),
  );
  return [...found, ...unread];
}

/** Says of commands what they change, or may change for all that a policy's declarations and common knowledge tell. */
export function changesIn(policy: Policy): (action: CommandAction) => readonly Change[] {
  const index = new PolicyIndex(policy);
  return ({ command, cwd }) =>
    changesOf(readShell(command, { ...index.reading, ...(cwd === undefined ? {} : { cwd }) }), index);
}

/** A tool of which a declaration says that it reads its operands, and nothing else of them. */
function isReader(operands: readonly { readonly role?: string | undefined }[]): boolean {
  return operands.length > 0 && operands.every((o) => o.role === "reads");
}
