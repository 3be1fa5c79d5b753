// Settings files before and after: what is added, what stays, and that taking it out again gives the old bytes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, jsonOf, readDocument } from "../../../src/authoring/settings/document.ts";
import { merge } from "../../../src/authoring/settings/merge.ts";
import { undo } from "../../../src/authoring/settings/undo.ts";
import type { Wish, Written } from "../../../src/authoring/settings/wishes.ts";
import { sha256 } from "../../../src/cli/node-tools.ts";

const isOwn = (handler: Json): boolean => JSON.stringify(handler).includes('"ours');
const hook = (event: string, command = "ours"): Wish => ({
  type: "hook",
  list: ["hooks", event],
  entry: { matcher: "*", hooks: [{ command }] },
});
const deny = (entry: string): Wish => ({ type: "item", list: ["permissions", "deny"], entry });
const WISHES = [hook("Pre"), deny("Bash(x)")];

function merged(text: string, wishes: readonly Wish[] = WISHES, before?: Written) {
  const result = merge(text, wishes, before, isOwn, sha256);
  if ("problem" in result) throw new Error(result.problem);
  return result;
}

function undone(text: string, written: Written): string {
  const result = undo(text, written, isOwn, sha256);
  if ("problem" in result) throw new Error(result.problem);
  return result.text;
}

/** As if a person had changed something: what was noted of places doesn't hold any more. */
const touched = (written: Written): Written => ({ ...written, sum: "" });

const value = (text: string): Json | undefined => {
  const read = readDocument(text.replace(/^\ufeff/, ""));
  if ("problem" in read) throw new Error(`${read.problem}: ${text}`);
  return read.root === undefined ? undefined : jsonOf(read.root);
};

const OURS = `"hooks": {
    "Pre": [
      {
        "matcher": "*",
        "hooks": [
          {
            "command": "ours"
          }
        ]
      }
    ]
  }`;

describe("a hook is added", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["to nothing", "", `{\n  ${OURS}\n}\n`],
    ["to an empty object", "{}", `{\n  ${OURS}\n}`],
    ["to an empty object over lines", "{\n}\n", `{\n  ${OURS}\n}\n`],
    ["behind a key", '{\n  "a": 1\n}\n', `{\n  "a": 1,\n  ${OURS}\n}\n`],
    ["behind a trailing comma", '{\n  "a": 1,\n}\n', `{\n  "a": 1,\n  ${OURS},\n}\n`],
    [
      "behind a comment at the end",
      '{\n  "a": 1 // one, two\n  /* , */\n}\n',
      `{\n  "a": 1, // one, two\n  /* , */\n  ${OURS}\n}\n`,
    ],
    ["behind nothing but a comment", "{\n  // none\n}\n", `{\n  // none\n  ${OURS}\n}\n`],
    ["to one line", '{"a":1}', `{"a":1,\n  ${OURS}\n}`],
    [
      "beside the hooks of others",
      '{\n  "hooks": {\n    "Pre": [\n      { "hooks": [{ "command": "theirs" }] } // keep\n    ]\n  }\n}\n',
      '{\n  "hooks": {\n    "Pre": [\n      { "hooks": [{ "command": "theirs" }] }, // keep\n      {\n        "matcher": "*",\n        "hooks": [\n          {\n            "command": "ours"\n          }\n        ]\n      }\n    ]\n  }\n}\n',
    ],
  ];
  test.each(cases)("%s", (_, before, after) => {
    const { text, written } = merged(before, [hook("Pre")]);
    expect(text).toBe(after);
    expect(merged(after, [hook("Pre")], written).text).toBe(after);
    expect(undone(after, written)).toBe(before === "" ? "" : before);
  });

  test("with the file's own ends of lines, indentation and mark of byte order", () => {
    const before = '\ufeff{\r\n\t"a": 1\r\n}\r\n';
    const { text, written } = merged(before);
    expect(text.startsWith('\ufeff{\r\n\t"a": 1,\r\n\t"hooks": {\r\n\t\t"Pre": [\r\n\t\t\t{')).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(undone(text, written)).toBe(before);
  });

  test("where the host looks: of two keys of one name the last one counts", () => {
    const { text } = merged('{ "hooks": 1, "hooks": {} }', [hook("Pre")]);
    expect(value(text)).toEqual({ hooks: { Pre: [{ matcher: "*", hooks: [{ command: "ours" }] }] } });
  });
});

describe("what can't be changed is said with its place", () => {
  const cases: readonly (readonly [string, string, string, number])[] = [
    ["a comma too few", '{ "a": 1 "b": 2 }', "comma expected", 9],
    ["no end", '{ "a": [1, ', "value expected", 11],
    ["a list", "[]", "it is a list, not an object", 0],
    ["a text after it", "{} x", "invalid symbol", 3],
    ["hooks that are none", '{ "hooks": "no" }', "`hooks` is a string, expected an object", 11],
    ["events that are none", '{ "hooks": { "Pre": {} } }', "`hooks.Pre` is an object, expected a list", 20],
    ["what lies too deep", "[".repeat(100_000), "it is nested too deeply", 0],
  ];
  test.each(cases)("%s", (_, text, problem, offset) => {
    expect(merge(text, WISHES, undefined, isOwn, sha256)).toEqual({ problem, offset });
  });
});

