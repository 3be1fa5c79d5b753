// Variables: what is followed, what is joined where ways meet, and what becomes unknown.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are the shell's
import { describe, expect, test } from "vitest";
import { read } from "./show.ts";

type Table = readonly (readonly [string, readonly string[]])[];

const KNOWN: Table = [
  ["VM=x; tool --opt $VM", ["tool --opt x"]],
  ["VM=x\ntool --opt=${VM}.0", ["tool --opt=x.0"]],
  ["VM=x && tool $VM", ["tool x"]],
  ["A=1 B=$A; tool $B", ["tool 1"]],
  ["A=1; A+=2; tool $A", ["tool 12"]],
  ["export A=1; tool $A", ["export A=1", "tool 1"]],
  ["readonly A='a b'; tool \"$A\"", ['readonly "A=a b"', 'tool "a b"']],
  ['A="a b"; tool $A "$A" x${A}y', ['tool a b "a b" xa by']],
  ['A=; tool $A "$A"', ['tool ""']],
  ["A=; tool ${A:-d} ${A-d} ${A:+k}", ["tool d"]],
  ["A=1; tool ${A:-d} ${A:+k} ${A:?m}", ["tool 1 k 1"]],
  ["A='*.c'; tool $A \"$A\"", ["tool …* *.c"]],
  ["P=/opt; $P/tool.py x", ["/opt/tool.py x"]],
  ["T=tool; $T x", ["tool x"]],
  ["N=2; tool $((N * 3)) $(( -N ))", ["tool 6 -2"]],
  ['L=(a "b c"); L+=(d); tool "${L[@]}" ${L[0]} "${L[*]}"', ['tool a "b c" d a "a b c d"']],
  ['set -- a b; tool "$@" $2; shift; tool $1', ["set -- a b", "tool a b b", "shift", "tool b"]],
];

const WORKED_OUT: Table = [
  ["A=abc; tool ${A#a} ${A/b/c} ${#A}", ["tool bc acc 3"]],
  ["A=a/b/c.t; tool ${A##*/} ${A#*/} ${A%/*} ${A%%/*}", ["tool c.t b/c.t a/b a"]],
  ["A=abcd; tool ${A:1:2} ${A: -1} ${A^} ${A^^}", ["tool bc d Abcd ABCD"]],
  ["printf -v A '%s-%s' x y; tool $A", ["printf -v A %s-%s x y", "tool x-y"]],
  ["read A B <<< 'x y z'; tool $A $B", ["read A B", "tool x y z"]],
  ["A=b; case $A in a) B=1;; b*) B=2;; *) B=3;; esac; tool $B", ["tool 2"]],
  ["A=q; case $A in a) B=1;; $C) B=2;; esac; tool $B", ["tool …+"]],
  ["tool $(echo a) \"$(printf 'b c\\n')\" $(x)", ["echo a", 'printf "b c\\\\n"', "x", 'tool a "b c" …+']],
];

const UNKNOWN: Table = [
  ["tool $HOME", ["tool …+"]],
  ["A=1 tool $A", ["A=1 tool …+"]],
  ["A=$(x); tool $A", ["x", "tool …+"]],
  ["A=1; read A; tool $A", ["read A", "tool …+"]],
  ["A=1; unset A; tool $A", ["unset A", "tool …+"]],
  ["A=1; ((A++)); tool $A", ["tool …+"]],
  ["A=1; printf -v A %d x; tool $A", ["printf -v A %d x", "tool …+"]],
  ["A=1; mapfile -t A; tool $A", ["mapfile -t A", "tool …+"]],
  ["A=1; let A=2; tool $A", ["let A=2", "tool …+"]],
  ["A=1; source f; tool $A", ["source f", "tool …+"]],
  ['A=1; eval "$X"; tool $A', ["eval …", "…+", "tool …+"]],
  ["A=abc; tool ${A#[a]} ${A/$B/c} ${A@Q}", ["tool …+ …+ …+"]],
  ["IFS=,; A=a,b; tool $A", ["tool …+"]],
  ["declare -u A; A=x; tool $A", ["declare -u A", "tool …+"]],
  ["readonly A=1; A=2; tool $A", ["readonly A=1", "tool …+"]],
  ["RANDOM=1; tool $RANDOM", ["tool …+"]],
  ["A=2; A=1 eval 'tool $A'; tool $A", ['A=1 eval "tool $A"', "tool 1", "tool …+"]],
  ["tool $'\\x{41}' $'\\xe9'", ["tool … …"]],
  ["declare -i A=1+1; tool $A", ["declare -i A=1+1", "tool …+"]],
];

