// bylaw fmt: canonical words, nothing else touched, and the same policy.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import * as prettier from "prettier";
import { describe, expect, test } from "vitest";
import { formatDocument } from "../../src/authoring/fmt.ts";
import { compileFiles } from "../support/compile.ts";
import { TestProject } from "../support/project.ts";

/** The sources that come with Bylaw. */
const sources = ["learnings", "playbooks"].flatMap((folder) => {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
});

describe("formatDocument", () => {
  test.each([
    ["- **Never** execute `x`\n", "- **Never** run `x`.\n"],
    [
      "*  __Always__ add `--a` to `x`, if `--b` is\n   used\n\n   Kept   prose.\n",
      "*  **Always** pass `--a` to `x`, when `--b` is used.\n\n   Kept   prose.\n",
    ],
    [
      "1. **Never** launch `x` – unless the operator waives it.\n   - Because:   kept  as it is\n",
      "1. **Never** run `x`, unless the operator waives it.\n   - Because:   kept  as it is\n",
    ],
    ["| a |\n|-|\n| `x` |\n", "| a |\n|-|\n| `x` |\n"],
    [
      "- **Never** run `x`, if:\n  - `--a`\n    are used, or\n  - any of:\n    - `--b` is used;\n    - file `y` exists.\n  - Because: so\n",
      "- **Never** run `x`, when any of:\n  - `--a` is used\n  - any of:\n    - `--b` is used\n    - file `y` exists\n  - Because: so\n",
    ],
    [
      "- **Never** start `x` unless all of\n  * the operator asks\n  * `--a` is used or `--b` is used\n",
      "- **Never** run `x`, unless all of:\n  * the operator asks\n  * `--a` is used or `--b` is used\n",
    ],
  ])("%j", (before, after) => {
    expect(formatDocument("learnings/a.md", before).text).toBe(after);
  });

  test("leaves a broken document as it is", () => {
    const text = "- **Never** execute `x`\n- **Never** run.\n";
    const formatted = formatDocument("learnings/a.md", text);
    expect(formatted.text).toBe(text);
    expect(formatted.problems).toHaveLength(1);
  });
});

const option = fc.constantFrom("`--a`", "`--b`", "`--long-option-name`", "`-f`");
const options = fc.oneof(
  option,
  fc.tuple(option, option).map(([a, b]) => `${a} or ${b}`),
);
const test1 = fc.oneof(
  options.map((o) => `${o} is used`),
  options.map((o) => `${o} are\n  missing`),
  option.map((o) => `${o} is one of \`4.9\`, \`4.10\`, or \`a|b\``),
  option.map((o) => `${o} looks like \`*_x_*\``),
  fc.constantFrom("file `*.lock` exists", "on host `h1`", "any operand is outside `/tmp/**`"),
);
const inline = fc.oneof(
  test1,
  fc.tuple(test1, test1).map((t) => t.join(" and ")),
  fc.tuple(test1, test1, test1).map((t) => `either ${t[0]} or both ${t[1]} and ${t[2]}`),
);
const counted = fc.constantFrom(" all of:", " any of:", ":", " all of");
const bullets = fc
  .tuple(counted, fc.array(fc.tuple(inline, fc.constantFrom("", ".", ";")), { minLength: 1, maxLength: 3 }))
  .map(([how, items]) => `${how}\n${items.map(([text, end]) => `  - ${text}${end}`).join("\n")}`);
