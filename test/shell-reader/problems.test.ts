// Places that can't be read: errors, hidden characters, other languages, bounds.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are the shell's
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";
import type { ReadOptions } from "../../src/shell/types.ts";
import { problems } from "./show.ts";

const ERRORS: readonly (readonly [string, readonly string[]])[] = [
  ["tool 'a", ["' | cannot be parsed: unterminated single quote"]],
  [
    "x $(tool 'a)",
    [
      "$ | cannot be parsed: unterminated command substitution",
      "' | cannot be parsed: unterminated single quote",
    ],
  ],
  ["bash -c 'tool \"a'", ['" | cannot be parsed: unterminated double quote']],
  ["if a; then b", [" | cannot be parsed: expected 'fi' to close 'if'"]],
  ["a;;b", [";; | cannot be parsed: unexpected token ';;'"].map((line) => line.replace(";; |", "; |"))],
  ["tool <<E\nx\n", ["<<E | a here-document has no end"]],
  ["declare -n r=x", ["declare | a name reference is not followed"]],
  ["fish -c 'tool x'", ["fish | fish text is not read"]],
  ["pwsh -c 'tool x'", ["pwsh | PowerShell text is not read"]],
  [
    'bash -c "\\$$X"',
    ['"\\$$X" | an unknown value may change how this text is read'].map((line) =>
      line.replaceAll('"\\', "\\").replace('X" |', "X |"),
    ),
  ],
  ["hash -p /bin/git x; x push", ["hash | hash makes a name stand for another program"]],
  ["enable -f ./x.so x", ["enable | enable makes a name stand for another program"]],
  ["hash -r; enable -n test", []],
  ["tool a b", []],
];

test("a text that is cut short has its problems within it", () => {
  for (const { range } of readShell("if ${`\\").problems) {
    expect(range.start).toBeLessThanOrEqual(range.end);
    expect(range.end).toBeLessThanOrEqual(7);
  }
});

describe("errors have a place", () => {
  test.each(ERRORS)("%j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

const HIDDEN: readonly (readonly [string, string])[] = [
  ["tool \u0000a", "contains a NUL character"],
  ["tool \u202ea", "contains a character that changes the direction in which text is shown"],
  ["tool a\u200bb", "contains a character that is not shown"],
  ["tool \ufeffa", "contains a character that is not shown"],
  ["tool \u001b[31ma", "contains a control character"],
  ["tool a\r\n", "contains a control character"],
  ["tool \ud800a", "contains half a character"],
  ["tool \ufdd0a", "contains a character that no text may hold"],
];

describe("hidden characters are problems", () => {
  test.each(HIDDEN)("%j", (text, message) => {
    expect(readShell(text).problems.map((problem) => problem.message)).toContain(message);
  });

  test("other languages are not", () => {
    expect(readShell("tool 'é 日本 😀'").problems).toEqual([]);
  });
});

const DIALECTS: readonly (readonly [ReadOptions["shell"], string, boolean])[] = [
  ["powershell", "tool x", true],
  ["zsh", "tool x", false],
  ["zsh", "tool =ls", true],
  ["zsh", "tool *(.)", true],
  ["zsh", "tool ${(f)x}", true],
  ["zsh", "tool $x[1]", true],
  ["sh", "tool x", false],
  ["sh", "tool $'x'", true],
  ["sh", "tool {a,b}", true],
  ["sh", "tool &> f", true],
  ["bash", "tool {a,b} &> f", false],
];

describe("what a dialect reads in another way is a problem", () => {
  test.each(DIALECTS)("%s: %s", (shell, text, expected) => {
    const reading = readShell(text, shell === undefined ? {} : { shell });
    expect(reading.problems.length > 0).toBe(expected);
    if (shell === "powershell") expect(reading.invocations).toEqual([]);
  });

  test("zsh does not split values", () => {
    const { invocations } = readShell("x='a b'; tool $x", { shell: "zsh" });
    expect(invocations[0]?.args.map((word) => word.text)).toEqual([undefined]);
  });
});

/** Texts that would take too long, or too deep a stack, if they were read to their end. */
const LARGE: readonly (readonly [string, string, boolean])[] = [
  ["a long text", `tool ${"a".repeat(300_000)}`, true],
  ["many commands", "a;".repeat(50_000), true],
  ["deep substitutions", "$(".repeat(5_000), true],
  ["deep groups", `${"{ ".repeat(3_000)}a${"; }".repeat(3_000)}`, true],
  ["deep arithmetic", `((1${"+1".repeat(20_000)}))`, true],
  [
    "nested scripts",
    [..."xxxxxx"].reduce((text) => `bash -c '${text.replaceAll("'", "'\\''")}'`, "a"),
    false,
  ],
  ["nested loops", `${"for i in {1..9}; do ".repeat(20)}a${"; done".repeat(20)}`, true],
  ["nested unknown loops", `${"while a; do ".repeat(50)}a${"; done".repeat(50)}`, false],
  [
    "functions that double",
    `f0() { a; }; ${Array.from({ length: 40 }, (_, i) => `f${i + 1}() { f${i}; f${i}; }`).join("; ")}; f40`,
    true,
  ],
  ["a function that calls itself", "f() { f; f; f; a; }; f", false],
  [
    "aliases in a row",
    `${Array.from({ length: 200 }, (_, i) => `alias a${i}='a${i + 1}'`).join("\n")}\na0`,
    true,
  ],
  ["here-documents", `a ${"<<E ".repeat(600)}\n${"E\n".repeat(600)}`, true],
  ["open braces", `a ${"{".repeat(100_000)},`, false],
  ["unknown options", `sudo ${"--a ".repeat(5_000)}x`, false],
  ["growing values", `x=aaaa;${"x=$x$x$x$x;".repeat(30)}tool $x`, false],
];

describe("bounds", () => {
  test.each(LARGE)("%s", (_, text, expected) => {
    expect(readShell(text).problems.length > 0).toBe(expected);
  });
});
