// Which invocations have succeeded when another one starts, and which one it reads from.
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";
import { order } from "./show.ts";

const TABLE: readonly (readonly [string, readonly string[]])[] = [
  ["a && b", ["a", "b < a"]],
  ["a && b && c", ["a", "b < a", "c < a b"]],
  ["a; b", ["a", "b"]],
  ["a || b", ["a", "b"]],
  ["a || b && c", ["a", "b", "c"]],
  ["! a && b", ["a", "b"]],
  ["! a || b", ["a", "b < a"]],
  ["a & b", ["a", "b"]],
  ["a && b & c", ["a", "b < a", "c"]],
  ["a | b && c", ["a", "b", "c < b"]],
  ["set -o pipefail; a | b && c", ["set", "a < set", "b < set", "c < set a b"]],
  ["set -e; a; b", ["set", "a < set", "b < set a"]],
  ["set -e\na\nb", ["set", "a < set", "b < set a"]],
  ["set -e; a || b; c", ["set", "a < set", "b < set", "c < set"]],
  ["set -e; if a; then b; fi; c", ["set", "a < set", "b < set a", "c < set"]],
  ["set -e; set +e; a; b", ["set", "set < set", "a < set set", "b < set set"]],
  ["if a; then b; else c; fi", ["a", "b < a", "c"]],
  ["if ! a; then b; else c; fi", ["a", "b", "c < a"]],
  ["while a; do b; done; c", ["a", "b < a", "c"]],
  ["until a; do b; done; c", ["a", "b", "c"]],
  ["for x in 1 2; do a && b; done", ["a", "b < a", "a", "b < a"]],
  ["(a && b) && c", ["a", "b < a", "c < a b"]],
  ["{ a; b; } && c", ["a", "b", "c < b"]],
  ["a || exit 1; b", ["a", "exit", "b < a"]],
  ["(a && exit 0; b) && c", ["a", "exit < a", "b", "c"]],
  ["f() { a; }; f && b", ["a", "b < a"]],
  ["f() { a || return 1; b; }; f && c", ["a", "return", "b < a", "c < a b"]],
  ["x=$(a) && b", ["a", "b"]],
  ["sudo a && b", ["sudo", "a", "b < sudo a"]],
  ["bash -c 'a && b' && c", ["bash", "a", "b < a", "c < bash a b"]],
  ["bash -c 'a; b' && c", ["bash", "a", "b", "c < bash b"]],
  ["bash -ec 'a; b'", ["bash", "a", "b < a"]],
  ["ssh h a && b", ["ssh", "a", "b < ssh a"]],
  ["timeout 5 a && b", ["timeout", "a", "b < timeout a"]],
  ["find . -exec a \\; && b", ["find", "a", "b < find"]],
  ["xargs a && b", ["xargs", "a", "b < xargs"]],
  ["echo x | xargs a | b && c", ["echo", "xargs", "a", "b", "c < b"]],
  ["eval 'a && b'; c", ["eval", "a", "b < a", "c"]],
  ["eval a && c", ["eval", "a", "c < eval a"]],
  ["python3 x.py && b", ["python3", "x.py", "b < python3 x.py"]],
  ["a && case x in *) b;; esac", ["a", "b < a"]],
];

describe("what has succeeded before", () => {
  test.each(TABLE)("%s", (text, expected) => {
    expect(order(text)).toEqual(expected);
  });
});

const PIPES: readonly (readonly [string, readonly (number | undefined)[]])[] = [
  ["a | b | c", [undefined, 0, 1]],
  ["a; b | c", [undefined, undefined, 1]],
  ["a | sudo b", [undefined, 0, 0]],
  ["a | (b)", [undefined, 0]],
  ["(a; b) | c", [undefined, undefined, undefined]],
  ["a | b < f", [undefined, undefined]],
];

describe("what is read through a pipe", () => {
  test.each(PIPES)("%s", (text, expected) => {
    expect(readShell(text).invocations.map((invocation) => invocation.pipedFrom)).toEqual(expected);
  });
});
