// Wrapping a command, or quoting its words, changes nothing of what is said about it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteWord } from "../../src/shell/quote.ts";
import { check, said } from "./checker.ts";

/** Words of which some make a rule fire; none is reserved, an assignment, an alias or has a tilde. */
const COMMAND = fc.tuple(
  fc.constantFrom(
    ...["git push", "git reset", "git commit", "rm", "kubectl", "terraform", "npm", "sweep", "drop", "ls"],
    ...["systemctl", "docker system", "cp", "touch"],
  ),
  fc.array(
    fc.constantFrom(
      ...["--force", "-f", "-r", "-rf", "--hard", "--no-verify", "-x", "--", "delete", "destroy", "apply"],
      ...[
        "publish",
        "prune",
        "restart",
        "prod",
        "prod,audit",
        "/tmp/x",
        "/srv/x",
        "infra/a",
        "+main",
        "main",
      ],
    ),
    { maxLength: 5 },
  ),
);
const WORDS = COMMAND.map(([program, args]) => [...program.split(" "), ...args]);

const WRAPPERS: readonly ((text: string) => string)[] = [
  ...["sudo", "env", "nohup", "timeout 5", "nice", "command", "true &&", "sudo -u root env A=1"].map(
    (front) => (text: string) => `${front} ${text}`,
  ),
  (text) => `bash -c ${quoteWord(text)}`,
  (text) => `(${text})`,
  (text) => `{ ${text}; }`,
  (text) => `if true; then ${text}; fi`,
];

/** Wrappers that take a program, not a list, stand inside those that take any text. */
const WRAPPED = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
    fc.integer({ min: 6, max: WRAPPERS.length - 1 }),
  )
  .map(([inner, outer]) => [...inner, outer]);

const wrap = (text: string, by: readonly number[]): string =>
  by.reduce((inner, index) => WRAPPERS[index]?.(inner) ?? inner, text);

test("transparent wrapping keeps rules and decisions", () => {
  fc.assert(
    fc.property(WORDS, WRAPPED, (words, by) => {
      const plain = words.join(" ");
      const wrapped = wrap(plain, by);
      expect([wrapped, said(check(wrapped, "bash"))]).toEqual([wrapped, said(check(plain, "bash"))]);
    }),
    { numRuns: 500 },
  );
});

const QUOTES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `'${word}'`,
  (word) => `"${word}"`,
  (word) => `\\${word}`,
  (word) => `${word.slice(0, 1)}''${word.slice(1)}`,
  (word) => `$'${word}'`,
];

test("quoting changes nothing for words without expansions", () => {
  fc.assert(
    fc.property(WORDS, fc.array(fc.nat(QUOTES.length - 1), { minLength: 8, maxLength: 8 }), (words, by) => {
      const quoted = words.map((word, i) => QUOTES[by[i] ?? 0]?.(word) ?? word).join(" ");
      expect([quoted, said(check(quoted, "bash"))]).toEqual([quoted, said(check(words.join(" "), "bash"))]);
    }),
    { numRuns: 500 },
  );
});

test("the words make rules fire and keep silent", () => {
  const found = new Set(
    fc.sample(WORDS, { numRuns: 500, seed: 1 }).map((w) => said(check(w.join(" "), "bash"))),
  );
  expect(found.size).toBeGreaterThan(8);
  expect(found).toContain("allow");
});