const when = fc.oneof(
  fc.constant(""),
  fc.tuple(fc.constantFrom(", when", " if", " – when"), inline).map(([w, c]) => `${w} ${c}.`),
  fc
    .tuple(fc.constantFrom(", unless", " — unless"), test1)
    .map(([w, c]) => `${w} the operator asks or ${c}.`),
  fc.tuple(fc.constantFrom(", when", " unless"), bullets).map(([w, c]) => `${w}${c}`),
);
const main = fc.oneof(
  fc.constantFrom("**Never** execute `x`", "__Never__ run\n  `x y` or `z`", "**Ask before** launching `x`"),
  options.map((o) => `**Always** include ${o}\n  to \`x\``),
  option.map((o) => `**Default** ${o} to \`v*_\` for \`x\``),
  option.map((o) => `**Never** use \`1\`, \`2\` or \`3\` as ${o} to \`x\``),
);
const rule = fc.tuple(main, when).map((parts) => parts.join(""));
const document = fc
  .array(
    fc.record({
      rule,
      prose: fc.constantFrom(
        "",
        "Some  prose with a_b_c and * a star.\n\n",
        "> quoted\n\n",
        "| a |\n| - |\n| b |\n\n",
      ),
      because: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) =>
    parts
      .map(
        (p, i) =>
          `${p.prose}- ${p.rule}\n  - Id: \`r${i}\`\n${p.because ? "  - Because: it  is so.\n" : ""}\n`,
      )
      .join(""),
  );

const PLACES = new Set(["source", "at", "endLine", "line", "column", "endColumn"]);

/** What a document enforces, wherever it stands in the file. */
function meaning(text: string): unknown {
  const { policy, diagnostics } = compileFiles({ "learnings/a.md": text });
  const { rules, guidance, lists } = policy;
  const wrong = diagnostics.filter((d) => d.severity === "error").map((d) => d.code);
  return JSON.parse(
    JSON.stringify({ rules, guidance, lists, wrong }, (key, value: unknown) =>
      PLACES.has(key) ? undefined : typeof value === "string" ? value.replace(/\s+/g, " ") : value,
    ),
  );
}

test("the generated documents are well formed", () => {
  const samples = fc.sample(document, { numRuns: 200, seed: 7 });
  const broken = samples.filter((text) => formatDocument("learnings/a.md", text).problems.length > 0);
  expect(broken).toEqual([]);
});

test("formatting is idempotent and never changes what a document enforces", () => {
  fc.assert(
    fc.property(document, (text) => {
      const once = formatDocument("learnings/a.md", text).text;
      expect(formatDocument("learnings/a.md", once).text).toBe(once);
      expect(meaning(once)).toEqual(meaning(text));
    }),
    { numRuns: 150 },
  );
});

describe.each(["always", "never", "preserve"] as const)("Prettier with proseWrap %s", (proseWrap) => {
  const pretty = (text: string): Promise<string> => prettier.format(text, { parser: "markdown", proseWrap });

  test("changes no meaning, before formatting or after, and is undone by it", async () => {
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        expect(meaning(await pretty(text))).toEqual(meaning(text));
        const once = formatDocument("learnings/a.md", await pretty(text)).text;
        expect(meaning(once)).toEqual(meaning(text));
        expect(formatDocument("learnings/a.md", await pretty(once)).text).toBe(once);
      }),
      { numRuns: 40 },
    );
  });

  test.each(sources)("%s", async (file) => {
    const text = readFileSync(file, "utf8");
    expect(meaning(await pretty(text))).toEqual(meaning(text));
  });
});

describe("bylaw fmt", () => {
  test("formats the sources in place; --check only says which it would", async () => {
    const project = new TestProject({
      "learnings/a.md": "- **Never** execute `x`\n",
      "learnings/b.md": "- **Never** run `y`.\n",
    });
    expect(await project.bylaw(["fmt", "--check"])).toMatchObject({
      status: 1,
      out: "not formatted: learnings/a.md\n",
    });
    expect(await project.bylaw(["fmt"])).toMatchObject({ status: 0, out: "formatted learnings/a.md\n" });
    expect(project.read("learnings/a.md")).toBe("- **Never** run `x`.\n");
    expect(await project.bylaw(["fmt", "--check"])).toMatchObject({ status: 0, out: "" });
  });

  test("keeps the line ends and the byte order mark of a file", async () => {
    const project = new TestProject({ "learnings/a.md": "\ufeff# A\r\n\r\n- **Never** execute `x`\r\n" });
    await project.bylaw(["fmt"]);
    expect(project.read("learnings/a.md")).toBe("\ufeff# A\r\n\r\n- **Never** run `x`.\r\n");
  });
});
