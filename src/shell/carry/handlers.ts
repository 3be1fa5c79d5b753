// Which handler a program has, by its name.
import { once } from "../../policy/once.ts";
import { isInFolder, isVersioned } from "../builtin-names.ts";
import { command } from "../carriers/entry.ts";
import { MARKS } from "../carriers/marked.ts";
import { OPAQUE } from "../carriers/opaque.ts";
import { FOREIGN_SHELLS, INTERPRETERS, SHELLS } from "../carriers/shells.ts";
import { carrierTable } from "../carriers.ts";
import { withFacts } from "../state.ts";
import { handleDeclare } from "./builtins/declare.ts";
import { handleCd, handleDirs, handlePushd } from "./builtins/directory.ts";
import { handleLet, handlePrintf, handleRead, handleUnset } from "./builtins/names.ts";
import {
  handleLeave,
  handleNames,
  handleSet,
  handleShift,
  handleTrue,
  handleUnalias,
} from "./builtins/shell.ts";
import { handleFd, handleFind } from "./find.ts";
import { carryByTable } from "./generic.ts";
import { handleGit } from "./git.ts";
import { handleAwk, handleInterpreter } from "./interpreters.ts";
import { handleBwrap, handleMarked } from "./marked.ts";
import { hasOptionTexts, optionNames, withOptions } from "./option-scripts.ts";
import { readCarrier } from "./options.ts";
import { handleParallel } from "./parallel.ts";
import { runProject } from "./projects.ts";
import { handleSed } from "./sed.ts";
import type { Handler } from "./shared.ts";
import { rangeOf } from "./shared.ts";
import { handleDeferred, handleForeignShell, handleScripts, handleShell } from "./shells.ts";
import { handleSocat } from "./socat.ts";
import { handleScreen, handleTmux } from "./terminals.ts";
import { handleAlias, handleEval, handleSource, handleTrap } from "./texts.ts";
import { handleKubectl, handleRunuser } from "./users.ts";
import { handleCrontab } from "./written.ts";
import { handleXargs } from "./xargs.ts";

const PASSING = new Map([
  ["command", command("command", "-p -v -V")],
  ["builtin", command("builtin")],
  ["exec", command("exec", "-c -l", "-a")],
]);

/** The handler for command and builtin: the carried words run in this shell, without its functions. */
const handlePassing: Handler = (walker, job, state, frame) => {
  const table = PASSING.get(job.name);
  const reading = table === undefined ? undefined : readCarrier(table, job.args)[0];
  const silent = reading?.options.has("-v") === true || reading?.options.has("-V") === true;
  const fields = job.args.slice(reading?.start ?? 0);
  if (fields.length === 0 || silent) return undefined;
  const inner = { ...frame, depth: frame.depth + 1, carriers: [...frame.carriers, job.name] };
  const call = { fields, env: job.env, redirections: job.redirections, range: undefined };
  const { functions } = state;
  const outcome = walker.run(call, { ...state, functions: new Map() }, inner);
  return {
    ...outcome,
    yes: outcome.yes === null ? null : { ...outcome.yes, functions },
    no: outcome.no === null ? null : { ...outcome.no, functions },
  };
};

/** The handler for exec: the shell ends with its program. */
const handleExec: Handler = (walker, job, state, frame) => {
  const outcome = handlePassing(walker, job, state, frame);
  if (outcome === undefined) return undefined;
  const own = job.index === undefined ? [] : [job.index];
  if (outcome.yes !== null) frame.exits.push({ state: withFacts(outcome.yes, own), yes: true, no: false });
  if (outcome.no !== null) frame.exits.push({ state: outcome.no, yes: false, no: true });
  return { yes: null, no: null };
};

/** Reports that a program runs what a file of the project says. */
function noteOpaque(handler: Handler | undefined): Handler {
  return (walker, job, state, frame) => {
    const verbs = OPAQUE.get(job.name);
    const verb = job.args.find((field) => field.word.text?.startsWith("-") !== true)?.word.text ?? "";
    const seen = runProject(walker, job, state, frame);
    if (seen === false || (seen === undefined && (verbs === undefined || verbs.test(verb)))) {
      walker.output.opaque(
        rangeOf(job),
        `${job.name}${verb === "" ? "" : ` ${verb}`} runs what a file of the project says`,
      );
    }
    return handler?.(walker, job, state, frame);
  };
}

/** Handlers by the names of their programs. */
const OWN: readonly (readonly [string, Handler])[] = [
  ["find gfind", handleFind],
  ["fd fdfind", handleFd],
  ["xargs gxargs", handleXargs],
  ["parallel", handleParallel],
  ["kubectl oc", handleKubectl],
  ["runuser", handleRunuser],
  ["tmux", handleTmux],
  ["screen", handleScreen],
  ["at batch", handleDeferred],
  ["hyperfine concurrently", handleScripts],
  ["awk gawk mawk nawk", handleAwk],
  ["eval", handleEval],
  ["source .", handleSource],
  ["trap", handleTrap],
  ["alias", handleAlias],
  ["unalias", handleUnalias],
  ["export declare typeset readonly local", handleDeclare],
  ["read mapfile readarray getopts", handleRead],
  ["unset", handleUnset],
  ["printf", handlePrintf],
  ["let", handleLet],
  ["set", handleSet],
  ["shift", handleShift],
  ["cd chdir", handleCd],
  ["pushd popd", handlePushd],
  ["dirs", handleDirs],
  ["exit return break continue", handleLeave],
  ["true :", handleTrue],
  ["command builtin", handlePassing],
  ["exec", handleExec],
  ["hash enable", handleNames],
  ["socat", handleSocat],
  ["bwrap", handleBwrap],
  ["git", handleGit],
  ["sed gsed", handleSed],
  ["crontab", handleCrontab],
];

const own = once(() => new Map(OWN.flatMap(([names, handler]) => names.split(" ").map((n) => [n, handler]))));

/** The handler of a name, put together where more than one has a part in it. Tables are made where they are needed. */
function combined(name: string): Handler | undefined {
  let found = MARKS.has(name) ? handleMarked : own().get(name);
  if (found === undefined && FOREIGN_SHELLS.has(name)) found = handleForeignShell;
  if (found === undefined && SHELLS.has(name)) found = handleShell;
  if (found === undefined && carrierTable().has(name)) found = carryByTable;
  if (hasOptionTexts(name)) found = withOptions(found);
  if (INTERPRETERS.has(name)) {
    const other = found;
    found = (walker, job, state, frame) =>
      handleInterpreter(walker, job, state, frame) ?? other?.(walker, job, state, frame);
  }
  return OPAQUE.has(name) ? noteOpaque(found) : found;
}

/** The names of all programs that have a handler, but for the versions of interpreters. */
export function handledNames(): string[] {
  const tables = [own(), SHELLS, MARKS, carrierTable(), INTERPRETERS, OPAQUE];
  return [...new Set([...tables.flatMap((t) => [...t.keys()]), ...FOREIGN_SHELLS, ...optionNames()])];
}

const known = new Map<string, Handler>();

/** The handler of a program; `word` is its word where that is known. A builtin has no folder in its word. */
export function handlerOf(name: string, word: string | undefined): Handler | undefined {
  if (isInFolder(name, word)) return undefined;
  const handler = known.get(name) ?? combined(name) ?? (isVersioned(name) ? handleInterpreter : undefined);
  if (handler !== undefined) known.set(name, handler);
  return handler;
}
