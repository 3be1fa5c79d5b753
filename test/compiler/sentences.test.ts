// The grammar: which sentences parse, to which canonical words, and what is said of the others.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Part, parseForm } from "../../src/compiler/1-read/grammar/notation.ts";
import {
  conditionForms,
  exceptionForms,
  SYNONYMS,
  sentenceForms,
  subjectForms,
} from "../../src/compiler/1-read/grammar/productions.ts";
import { readDocument } from "../../src/compiler/1-read/read-document.ts";

function read(sentence: string): { canonical: string | undefined; codes: string[]; message: string } {
  const { items, diagnostics } = readDocument("learnings/a.md", `- ${sentence}\n`);
  const [item] = items;
  return {
    canonical: item?.type === "rule" ? item.sentence.canonical : undefined,
    codes: diagnostics.map((d) => d.code),
    message: diagnostics[0]?.message ?? "",
  };
}

describe("sentences and their canonical words", () => {
  test.each([
    ["**Never** run `x`", "Never run `x`."],
    ["**Never** run `x`.", "Never run `x`."],
    ["__Never__ run `x`.", "Never run `x`."],
    ["**Never** execute `x`.", "Never run `x`."],
    ["**Never** launch `x` or start", undefined],
    ["**Never** run `x`, `y` and `z`.", "Never run `x`, `y` and `z`."],
    ["**Never** run `x`, `y`, or `z`.", "Never run `x`, `y` or `z`."],
    ["**Never** run `x`, `y`.", undefined],
    [
      "**Never** run `x` before the operator approves the exact command.",
      "Never run `x` before the operator approves it.",
    ],
    ["**Always** add `--a` to `x`.", "Always pass `--a` to `x`."],
    ["**Always** include `--a` `v` to `x`", "Always pass `--a` `v` to `x`."],
    ["**Always** pass `--a v` to `x`", "Always pass `--a v` to `x`."],
    ["**Always** pass `--a` with every `l` to `x`.", "Always pass `--a` with every `l` to `x`."],
    [
      "**Always** pass `--a` with every `l` virtual machine to `x`.",
      "Always pass `--a` with every `l` virtual machine to `x`.",
    ],
    ["**Never** pass `v` as `--a` to `x`.", "Never pass `v` as `--a` to `x`."],
    ["**Never** pass `v` to `x`.", "Never pass `v` to `x`."],
    ["**Never** use `--a` or `-b` to `x`.", "Never pass `--a` or `-b` to `x`."],
    ["**Never** pass any `l` machine as `--a` to `x`.", "Never pass any `l` machine as `--a` to `x`."],
    ["**Ask before** launching `x`.", "Ask before running `x`."],
    ["**Default** `--a` to `v` for `x`.", "Default `--a` to `v` for `x`."],
    [
      "**Default** `--a` to `v` for `x` unless the operator asks for another one",
      "Default `--a` to `v` for `x`, unless the operator asks for another.",
    ],
    [
      "**Require** order `a`, then `b`, then `c`, then `d`.",
      "Require order `a`, then `b`, then `c`, then `d`.",
    ],
    ["**Never** run `x`, if `--a` is used.", "Never run `x`, when `--a` is used."],
    [
      "**Never** run `x` – when `--a` or `--b` are missing – unless `--c` is `1` or `2`.",
      "Never run `x`, when `--a` or `--b` is missing, unless `--c` is `1` or `2`.",
    ],
    [
      "**Never** run `x`, when `--a` is used and `--b` is not `v` and `--c` is above `4.9`.",
      "Never run `x`, when `--a` is used and `--b` is not `v` and `--c` is above `4.9`.",
    ],
    ["**Never** run `x`, when `--a` is used and `--b` is used or `--c` is used.", undefined],
    [
      "**Never** run `x`, when `--a` names any `l` machine.",
      "Never run `x`, when `--a` names any `l` machine.",
    ],
    [
      "**Never** run `x`, when `--a` names anything outside `l`.",
      "Never run `x`, when `--a` names anything outside `l`.",
    ],
    [
      "**Never** run `x`, unless the operator waives it or `--dry` is used.",
      "Never run `x`, unless the operator waives it or `--dry` is used.",
    ],
    ["**Never** run\n  `x`,\n  when `--a` is\n  used.", "Never run `x`, when `--a` is used."],
    ["**Never** run *`x`*.", "Never run `x`."],
    ["**Never** run `` a`b ``.", "Never run `` a`b ``."],
    ["**Never** run x.", undefined],
    ["**Never** run ![x](y).", undefined],
    ["**Never**", undefined],
  ])("%s", (sentence, canonical) => {
    const result = read(sentence);
    expect(result.canonical).toBe(canonical);
    expect(result.codes).toEqual(canonical === undefined ? ["sentence-does-not-parse"] : []);
  });

  test.each([
    ["**Never** pass `--a` `x`.", "Unexpected `x`, expected “to”"],
    ["**Never** run `x` when.", "Unexpected end of the sentence, expected a condition"],
    ["**Always** pass `a` to `x`.", "Unexpected `a`, expected an option in backticks"],
  ])("%s: %s", (sentence, message) => {
    expect(read(sentence).message).toContain(message);
  });
});

