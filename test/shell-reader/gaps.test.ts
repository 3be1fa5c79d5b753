// Inputs that the parser gets wrong without an error. None may be read wrong in silence.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are the shell's
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";
import gaps from "./gaps.json" with { type: "json" };

describe("inputs that the parser gets wrong", () => {
  test.each(gaps)("%j is a problem", (text) => {
    expect(readShell(text).problems.length).toBeGreaterThan(0);
  });

  test.each(gaps)("%j is a problem inside another script", (text) => {
    const nested = `bash -c '${text.replaceAll("'", "'\\''")}'`;
    expect(readShell(nested).problems.length).toBeGreaterThan(0);
  });
});

/** Texts that look alike and are read right. */
const NEAR: readonly string[] = [
  "zap <(zip a) b",
  "zap --x= <(zip a) b",
  "zap 2>&1 x",
  "zap >&- b",
  "arr=($(zip)) zop",
  "declare a=($(zip)) b",
  "[[ $(zip) == root ]] && cmd",
  "zap $'a\\nb'",
  "zap ${arr[$(zip)]}",
  "zap \"x`zip 'a b'`\"",
  "zap {} \\\\",
  "zap <<E\nE\n",
  "zap $(a <<E\nx\nE\n)",
  "coproc a b",
  "zap $((1+$(zip)))",
  "zap a && zip b",
  "(zap; zip)",
  "! zap &",
  "zap \\!\\(a\\)",
  "[[ x == @(a|b) ]]",
  "shopt -s extglob; zap !(a)",
  "find . \\( -name a \\)",
  "echo $ a$",
  "sed 's/a$/b/' f",
];

describe("texts that look alike", () => {
  test.each(NEAR)("%j has no problem", (text) => {
    expect(readShell(text).problems).toEqual([]);
  });
});
