// What holds for all texts: the reader never throws, and its fast path finds what its slow path finds.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readParsed } from "../../src/shell/parsed.ts";
import { canonical, quoteWord } from "../../src/shell/quote.ts";
import { readShell } from "../../src/shell/read.ts";

const TOKENS = [
  ..."abx01 \t\n'\"`$(){}[]<>|&;!#*?~=\\-+,./@%:",
  "$(",
  "${",
  "$((",
  "))",
  "<<E",
  "\nE\n",
  "&&",
  "||",
  ";;",
  "if ",
  "; then ",
  "; fi",
  "for x in ",
  "; do ",
  "; done",
  "case x in ",
  "esac",
  "f() { ",
  "; }",
  "bash -c '",
  "eval ",
  "ssh h ",
  "sudo ",
  "xargs ",
  "x=1;",
  "$x",
  "\\\n",
  "$'",
];

const shellText = fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }).map((parts) => parts.join(""));

describe("all texts", () => {
  test("are read without an exception, and exact ranges cover their words", () => {
    fc.assert(
      fc.property(fc.oneof(shellText, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
        const { invocations, problems } = readShell(text);
        for (const { program, args, succeeded, range } of invocations) {
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(succeeded.every((index) => index < invocations.length)).toBe(true);
          for (const word of [program, ...args]) {
            expect(word.range.start).toBeLessThanOrEqual(word.range.end);
            if (word.exact) expect(text.slice(word.range.start, word.range.end)).toBe(word.raw);
          }
        }
        for (const { range } of problems) expect(range.start).toBeLessThanOrEqual(range.end);
      }),
      { numRuns: 4_000 },
    );
  });

  test("of plain words are read by the fast path as by the slow one", () => {
    const names = [
      "tool",
      "sudo",
      "if",
      "time",
      "env",
      "./x.sh",
      "a=1",
      "/bin/ls",
      "bash",
      "python3.11",
      "in",
      "-x",
      "/",
      "export",
    ];
    const word = fc.oneof(
      fc.constantFrom(...names),
      fc.string({ unit: fc.constantFrom(..."abzAZ059_./:=@%+,-"), minLength: 1, maxLength: 8 }),
    );
    const plain = fc.array(fc.tuple(word, fc.constantFrom(" ", "  ", "\t")), { maxLength: 6 });
    fc.assert(
      fc.property(plain, (pairs) => {
        const text = pairs.flat().join("");
        const { plain: isPlain, ...read } = readShell(text);
        expect(read).toEqual(readParsed(text, {}, new Map()));
        if (isPlain !== true) return;
        // Its end is that of its one program.
        const probed = readParsed(`{\n${text}\n} && probe`, {}, new Map()).invocations;
        expect(probed.map((i) => i.succeeded)).toEqual([[], [0]]);
      }),
      { numRuns: 3_000 },
    );
  });

  test("of git are read by the fast path as by the slow one", () => {
    const verbs =
      "push fetch pull clone rebase config commit checkout stash log bisect submodule grep difftool archive add -c -C";
    const word = fc.constantFrom(
      ..."main origin --exec --exec=x --upload-pack=y --up --receive-pack --rec -u -x -O ext::z -m core.pager=w alias.p=push run foreach --open-files-in-pager=v".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...verbs.split(" ")), fc.array(word, { maxLength: 4 }), (verb, words) => {
        const { plain, ...read } = readShell(["git", verb, ...words].join(" "));
        expect(read).toEqual(readParsed(["git", verb, ...words].join(" "), {}, new Map()));
        if (plain === true) expect(read.invocations).toHaveLength(1);
      }),
      { numRuns: 3_000 },
    );
    expect(readShell("git push origin main").plain).toBe(true);
  });

  test("quoted words are read back as they were", () => {
    const unit = fc.constantFrom(..."ab 1'\"\\$`*?[]{}()<>|&;!#~=\n\té😀");
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 8 }), { maxLength: 5 }), (words) => {
        const [invocation] = readShell(["tool", ...words.map(quoteWord)].join(" ")).invocations;
        expect(invocation?.args.map((word) => word.text)).toEqual(words);
      }),
      { numRuns: 2_000 },
    );
  });

  test("have a canonical form that is read as the same words", () => {
    fc.assert(
      fc.property(shellText, (text) => {
        const { invocations, problems } = readShell(text);
        const [first] = invocations;
        if (first === undefined || problems.length > 0) return;
        const words = [
          first.program,
          ...first.args,
          ...first.env.map((entry) => entry.value),
          ...first.redirections.map((entry) => entry.target),
        ];
        if (words.some((word) => word.text === undefined) || first.carriers.length > 0) return;
        const [again] = readShell(canonical(first)).invocations;
        expect(again?.args.map((word) => word.text)).toEqual(first.args.map((word) => word.text));
        expect(again?.program.text).toBe(first.program.text);
      }),
      { numRuns: 3_000 },
    );
  });
});
