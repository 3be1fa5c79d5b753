// Commands that are named, and options with the commands that they belong to.
import { besideNotes, command, type Deeds, NARROWER, option, single } from "./deed.ts";
import { type Clause, isClosed, namesAt } from "./objects.ts";
import { longest, matchAt, phrase } from "./phrase.ts";
import { isCommandText, isWordToo } from "./programs.ts";
import { type Act, DOING, OWNER_OF } from "./vocabulary.ts";

const PURPOSE = phrase(
  "to skip|bypass|avoid|circumvent the|any|git|pre-commit|commit|pre-push|failing* hooks|hook|checks|check|validation",
);

/** Commands, or options and whose they are. */
export function named(clause: Clause, act: Act | undefined, at: number): Deeds | undefined {
  const found = namesAt(clause, at, "command");
  if (found === undefined) return undefined;
  const texts = found.names.map((n) => n.text.replace(/(--[\w-]+)\*$/, "$1"));
  const isPart = found.names.some((n) => /--[\w-]+\*$/.test(n.text));
  const beside = [...besideNotes(found), ...(isPart ? [`the star is not in it, ${NARROWER}`] : [])];
  if (texts[0]?.startsWith("-") === true) {
    const isOption = (t: string): boolean => /^--?[A-Za-z][\w-]*(?:=\S+)?$/.test(t);
    const options = texts.filter(isOption);
    const others = texts.filter((t) => !isOption(t));
    if (options.length === 0) return undefined;
    const { of, end, notes } = ownersAt(clause, found.end, options);
    const more = others.length === 0 ? [] : [`“${others.join("”, “")}” is not in it, ${NARROWER}`];
    return of.length === 0 ? undefined : single(option(options, of, [...beside, ...notes, ...more]), end);
  }
  if (act === "pass") return undefined;
  const known = texts.filter((t) => isCommandText(t, clause.isKnown));
  const by =
    known.length === texts.length && beside.length === 0
      ? matchAt(clause.words, found.end, phrase("with|using the|a?"))
      : undefined;
  const given = by === undefined ? undefined : namesAt(clause, by, "command");
  if (given?.names.every((n) => /^--?[A-Za-z][\w-]*(?:=\S+)?$/.test(n.text)) === true)
    return single(
      option(
        given.names.map((n) => n.text),
        known,
        [...beside, ...besideNotes(given)],
      ),
      given.end,
    );
  if (known.length === 0) {
    const plausible =
      act === "run" && texts.every((t) => /^[a-z_][\w.+:-]*(?: [\w./:=@<>,+*"'-]+)*$/.test(t));
    if (!plausible || !isClosed(clause.words[found.end])) return undefined;
    const note = `nothing says that \`${texts[0]?.split(" ", 1)[0]}\` is a command`;
    return single({ ...command(texts, [...beside, note]), unknown: true }, found.end);
  }
  const other = texts.filter((t) => !known.includes(t));
  const left = other.length === 0 ? [] : [`“${other.join("”, “")}” is not in it, ${NARROWER}`];
  const odd = act === "use" ? known.filter(isWordToo) : [];
  const doubts = odd.map((t) => `\`${t}\` may mean something else than the program: then it is wider`);
  return single(command(known, [...beside, ...left, ...doubts]), found.end);
}

/** The commands that options belong to: said behind them, or known of the options. */
function ownersAt(
  clause: Clause,
  at: number,
  options: readonly string[],
): { readonly of: readonly string[]; readonly end: number; readonly notes: readonly string[] } {
  const { words, isKnown } = clause;
  const to = matchAt(
    words,
    at,
    phrase("to|with|on|for|in|when|while|during you? run|running|use|using|call|calling?"),
  );
  const own = to === undefined ? undefined : longest(words, to, DOING);
  const purpose = matchAt(words, at, PURPOSE);
  const skips = purpose !== undefined && options.every((o) => OWNER_OF[o] !== undefined);
  if (own !== undefined) return { of: [own.value], end: own.end, notes: [] };
  const names = to === undefined ? undefined : namesAt(clause, to, "command");
  const of = names?.names.map((n) => n.text).filter((t) => isCommandText(t, isKnown)) ?? [];
  if (names !== undefined && of.length > 0) return { of, end: names.end, notes: besideNotes(names) };
  const owners = options.map((o) => OWNER_OF[o.split("=", 1)[0] ?? ""] ?? []);
  const known = (owners[0] ?? []).filter((c) => owners.every((own) => own.includes(c)));
  const dropped = [...new Set(owners.flat())].filter((c) => !known.includes(c));
  const less = dropped.map((c) => `\`${c}\` is not in it, ${NARROWER}`);
  return {
    of: known,
    end: skips ? purpose : at,
    notes: known.length === 0 ? [] : ["the command that the option belongs to is named", ...less],
  };
}