const COPIES: Table = [
  ["A=1; (A=2; tool $A); tool $A", ["tool 2", "tool 1"]],
  ["A=1; A=2 | tool $A; tool $A", ["tool 1", "tool 1"]],
  ["A=1; x=$(A=2; tool $A); tool $A", ["tool 2", "tool 1"]],
  ["A=1; A=2 & tool $A", ["tool 1"]],
  ["A=1; { A=2; }; tool $A", ["tool 2"]],
  ["A=1; bash -c 'tool $A'", ['bash -c "tool $A"', "tool …+"]],
  ["export A=1; bash -c 'tool $A'", ["export A=1", 'bash -c "tool $A"', "tool 1"]],
  ["A=1 bash -c 'tool $A'", ['A=1 bash -c "tool $A"', "tool 1"]],
  ["export A=1; ssh h 'tool $A'", ["export A=1", 'ssh h "tool $A"', "tool …+ @h"]],
];

const BRANCHES: Table = [
  ["if c; then A=a; else A=b; fi; tool $A", ["c", "?tool a", "?tool b"]],
  ["A=a; if c; then A=b; fi; tool $A", ["c", "?tool b", "?tool a"]],
  ["if c; then A=a; fi; tool $A", ["c", "tool …+"]],
  ["A=a; c && A=b; tool $A", ["c", "?tool b", "?tool a"]],
  ["case $x in p) A=a;; *) A=b;; esac; tool $A", ["?tool a", "?tool b"]],
  ["if c; then A=a; else A=b; fi; tool $A $A", ["c", "?tool a a", "?tool b b"]],
  ["A=a; if c; then A=b; exit; fi; tool $A", ["c", "exit", "tool a"]],
];

const LOOPS: Table = [
  ["for x in a b; do tool $x; done", ["tool a", "tool b"]],
  ["for x in {1..3}; do tool vm$x; done", ["tool vm1", "tool vm2", "tool vm3"]],
  ["for x in $L; do tool $x; done", ["tool …+"]],
  ["for x in a b; do A=$x; done; tool $A", ["tool b"]],
  ["A=a; for x in 1 2; do tool $A; A=b; done", ["tool a", "tool b"]],
  ["A=a; while c; do tool $A; A=b; done; tool $A", ["c", "tool …+", "tool …+"]],
  ["A=a; while c; do tool $A; done; tool $A", ["c", "tool a", "tool a"]],
  ['while read A; do tool "$A"; done', ["read A", "tool …"]],
  ["for x in a b; do break; done; tool $x", ["break", "break", "?tool a", "?tool b"]],
  ["select x in a b; do tool $x; done", ["tool …+"]],
  ["for ((i=0; i<3; i++)); do tool $i; done", ["tool …+"]],
];

const FUNCTIONS: Table = [
  ["f() { tool \"$1\"; }; f a; f 'b c'", ["tool a", 'tool "b c"']],
  ["f() { tool; }", []],
  ['f() { sudo "$@"; }; f tool --x', ["sudo tool --x", "tool --x"]],
  ["f() { local A=$1; tool $A; }; A=0; f 1; tool $A", ["local A=1", "tool 1", "tool 0"]],
  ["f() { A=1; }; A=0; f; tool $A", ["tool 1"]],
  ["f() { f; tool; }; f", ["tool", "tool"]],
  ["f() { tool; }; sudo f", ["sudo f", "f"]],
  ["f() { tool; }; command f", ["command f", "f"]],
  ["if c; then f() { tool; }; fi; f x", ["c", "?tool", "?f x"]],
  ["tool() { other; }; tool", ["other"]],
];

const ALIASES: Table = [
  ["alias x='tool --y'\nx z", ['alias "x=tool --y"', "?tool --y z", "x z"]],
  ["alias x='tool --y'\n\\x z", ['alias "x=tool --y"', "x z"]],
];

describe.each([
  ["known values", KNOWN],
  ["values that are worked out", WORKED_OUT],
  ["unknown values", UNKNOWN],
  ["copies of the shell", COPIES],
  ["branches are joined", BRANCHES],
  ["loops", LOOPS],
  ["functions", FUNCTIONS],
  ["aliases", ALIASES],
])("%s", (_, table) => {
  test.each(table)("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
