// Scripts of a package.json and targets of a Makefile: `npm run x`, `make x`.
import type { Frame, State, Walker } from "../model.ts";
import type { Directory } from "../place.ts";
import { enter, pathFrom } from "../place.ts";
import { quoteWord } from "../quote.ts";
import { setPlace } from "../state.ts";
import type { Field } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import { carryFileText, findFile, listFile } from "./files.ts";
import { recipesOf } from "./make.ts";
import { namedScripts } from "./manifest.ts";
import type { Job } from "./shared.ts";
import { firstOperand, headOf, optionValues, valueText } from "./values.ts";
import { standIn } from "./words.ts";

const PACKAGE_VALUED: ReadonlySet<string> = new Set(
  "-C -w --prefix --dir --cwd --workspace --filter --loglevel --registry --userconfig".split(" "),
);
const RUN = /^(?:run|run-script|rum|urn)$/;
const OWN_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries({ test: "test", t: "test", tst: "test", start: "start", stop: "stop", restart: "restart" }),
);
const INSTALL = /^(?:install|i|ci|add)$/;
/** Verbs of yarn, pnpm and bun that are no scripts of the project. */
const VERBS: ReadonlySet<string> = new Set(
  "add remove rm uninstall un unlink link import update up upgrade prune rebuild rb pack publish exec dlx x create init env store server config c cache info view why list ls ll la outdated audit licenses licence deploy doctor fetch patch patch-commit root bin setup help node version versions workspace workspaces global login logout whoami owner tag team search set stage plugin plug unplug autoclean check constraints dedupe explain npm policies self-update approve-builds build-script pm repl".split(
    " ",
  ),
);

/** The directory that an option names, or the shell's own one. */
function directoryOf(job: Job, options: readonly string[], state: State): Directory {
  const value = optionValues(job.args, options).at(-1);
  if (value === undefined) return state.place.cwd;
  const { value: path } = valueText(value);
  return path.includes(HOLE) ? null : pathFrom(state.place.cwd, path);
}

function shellWord(field: Field): string {
  return field.word.text === undefined ? HOLE : quoteWord(field.word.text);
}

/** The names of the scripts that run, and the words that are put behind them. */
function scriptNames(job: Job): { names: readonly string[]; words: readonly Field[] } | undefined {
  const at = firstOperand(job.args, PACKAGE_VALUED);
  const verb = headOf(job.args[at]);
  if (INSTALL.test(verb)) return { names: ["install", "prepare"], words: [] };
  const own = OWN_NAME.get(verb);
  const direct = job.name !== "npm" && job.name !== "bun" && /^[\w:.-]+$/.test(verb) && !VERBS.has(verb);
  let from = at + 1;
  let name: string | undefined = own;
  if (RUN.test(verb)) {
    const next = firstOperand(job.args, PACKAGE_VALUED, at + 1);
    name = job.args[next]?.word.text;
    from = next + 1;
  } else if (own === undefined && direct && at < job.args.length) name = verb;
  if (name === undefined) return undefined;
  const rest = job.args.slice(from);
  const marker = rest.findIndex((field) => field.word.text === "--");
  return { names: [name], words: job.name === "npm" ? (marker < 0 ? [] : rest.slice(marker + 1)) : rest };
}

/** Reads the scripts of a package; true when all that runs was seen. */
function runPackage(walker: Walker, job: Job, state: State, frame: Frame): boolean | undefined {
  const run = scriptNames(job);
  const place = job.fields[0];
  if (run === undefined || place === undefined) return undefined;
  const inner = setPlace(
    state,
    enter(state.place, directoryOf(job, ["--prefix", "-C", "--dir", "--cwd"], state)),
  );
  const elsewhere = optionValues(job.args, ["-w", "--workspace", "--filter"]).length > 0;
  const file = findFile(walker, elsewhere ? undefined : "package.json", inner, frame);
  listFile(walker, job, file, "package", run.names, place, frame);
  if (file.text === undefined) return false;
  let found = 0;
  for (const name of run.names) {
    const scripts = namedScripts(file.text, name) ?? [];
    found += scripts.length;
    for (const script of scripts) {
      const words = script.name === name ? run.words.map((field) => ` ${shellWord(field)}`).join("") : "";
      const text = standIn(script.text + words, place);
      carryFileText(walker, job, text, `package.json ${script.name}`, inner, frame, {
        input: null,
        dialect: "sh",
      });
    }
  }
  return found > 0 && run.names.length === 1;
}

const MAKE_VALUED: ReadonlySet<string> = new Set(
  "-C -f -I -j -l -o -W --directory --file --makefile --include-dir --old-file --what-if".split(" "),
);

/** Reads the recipes of targets; true when all that runs was seen. */
function runMake(walker: Walker, job: Job, state: State, frame: Frame): boolean {
  const place = job.fields[0];
  if (place === undefined) return false;
  const inner = setPlace(state, enter(state.place, directoryOf(job, ["-C", "--directory"], state)));
  const named = optionValues(job.args, ["-f", "--file", "--makefile"]).at(-1);
  const targets: string[] = [];
  const set = new Map<string, string>();
  for (let at = firstOperand(job.args, MAKE_VALUED); at < job.args.length; ) {
    const word = job.args[at]?.word;
    const text = word?.text ?? word?.pieces?.map((piece) => piece ?? HOLE).join("") ?? "";
    const equals = text.indexOf("=");
    if (equals > 0) set.set(text.slice(0, equals), text.slice(equals + 1));
    else targets.push(text);
    // `-j` and `-l` may stand alone.
    at = firstOperand(job.args, MAKE_VALUED, at + 1);
  }
  const name = named === undefined ? "Makefile" : valueText(named).value;
  const file = findFile(walker, name.includes(HOLE) ? undefined : name, inner, frame);
  listFile(walker, job, file, "make", targets, place, frame);
  if (file.text === undefined) return false;
  const recipes = recipesOf(file.text, targets, set);
  for (const line of recipes.lines) {
    carryFileText(walker, job, standIn(line, place), name, inner, frame, { input: null, dialect: "sh" });
  }
  return recipes.complete;
}

/** Reads what a project's own file makes a program run. True: all of it was seen; undefined: it runs none. */
export function runProject(walker: Walker, job: Job, state: State, frame: Frame): boolean | undefined {
  if (job.name === "make" || job.name === "gmake") return runMake(walker, job, state, frame);
  if (/^(?:npm|pnpm|yarn|bun)$/.test(job.name)) return runPackage(walker, job, state, frame);
  return undefined;
}
