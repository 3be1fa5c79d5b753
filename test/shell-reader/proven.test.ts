// What has succeeded whenever a text has ended with success, by which the ledger knows what a call did.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readParsed } from "../../src/shell/parsed.ts";
import { readShell } from "../../src/shell/read.ts";

const none = new Map<string, never>();

test.each<[string, string]>([
  ["a", "a"],
  ["a x 'y z'", "a"],
  ["a; b", "b"],
  ["a && b", "a b"],
  ["a || b", ""],
  ["! a", ""],
  ["a &", ""],
  ["a | b", "b"],
  ["set -o pipefail; a | b", "set a b"],
  ["set -e; a; b", "set a b"],
  ["set -e; a || b; c", "set c"],
  ["if a; then b; fi", ""],
  ["a && exit 0; b", ""],
  ["a || exit 0; b", ""],
  ["a && { b; exit 0; }; a && c", ""],
  ["a || exit 1; b", "a b"],
  ["exit 0; a", ""],
  ["( a && b )", "a b"],
  ["( exit 0; a )", ""],
  ["git push origin main", "git"],
  ["sudo a", "sudo a"],
  ["sudo -b a", "sudo"],
  ["sudo --background a", "sudo"],
  ["sudo -u x a", "sudo a"],
  ["ssh -f h a", "ssh"],
  ["ssh h a", "ssh a"],
  ["flock -E 0 -n f a", "flock"],
  ["flock f a", "flock a"],
  ["git bisect run a", "git"],
  ["a > file", "a"],
  ["x=$(a)", ""],
  ["exec a", "exec a"],
  ["trap 'exit 0' EXIT; a", ""],
  ["a && trap 'exit 0' ERR; b", ""],
  ["trap 'exit 1' EXIT; a", "a"],
  ["trap 'rm x' EXIT; a", "a"],
  ["f() { exit 0; }; trap f EXIT; a", ""],
  ["trap f EXIT; f() { exit 0; }; a", ""],
  ["alias d='exit 0'\nd\na", ""],
  ["set -n; a", ""],
  ["set -o noexec\na", ""],
  ["set -eo noexec; a", ""],
  ["machinectl shell h a", "machinectl"],
  ["", ""],
])("%s", (text, names) => {
  const { invocations, proven } = readShell(text);
  expect(proven.map((at) => invocations[at]?.name).join(" ")).toBe(names);
});

test("is what has succeeded for a command behind the text", () => {
  const parts =
    "a|b x|! c|true|false|f() { g; }|f|( a; b )|{ a; }|if a; then b; fi|while a; do b; done|for i in 1 2; do c; done|a | b|time a|" +
    "sudo a|bash -c 'a && b'|trap 'z' EXIT|x=$(a)|a $(b)|cd /x|xargs a|wait|a > f|a < <(b)|source ./x|[ -f x ]|((1))|a & b";
  const part = fc.constantFrom(...parts.split("|"));
  const join = fc.constantFrom(" && ", " || ", "; ", " | ", "\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(part, join), { minLength: 1, maxLength: 5 }), (all) => {
      const text = all.map(([p, j], at) => (at === all.length - 1 ? p : p + j)).join("");
      const { proven, problems } = readParsed(text, {}, none);
      if (problems.length > 0) return;
      const behind = readParsed(`{\n${text}\n} && behind`, {}, none).invocations.at(-1);
      expect([...proven].sort()).toEqual([...(behind?.succeeded ?? [])].sort());
    }),
    { numRuns: 3_000 },
  );
});