describe("what is ours already", () => {
  test("is replaced where it stands when it has changed", () => {
    const first = merged('{\n  "a": 1\n}\n');
    const byHand = first.text.replace(/\}\n$/, '  , "z": 2\n}\n');
    const second = merged(byHand, [hook("Pre", "ours, moved"), deny("Bash(x)")], first.written);
    expect(second.text).toBe(byHand.replace('"ours"', '"ours, moved"'));
    expect(merged(second.text, [hook("Pre", "ours, moved"), deny("Bash(x)")], second.written).text).toBe(
      second.text,
    );
  });

  test("is found without the record", () => {
    const { text } = merged("{}", [hook("Pre")]);
    expect(merged(text, [hook("Pre")]).text).toBe(text);
    expect(value(merged(text, [hook("Post")]).text)).toEqual({
      hooks: { Pre: [], Post: [{ matcher: "*", hooks: [{ command: "ours" }] }] },
    });
  });

  test("is one entry, however often it stands there", () => {
    const entry = '{ "hooks": [{ "command": "ours" }] }';
    const { text } = merged(`{ "hooks": { "Pre": [${entry}, ${entry}] } }`, [hook("Pre")]);
    expect(value(text)).toEqual({ hooks: { Pre: [{ matcher: "*", hooks: [{ command: "ours" }] }] } });
  });

  test("goes without what a person put beside it", () => {
    const both = '{ "hooks": { "Pre": [{ "hooks": [{ "command": "theirs" }, { "command": "ours" }] }] } }';
    const text = undone(both, { sum: "", items: [], properties: [], made: [] });
    expect(text).toBe('{ "hooks": { "Pre": [{ "hooks": [{ "command": "theirs" }] }] } }');
  });
});

describe("a permission", () => {
  test("that a person has written stays theirs", () => {
    const before = '{\n  "permissions": {\n    "deny": ["Bash(x)"]\n  }\n}\n';
    const { text, written } = merged(before, [deny("Bash(x)"), deny("Bash(y)")]);
    expect(written.items).toEqual([{ list: ["permissions", "deny"], entry: "Bash(y)" }]);
    expect(undone(text, touched(written))).toBe(before.replace('["Bash(x)"]', '["Bash(x)"\n    ]'));
    expect(undone(text, written)).toBe(before);
  });

  test("of a rule that is gone goes too", () => {
    const first = merged("{}", [deny("Bash(x)"), deny("Bash(y)")]);
    const changed = `${first.text} `;
    for (const [text, before] of [
      [first.text, first.written],
      [changed, first.written],
    ] as const)
      expect(value(merged(text, [deny("Bash(y)")], before).text)).toEqual({
        permissions: { deny: ["Bash(y)"] },
      });
  });

  test("under a key that a person has given another value is left to them", () => {
    const wish: Wish = { type: "property", object: ["permission", "bash"], key: "x", value: "deny" };
    const before = '{ "permission": { "bash": { "x": "allow" } } }';
    const { text, left, written } = merged(before, [wish]);
    expect([text, left, written.properties]).toEqual([before, [wish], []]);
  });
});

/** Random settings: nested values, in random layout, with comments and trailing commas. */
const space = fc.constantFrom("", " ", "\n", "\n  ", "\t", " // c, }\n", " /* ] */ ");
const document: fc.Arbitrary<string> = fc.letrec<{ node: string; object: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("1", "null", '"a // b"', '"Bash(x)"', '{"command":"theirs"}'),
    tie("object"),
    fc
      .tuple(fc.array(fc.tuple(space, tie("node"), space), { maxLength: 3 }), fc.boolean(), space)
      .map(([items, trailing, end]) => {
        const inner = items.map((i) => i.join("")).join(",");
        return `[${inner}${trailing && items.length > 0 ? "," : ""}${end}]`;
      }),
  ),
  object: fc
    .tuple(
      fc.uniqueArray(
        fc.tuple(fc.constantFrom("a", "b", "env", "__proto__"), space, space, tie("node"), space),
        { maxLength: 3, selector: ([key]) => key },
      ),
      fc.constantFrom("", '"hooks":{}', '"hooks": { "Pre": [ ] }', '"permissions": {"deny": ["Bash(z)"]}'),
      fc.boolean(),
      space,
    )
    .map(([properties, more, trailing, end]) => {
      const all = properties.map(([key, s, t, v, u]) => `${s}"${key}"${t}:${v}${u}`);
      if (more !== "") all.push(more);
      return `{${all.join(",")}${trailing && all.length > 0 ? "," : ""}${end}}`;
    }),
})).object;

describe("for any settings", () => {
  const bom = fc.constantFrom("", "\ufeff");

  test("in and out again is what was there, and twice in is once", () => {
    fc.assert(
      fc.property(document, bom, fc.constantFrom("\n", "\r\n"), (body, mark, eol) => {
        const before = mark + body.replaceAll("\n", eol);
        const result = merge(before, WISHES, undefined, isOwn, sha256);
        if ("problem" in result) return result.problem.includes("expected");
        expect(merged(result.text, WISHES, result.written).text).toBe(result.text);
        expect(undone(result.text, result.written)).toBe(before);
        return true;
      }),
      { numRuns: 500 },
    );
  });

  test("what was there means the same with ours in it, and with ours taken out of a changed file", () => {
    fc.assert(
      fc.property(document, (before) => {
        const result = merge(before, WISHES, undefined, isOwn, sha256);
        if ("problem" in result) return;
        const { text, written } = result;
        const [was, is] = [value(before), value(text)] as { [key: string]: Json }[];
        for (const [key, v] of Object.entries(was ?? {}))
          if (key !== "hooks" && key !== "permissions") expect(is?.[key]).toEqual(v);
        expect(value(undone(text, touched(written)))).toEqual(was);
        for (const comment of before.match(/\/\/ c, \}|\/\* \] \*\//g) ?? [])
          expect(undone(text, touched(written))).toContain(comment);
      }),
      { numRuns: 500 },
    );
  });
});
