// Shells and interpreters: which options take a value, which are code, which leave the rest to the file.
import type { Source } from "../text-model.ts";

/** How a shell reads its words, and which dialect it speaks. */
export const SHELLS: ReadonlyMap<string, Source["dialect"]> = new Map<string, Source["dialect"]>([
  ["bash", "bash"],
  ["rbash", "bash"],
  ["sh", "sh"],
  ["dash", "sh"],
  ["ash", "sh"],
  ["zsh", "zsh"],
  ["ksh", "bash"],
  ["ksh93", "bash"],
  ["mksh", "bash"],
]);

/** Shells whose language is not read. */
export const FOREIGN_SHELLS: ReadonlySet<string> = new Set(
  "fish csh tcsh pwsh powershell powershell.exe pwsh.exe cmd cmd.exe nu xonsh elvish".split(" "),
);

/** Options of shells whose value is the next word. */
export const SHELL_VALUED: ReadonlySet<string> = new Set(["-o", "+o", "-O", "+O", "--rcfile", "--init-file"]);

/** How an interpreter reads its words. */
export interface Interpreter {
  /** Letters of which the value is code, letters with another value, and letters whose value is glued to them. */
  readonly code: string;
  readonly valued: string;
  readonly glued: string;
  /** The same for long options. */
  readonly longCode: readonly string[];
  readonly longValued: readonly string[];
  /** Letters after which the next word is a module and no file. */
  readonly module: string;
  /** Words that come before the file: `deno run FILE`. */
  readonly verbs: readonly string[];
}

function interpreter(code: string, valued: string, more: Partial<Interpreter> = {}): Interpreter {
  return { code, valued, glued: "", longCode: [], longValued: [], module: "", verbs: [], ...more };
}

const PYTHON = interpreter("c", "WX", { module: "m", longValued: ["--check-hash-based-pycs"] });
const NODE = interpreter("ep", "rC", {
  longCode: ["--eval", "--print"],
  longValued: [
    "--require",
    "--import",
    "--loader",
    "--experimental-loader",
    "--conditions",
    "--env-file",
    "--title",
  ],
});

/** Interpreters by name. Python with a version in its name counts as python. */
export const INTERPRETERS: ReadonlyMap<string, Interpreter> = new Map([
  ["python", PYTHON],
  ["pypy", PYTHON],
  ["jython", PYTHON],
  ["node", NODE],
  ["nodejs", NODE],
  ["tsx", NODE],
  [
    "ts-node",
    interpreter("ep", "rPO", { longCode: ["--eval", "--print"], longValued: ["--require", "--project"] }),
  ],
  ["perl", interpreter("eE", "I", { glued: "iMmlF0DxCV" })],
  ["ruby", interpreter("e", "rICE", { glued: "iKFTWx0" })],
  ["php", interpreter("rBRE", "dczSt", { longCode: ["--run"], longValued: ["--define", "--php-ini"] })],
  ["lua", interpreter("e", "l")],
  ["luajit", interpreter("e", "lj")],
  ["Rscript", interpreter("e", "", { longValued: ["--default-packages"] })],
  ["tclsh", interpreter("", "")],
  ["expect", interpreter("c", "")],
  ["osascript", interpreter("e", "l")],
  [
    "deno",
    interpreter("", "cr", { verbs: ["run"], longValued: ["--config", "--import-map", "--lock", "--reload"] }),
  ],
  [
    "bun",
    interpreter("ep", "r", {
      verbs: ["run"],
      longCode: ["--eval", "--print"],
      longValued: ["--preload", "--cwd"],
    }),
  ],
]);

/** The interpreter of a name, with any version taken off: `python3.11`. */
export function interpreterOf(name: string): Interpreter | undefined {
  return INTERPRETERS.get(name) ?? INTERPRETERS.get(name.replace(/\d[\d.]*$/, ""));
}
