// Text, frontmatter and scopes as hosts may be given them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { frontmatter, globValue, quoted } from "../../src/compiler/4-emit/agents/frontmatter.ts";
import {
  baseName,
  kebab,
  outsideGlob,
  scopesOf,
  uniqueName,
} from "../../src/compiler/4-emit/agents/scopes.ts";
import { plain, sentence, shortened, withoutArguments } from "../../src/compiler/4-emit/agents/text.ts";
import { importsIn } from "../../src/hosts/context/imports.ts";
import type { Policy } from "../../src/policy/types.ts";

describe("prose", () => {
  test.each([
    ["ask @team first", "ask `@team` first"],
    ["use @scope/pkg, not (@other/pkg).", "use `@scope/pkg`, not (`@other/pkg`)."],
    ["mail a.b@example.org!", "mail `a.b@example.org`!"],
    ["`@in/code` stays", "`@in/code` stays"],
    ["``a ` @b`` stays", "``a ` @b`` stays"],
    ["an open ` and @x", "an open ' and `@x`"],
    ["glued `a`@b", "glued `a` `@b`"],
    ["@ alone", "`@` alone"],
    ["a <!-- hidden --> b", "a &lt;!-- hidden --> b"],
    ["`<!-- shown -->`", "`<!-- shown -->`"],
    ["two\nlines\tand  blanks", "two lines and blanks"],
    ["zero\u200bwidth", "zero\ufffdwidth"],
  ])("%j is written %j", (text, written) => {
    expect(plain(text)).toBe(written);
  });

  test("imports nothing, whatever it says", () => {
    const piece = fc.constantFrom(
      "@",
      "`",
      "``",
      "a",
      " ",
      "\n",
      "/",
      ".",
      "(",
      ")",
      "@a/b.md",
      "<!--",
      "\\",
      "*",
      "“",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        expect(importsIn(`- ${plain(pieces.join(""))}`)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    [undefined, ""],
    ["done", "done."],
    ["done!", "done!"],
    ["run `x`", "run `x`."],
  ])("%j ends as %j", (text, written) => {
    expect(sentence(text)).toBe(written);
  });

  test.each([
    ["awk '{print $1}'", "awk '{print \\$1}'"],
    ["$ARGUMENTS and $\u007bCLAUDE_SKILL_DIR}", "\\$ARGUMENTS and \\$\u007bCLAUDE_SKILL_DIR}"],
    ["costs 5 $ each", "costs 5 $ each"],
    ["now!`date`", "now! `date`"],
    ["$$1", "$\\$1"],
  ])("in a skill of Claude Code %j is %j", (text, written) => {
    expect(withoutArguments(text)).toBe(written);
  });

  test.each([
    ["short", 10, "short"],
    ["some words here", 11, "some words…"],
    ["🙂🙂🙂🙂", 3, "🙂🙂…"],
  ])("%j in %i characters is %j", (text, most, written) => {
    expect(shortened(text, most)).toBe(written);
  });
});

describe("frontmatter", () => {
  test.each([
    "a: b",
    "*x",
    "@x",
    "`x`",
    "[x",
    "{x",
    "# x",
    "&x",
    "!x",
    "%x",
    "- x",
    'it\'s "x"',
    "a\nb",
    "ü",
    "~",
    "null",
    "---",
  ])("%j is one line and stays itself", (text) => {
    const front = frontmatter([["description", quoted(text)]]);
    expect(front.split("\n").length).toBe(5);
    expect(parse(front.split("---\n")[1] ?? "")).toEqual({ description: text });
  });

  test("globs in every form", () => {
    const globs = ["src/**/*.ts", "lib/a,b/*"];
    expect(parse(`paths:${globValue(globs, "list")}`)).toEqual({ paths: globs });
    expect(globValue(["a/**"], "one-or-list")).toBe('"a/**"');
    expect(globValue(globs, "commas")).toBe('"src/**/*.ts,lib/a?b/*"');
    expect(globValue(globs, "bare-commas")).toBe("src/**/*.ts,lib/a?b/*");
  });
});

describe("scopes", () => {
  const scopeOf = (...appliesTo: string[]) =>
    scopesOf({
      sources: [{ file: "rules/api.md", kind: "learnings", hash: "", appliesTo }],
    } as unknown as Policy)[0];

  test.each([
    [["src/api/**"], ["src/api"], true],
    [["src/api/**/*.ts"], ["src/api"], false],
    [["src/api/x.ts"], ["src/api"], false],
    [["{src,lib}/**"], ["lib", "src"], true],
    [["src/**", "src/api/**"], ["src"], true],
    [["**/*.sql"], [], false],
    [["src/**", "*.md"], [], false],
    [["README.md"], [], false],
    [[".git/**"], [], false],
  ])("%j holds in the folders %j", (globs, folders, exact) => {
    expect(scopeOf(...globs)).toMatchObject({ folders, exact });
  });

  test.each([[["**"]], [["**/*"]], [["*"]], [["src/**", "**"]]])(
    "%j takes in everything, so it is no scope",
    (globs) => {
      expect(scopeOf(...globs)).toBeUndefined();
    },
  );

  test.each(["/etc/**", "~/x", "C:/x", "a\\b", "a/../../b", "..", "!a/**", "a\u0000b"])(
    "%j is no glob of the project",
    (glob) => {
      expect(outsideGlob(glob)).toBeDefined();
    },
  );

  test("names", () => {
    expect(["playbooks/Ship It!.md", "Über.md", "—.md", `${"long-".repeat(30)}.md`].map(baseName)).toEqual([
      "ship-it",
      "u-ber",
      "unnamed",
      "long-".repeat(12).slice(0, -1),
    ]);
    const taken = new Set<string>();
    expect([1, 2, 3].map(() => uniqueName("a", taken))).toEqual(["a", "a-2", "a-3"]);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(kebab(text)) && kebab(text).length <= 64,
      ),
    );
  });
});