describe("every form of the grammar", () => {
  const token = fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/);
  const spans = (make: (name: string) => string) =>
    fc.array(token.map(make), { minLength: 1, maxLength: 3 }).chain((names) =>
      fc.constantFrom("and", "or").map((join) => {
        const all = names.map((n) => `\`${n}\``);
        return all.length === 1
          ? (all[0] ?? "")
          : `${all.slice(0, -1).join(", ")} ${join} ${all[all.length - 1]}`;
      }),
    );
  const condition = (): fc.Arbitrary<string> =>
    fc.constantFrom(...conditionForms.map((c) => parseForm(c.form))).chain((part) => text(part));
  const subject: fc.Arbitrary<string> = fc
    .constantFrom(...subjectForms.map((s) => parseForm(s.form)))
    .chain((part) => text(part));
  const exception = fc
    .constantFrom(...exceptionForms.map((e) => parseForm(e.form)))
    .chain((part) => text(part));

  /** Random text of a form. */
  function text(part: Part): fc.Arbitrary<string> {
    switch (part.type) {
      case "word":
        return fc.constantFrom(part.word, ...(SYNONYMS[part.word] ?? []));
      case "comma":
        return fc.constantFrom(",", "", " –");
      case "optional":
        return fc.oneof(fc.constant(""), ...part.choices.map((c) => text(c)));
      case "same":
        return fc.oneof(...part.choices.map((c) => text(c)));
      case "repeat":
        return fc.array(text(part.part), { maxLength: 2 }).map((parts) => parts.join(" "));
      case "sequence":
        return fc
          .tuple(...part.parts.map((p) => text(p)))
          .map((parts) => parts.filter((p) => p !== "").join(" "));
      case "slot":
        if (part.slot === "F") return spans((n) => `--${n}`);
        if (part.slot === "L" || part.slot === "P" || part.slot === "R") return token.map((n) => `\`${n}\``);
        if (part.slot === "noun") return fc.constantFrom("machine", "old machine");
        if (part.slot === "N") return fc.constantFrom("1", "3", "12");
        if (part.slot === "K" || part.slot === "X") return token.map((n) => `\`${n.replace(/[.-]/g, "_")}\``);
        if (part.slot === "S") return subject;
        if (part.slot === "C") return condition();
        if (part.slot === "E") return fc.oneof(condition(), exception);
        return spans((n) => n);
    }
  }

  test.each(sentenceForms)("$lead $form: parses, and its canonical words mean the same", ({ lead, form }) => {
    fc.assert(
      fc.property(text(parseForm(form)), (body) => {
        const first = read(`**${lead}** ${body}.`);
        expect(first.codes).toEqual([]);
        const canonical = first.canonical ?? "";
        expect(read(`**${lead}**${canonical.slice(lead.length)}`).canonical).toBe(canonical);
      }),
      { numRuns: 60 },
    );
  });
});

test("no text makes reading throw", () => {
  const piece = fc.constantFrom(
    "**Never**",
    "- ",
    "`x`",
    "`--a`",
    " run ",
    " or ",
    ", ",
    "\n",
    "  - ",
    "| a | b |\n",
    "### List `x`\n",
    "Id: ",
    "## 2026-01-01 — X\n",
    "<b>",
    "\\",
    "…",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 40 }),
      (parts) => {
        readDocument("learnings/a.md", parts.join(""));
      },
    ),
    { numRuns: 300 },
  );
});

test("a sentence made to be ambiguous is answered at once", () => {
  const nasty = `**Never** run ${"`a`, ".repeat(60)}\`b\` and \`c\`, when ${"`--x` is used and ".repeat(50)}\`--y\``;
  expect(read(nasty).codes).toEqual(["sentence-does-not-parse"]);
});
