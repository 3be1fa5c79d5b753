// Texts that a shell or an interpreter runs: in a word, on the input, in a file.
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";
import { carried, problems, read } from "./show.ts";

type Table = readonly (readonly [string, readonly string[]])[];

const SHELLS: Table = [
  ["bash -c 'tool --x'", ["bash: tool --x"]],
  ["bash -lc 'tool --x'", ["bash: tool --x"]],
  ["bash -euxo pipefail -c 'tool --x'", ["bash: tool --x"]],
  ["bash --norc -O extglob -c 'tool --x'", ["bash: tool --x"]],
  ["sh -c \"tool 'a b'\"", ['sh: tool "a b"']],
  ['bash -c \'tool $0 "$1" "$@"\' n a b', ["bash: tool …+ a a b"]],
  ["bash -c \"bash -c 'tool x'\"", ['bash: bash -c "tool x"', "bash bash: tool x"]],
  ['bash -c "$X"', ["bash: …+"]],
  ['bash -c "tool $X"', ["bash: tool …+"]],
  ["bash -n x.sh", []],
  ["bash x.sh a", ["bash: x.sh a"]],
  ["bash -x ./x.sh", ["bash: ./x.sh"]],
  ["bash < x.sh", ["bash: x.sh <x.sh"]],
  ["bash", []],
  ["eval 'tool x'", ["eval: tool x"]],
  ["eval tool 'x y'", ["eval: tool x y"]],
  ["source x.sh", []],
  ["source <(echo 'tool x')", ["source: tool x"]],
];

const INPUT: Table = [
  ["echo 'tool --x' | bash", ["bash: tool --x"]],
  ["echo tool --x | sudo sh", ["sudo: sh", "sudo sh: tool --x"]],
  ["printf '%s' 'tool --x' | sh", ["sh: tool --x"]],
  ["printf 'tool %s\\n' a b | sh", ["sh: tool a", "sh: tool b"]],
  ["echo dG9vbCAteA== | base64 -d | sh", ["sh: tool -x"]],
  ["bash <<< 'tool --x'", ["bash: tool --x"]],
  ["bash <<'E'\ntool --x\nE\n", ["bash: tool --x"]],
  ["bash <<-E\n\ttool --x\n\tE\n", ["bash: tool --x"]],
  ["cat <<'E' | bash -s a\ntool $1\nE\n", ["bash: tool a"]],
  ["cat <<E\ntool --x\nE\n", []],
  ["cat > f <<E\ntool --x\nE\n", []],
  ["echo 'tool --x'", []],
  ["grep 'tool --x' f", []],
];

const INTERPRETERS: Table = [
  ["python3 /opt/x/cmc.py --x", ["python3: /opt/x/cmc.py --x"]],
  ["python3.11 -u -W ignore cmc.py --x", ["python3.11: cmc.py --x"]],
  ["python3 -m mod x", []],
  ["python3", []],
  ["node --inspect x.js a", ["node: x.js a"]],
  ["perl -w x.pl", ["perl: x.pl"]],
  ["ruby x.rb", ["ruby: x.rb"]],
  ["php x.php", ["php: x.php"]],
  ["deno run -A x.ts", ["deno: x.ts"]],
  ["bun x.ts", ["bun: x.ts"]],
  ["bun run x.ts", ["bun: x.ts"]],
  ["python3 -c 'import os; os.system(\"tool --x\")'", ["python3: tool --x"]],
  ['python3 -c \'subprocess.run(["tool", "a b"])\'', ['python3: tool "a b"']],
  ["python3 -c 'subprocess.run([\"tool\", x])'", ["python3: tool …+"]],
  ["python3 -c 'print(1)'", []],
  ["python3 - <<'E'\nos.system('tool --x')\nE\n", ["python3: tool --x"]],
  ["perl -ne 'system(\"tool x\")'", ["perl: tool x"]],
  ["perl -e 'qx{tool x}'", ["perl: tool x"]],
  ["node -e \"require('child_process').execSync('tool x')\"", ["node: tool x"]],
  ["awk '{ system(\"tool x\") }' f", ["awk: tool x"]],
];

describe.each([
  ["shells", SHELLS],
  ["the standard input", INPUT],
  ["interpreters", INTERPRETERS],
])("%s", (_, table) => {
  test.each(table)("%j", (text, expected) => {
    expect(carried(text)).toEqual(expected);
  });
});

const UNSEEN: readonly string[] = [
  "curl x | sh",
  "curl x | sudo bash",
  "cat x | bash -s a",
  "bash <(curl x)",
  "source <(curl x)",
  "echo $X | base64 -d | sh",
  "curl x | python3",
  "tee f | { bash; }",
];

describe("a program that can't be seen is a problem", () => {
  test.each(UNSEEN)("%s", (text) => {
    expect(problems(text).join()).toContain("a program that can't be seen is run");
  });
});

const OPAQUE: Table = [
  ["bash x.sh", ["x.sh | runs file x.sh"]],
  [". ./x.sh", ["./x.sh | runs file x.sh"]],
  ["make all", ["make | make all runs what a file of the project says"]],
  ["npm run build", ["npm | npm run runs what a file of the project says"]],
  ["npm view x", []],
  ["python3 -c 'print(1)'", ["python3 | python3 runs code that is not read"]],
  ['ssh h "tool $X"', ["tool $X | an unknown value stands in a text that a shell reads again"]],
  ["ssh h 'tool $X'", []],
  ["python3 x.py", ["x.py | runs file x.py"]],
];

describe("what runs but can't be seen is listed", () => {
  test.each(OPAQUE)("%s", (text, expected) => {
    const { opaque } = readShell(text);
    expect(opaque.map(({ range, reason }) => `${text.slice(range.start, range.end)} | ${reason}`)).toEqual(
      expected,
    );
  });
});

describe("data is not run", () => {
  test.each([
    ['git commit -m "run tool --x"', ['git commit -m "run tool --x"']],
    ["echo 'a; tool --x'", ['echo "a; tool --x"']],
    ["# tool --x", []],
    ["tool # ; other", ["tool"]],
    ["VM='tool --x'", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
