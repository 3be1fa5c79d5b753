// What surrounds a command changes nothing of what rules say of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteWord } from "../../src/shell/quote.ts";
import { check } from "./checker.ts";

/** Commands that rules deny, ask about or pass over; none has a condition on hosts, pipes or wrappers. */
const COMMANDS = [
  ["git", "push", "origin", "main", "--force"],
  ["git", "commit", "-m", "a b", "-n"],
  ["git", "reset", "--hard", "HEAD~1"],
  ["kubectl", "-n", "x", "delete", "pod", "y"],
  ["terraform", "apply", "plan"],
  ["sweep", "logs", "--exclude", "prod"],
  ["sweep", "logs", "--exclude", "prod", "audit"],
  ["npm", "publish"],
  ["drop", "x"],
  ["ls", "-la", "drop"],
  ["git", "status"],
  ["git", "log", "--grep", "push --force"],
];

const WRAPPERS: readonly ((command: string) => string)[] = [
  (c) => `sudo ${c}`,
  (c) => `env A=1 ${c}`,
  (c) => `nohup ${c}`,
  (c) => `timeout 5 ${c}`,
  (c) => `nice -n 3 ${c}`,
  (c) => `command ${c}`,
  (c) => `stdbuf -oL ${c}`,
  (c) => `bash -c ${quoteWord(c)}`,
  (c) => `eval ${quoteWord(c)}`,
  (c) => `(${c})`,
  (c) => `{ ${c}; }`,
  (c) => `true && ${c}`,
  (c) => `if true; then ${c}; fi`,
  (c) => `f() { ${c}; }; f`,
  (c) => `time ${c}`,
];

function findings(command: string): string[] {
  return check(command, "bash")
    .findings.map((f) => `${f.decision} ${f.rule ?? f.code}`)
    .sort();
}

/** Words that need no quotes, in quotes of some kind. */
const quoted = (word: string): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom("'", '"', "\\", ""), fc.nat(word.length)).map(([mark, at]) => {
    if (!/^[\w./~-]+$/.test(word)) return quoteWord(word);
    if (mark === "") return word;
    if (mark === "\\") return `${word.slice(0, at)}${at < word.length ? "\\" : ""}${word.slice(at)}`;
    return `${word.slice(0, at)}${mark}${word.slice(at)}${mark}`;
  });

test("wrapping keeps the rules and the decisions", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMMANDS),
      fc.array(fc.constantFrom(...WRAPPERS), { minLength: 1, maxLength: 4 }),
      (words, wrappers) => {
        const command = words.map(quoteWord).join(" ");
        // A shell keyword such as "if" or a group can't stand behind a program: such wrappers go into a shell first.
        const wrapped = wrappers.reduce(
          (inner, wrap) =>
            /^[\w/]/.test(inner) && !/^(?:if|f\(\)|time|true &&|eval)/.test(inner)
              ? wrap(inner)
              : `bash -c ${quoteWord(inner)}`,
          command,
        );
        expect(findings(wrapped)).toEqual(findings(command));
      },
    ),
    { numRuns: 300 },
  );
});

test("quoting keeps the rules and the decisions", () => {
  const spelled = fc
    .constantFrom(...COMMANDS)
    .chain((words) => fc.tuple(fc.constant(words), fc.tuple(...words.map(quoted))));
  fc.assert(
    fc.property(spelled, ([words, spelling]) => {
      expect(findings(spelling.join(" "))).toEqual(findings(words.map(quoteWord).join(" ")));
    }),
    { numRuns: 300 },
  );
});

test("random text never makes the checker throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.string({ maxLength: 400 })),
      (text) => {
        expect(["allow", "warn", "ask", "deny"]).toContain(check(text, "bash").decision);
      },
    ),
    { numRuns: 500 },
  );
});
