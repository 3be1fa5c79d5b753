// Single sentences of instructions: which ones are rules as they stand, which ones nearly are, and which ones are none.
import { describe, expect, test } from "vitest";
import { readHostFront } from "../../src/authoring/import/front.ts";
import { importDocument } from "../../src/authoring/import/import-document.ts";
import { isShipped as isKnown } from "../../src/cli/io/known-tools.ts";

function imported(text: string): {
  rules: readonly [string, ...string[]][];
  near: string[];
  guidance: string[];
  why: string[];
} {
  const read = importDocument("AGENTS.md", text, isKnown);
  if ("problem" in read) throw new Error(read.problem.message);
  const guidance = read.pieces.flatMap((p) => (p.type === "guidance" ? [p] : []));
  return {
    rules: read.pieces.flatMap((p) => (p.type === "rule" ? [[p.sentence, ...p.labels] as const] : [])),
    near: guidance.flatMap((g) => g.near.map((n) => n.sentence)),
    guidance: guidance.map((g) => g.text),
    why: guidance.flatMap((g) => g.why ?? []),
  };
}

describe("rules as they stand", () => {
  test.each<readonly [string, readonly string[]]>([
    ["Never run `git push --force`.", ["Never run `git push --force`."]],
    ["**NEVER** execute `git push --force`!", ["Never run `git push --force`."]],
    ["Please don’t run `git push --force`", ["Never run `git push --force`."]],
    ["You must never run `git push --force`.", ["Never run `git push --force`."]],
    ["Agents MUST NOT edit `dist/`", ["Never edit `dist/**`."]],
    ["IMPORTANT: Always add `--signoff` to `git commit`.", ["Always pass `--signoff` to `git commit`."]],
    ["🚨 Do not run `npm publish`.", ["Never run `npm publish`."]],
    ["**Never:** run `npm publish`", ["Never run `npm publish`."]],
    [
      "Never run `npm publish` because the pipeline does.",
      ["Never run `npm publish`.", "Because: the pipeline does."],
    ],
    [
      "Never run `npm publish` — because the pipeline does.",
      ["Never run `npm publish`.", "Because: the pipeline does."],
    ],
    [
      "Never run `npm publish` (its tags get lost).",
      ["Never run `npm publish`.", "Because: its tags get lost"],
    ],
    [
      "Never run `npm publish` - otherwise it runs twice.",
      ["Never run `npm publish`.", "Because: otherwise it runs twice."],
    ],
    [
      "Never run `npm publish` as it breaks the tags.",
      ["Never run `npm publish`.", "Because: it breaks the tags."],
    ],
    [
      "Never run `npm ci`; use `pnpm install` instead.",
      ["Never run `npm ci`.", "Instead: use `pnpm install`"],
    ],
    [
      "Never run `npm publish`. It would run twice.",
      ["Never run `npm publish`.", "Because: It would run twice."],
    ],
    ["Never run `git push`, when `--force` is used.", ["Never run `git push`, when `--force` is used."]],
    ["Prefer `rg` over `grep`.", ["Prefer `rg` over `grep`."]],
  ])("%s", (text, rule) => {
    for (const form of [text, `- ${text}`, `1. ${text}`, `> ${text}`])
      expect([form, imported(form).rules, imported(form).guidance]).toEqual([form, [rule], []]);
  });
});

describe("rules of ours, with their labels", () => {
  test("stay as they are, and are canonical", () => {
    const text =
      "- **Never** execute `x y`.\n  - Id: `no-x`\n  - Because: of it.\n  - Blocks:\n    ```sh\n    x y\n    ```\n";
    expect(imported(text).rules).toEqual([
      ["Never run `x y`.", "Id: `no-x`", "Because: of it.", "Blocks:\n```sh\nx y\n```"],
    ]);
  });
});

describe("what would forbid more than was meant is only suggested", () => {
  test.each<readonly [string, string]>([
    ["- Never run `npm publish`. Except on Fridays.", "Never run `npm publish`."],
    ["- Never run `npm publish`.\n  - unless it is a beta", "Never run `npm publish`."],
    ["On staging only:\n\n- Never run `npm publish`.", "Never run `npm publish`."],
    ["## When releasing\n\nNever run `npm publish`.", "Never run `npm publish`."],
    ["- Deploying\n  - Never run `npm publish`.", "Never run `npm publish`."],
    ["- Backend team\n\n  1. Never run `npm publish`.", "Never run `npm publish`."],
    ["- Never run `npm publish`.\n  - on staging", "Never run `npm publish`."],
    ["- Never run `npm publish`.\n  - Be quick.", "Never run `npm publish`."],
    ["- Never run `npm publish`.\n\n  In tests it is fine.", "Never run `npm publish`."],
    ["- Never run `npm publish`.\n\n  > For humans.", "Never run `npm publish`."],
    ["- During an incident:\n  - Never run `npm publish`.", "Never run `npm publish`."],
    [
      "Bad examples:\n\n- Always pass `--no-verify` to `git commit`.",
      "Always pass `--no-verify` to `git commit`.",
    ],
  ])("%j", (text, near) => {
    expect(imported(text)).toMatchObject({ rules: [], near: [near] });
  });

  test.each([
    "## Reviewer",
    "## Test agent",
    "## Sub-agents",
    "## Plan mode",
    "## Phase 2",
    "## Staging",
    "## In CI",
    "## Code review",
    "## Releases",
    "## Deploying",
    "## Windows",
    "## Docker",
    "## Investigation",
    "## Anti-patterns",
    "## Common mistakes",
    "## Deprecated",
    "## Old rules",
    "## No longer true",
    "## Rules until 2024",
    "## Examples",
    "## ~~Rules~~",
    "## Database",
    "# Reviewer agent",
    "# Rules\n\n# Staging",
    "## Rules\n\n### Backend team",
    "**Tester:**",
    "**Explorer**\n\nYou look.",
    "*Production*",
    "Previously we said this.",
    "During the migration, do this.",
    "In production:",
    "These rules are not in use any more:",
    "We used to say:",
    "Ask first:",
    "<details>\n<summary>Rules</summary>",
  ])("below %j", (above) => {
    const text = `${above}\n\n- Never run \`npm publish\`.`;
    expect(imported(text)).toMatchObject({ rules: [], near: ["Never run `npm publish`."] });
  });

  test.each(["## Don't", "## Forbidden commands", "**Never:**", "Do not:"])(
    "and turned around below %j",
    (above) => {
      expect(imported(`${above}\n\n- Always run \`npm test\` before \`git push\`.`).rules).toEqual([]);
    },
  );

  test.each([
    "# The parcel service",
    "# Agent instructions",
    "# CRITICAL RULES",
    "## Rules",
    "## Rules for all agents",
    "## Do's and don'ts",
    "## Never",
    "## Important",
    "## Git",
    "## Safety & security",
    "## Testing",
    "## `npm` commands",
    "## Coding guidelines",
    "**Important:**",
    "Please follow these rules:",
    "Never:",
    "# Shop\n\n## Rules\n\n### Git",
    "The shop sells plants.",
  ])("but not below %j", (above) => {
    const text = `${above}\n\n- Never run \`npm publish\`.`;
    expect(imported(text).rules).toEqual([["Never run `npm publish`."]]);
  });

  test.each([
    "Never run `npm publish` unless you are sure.",
    "Never run `npm publish` (except for betas).",
    "Never run `npm publish` — only the pipeline may.",
  ])("and this is not even that: %s", (text) => expect(imported(text).rules).toEqual([]));
});

describe("what stands beside a rule and may limit it makes it a suggestion", () => {
  test.each([
    "Never run `npm publish`. In CI it is fine.",
    "In CI all is different. Never run `npm publish`.",
    "Never run `npm publish`. You may run it in tests.",
    "Never run `npm publish`. OK on staging.",
    "Never run `npm publish` (on main).",
    "Never run `npm publish`; fine in tests.",
    "Never run `npm publish` – allowed on staging.",
    "Never run `npm publish` - CI may.",
    "Never run `npm publish`. This rule is for humans.",
    "Never run `npm publish`. This applies to production only.",
    "Never run `npm publish` because it breaks tags in CI.",
    "Never run `npm publish`. It is generally wrong.",
  ])("%s", (text) => {
    for (const form of [text, `- ${text}`])
      expect([form, imported(form)]).toEqual([
        form,
        expect.objectContaining({ rules: [], near: ["Never run `npm publish`."] }),
      ]);
  });

  test.each([
    "Never run `npm publish` (the pipeline does).",
    "Never run `npm publish` — the pipeline does.",
    "Never run `npm publish` - the pipeline does.",
    "Never run `npm publish`. The pipeline does.",
  ])("what is neither a reason nor a limit stands beside it: %s", (text) => {
    const { rules, guidance } = imported(text);
    expect(rules).toEqual([["Never run `npm publish`."]]);
    expect(guidance.join()).toMatch(/^the pipeline does\.?$/i);
  });

  test("“as” in front of somebody is no reason", () => {
    expect(imported("Never run `npm publish` as root.").rules).toEqual([]);
  });
});

describe("what is struck out is no rule, and is told", () => {
  test.each([
    "- ~~Never run `npm publish`.~~",
    "- ~~Never run~~ `npm publish`.",
    "~~Never run `npm publish`.~~ The pipeline does.",
    "- ~Never run `npm publish`.~",
    "- **~~Never~~** run `npm publish`.",
    "- <del>Never run `npm publish`.</del>",
    "- <s>Never</s> run `npm publish`.",
  ])("%s", (text) => {
    expect(imported(text)).toMatchObject({ rules: [], near: [], why: ["it is struck out"] });
  });
});

describe("instructions of hosts are no runbooks, whatever their sections are called", () => {
  const text = "# A\n\n## Symptoms\n\nx\n\n## Resolution\n\n1. y\n";
  test.each<readonly [string, string]>([
    ["AGENTS.md", "playbook"],
    ["a/runbook/CLAUDE.md", "playbook"],
    ["GEMINI.md", "playbook"],
    [".github/copilot-instructions.md", "playbook"],
    [".cursor/rules/runbook.mdc", "playbook"],
    ["docs/database.md", "runbook"],
    ["docs/agents-runbook.md", "runbook"],
  ])("%s", (file, kind) => expect(importDocument(file, text, isKnown)).toMatchObject({ kind }));
});

describe("what stands in backticks and may be no command or no file is only suggested", () => {
  test.each<readonly [string, string]>([
    ["Always run `setState` before `render`.", "Always run `setState` before `render`."],
    ["Always run `setState` before `git push`.", "Always run `setState` before `git push`."],
    ["Never run `frobnicate`.", "Never run `frobnicate`."],
    ["Never run `eval (x)`.", "Never run `eval (x)`."],
    ["Do not edit `props`.", "Never edit `props/**`."],
    ["Do not edit `props.children`.", "Never edit `props.children/**`."],
    ["Never edit `build`.", "Never edit `build/**`."],
    ["Never edit `src/lib/paraglide`.", "Never edit `src/lib/paraglide/**`."],
    ["Never edit `.github`.", "Never edit `.github/**`."],
  ])("%s", (text, near) => expect(imported(text)).toMatchObject({ rules: [], near: [near] }));

  test.each<readonly [string, string]>([
    ["Never run `./frobnicate`.", "Never run `./frobnicate`."],
    ["Never run `frobnicate.sh`.", "Never run `frobnicate.sh`."],
    ["```sh\nfrobnicate\n```\n\nNever run `frobnicate`.", "Never run `frobnicate`."],
    ["Never edit `Makefile`.", "Never edit `Makefile`."],
    ["Never edit `src/a.gen.ts`.", "Never edit `src/a.gen.ts`."],
    ["Never edit `.env`.", "Never edit `.env`."],
    ["Never edit `.gitignore`.", "Never edit `.gitignore`."],
    ["Never edit `*.tfstate`.", "Never edit `*.tfstate`."],
    ["Never edit `build/`.", "Never edit `build/**`."],
  ])("but this is one: %j", (text, rule) => expect(imported(text).rules).toEqual([[rule]]));
});

describe("what nearly is one", () => {
  test.each<readonly [string, string]>([
    ["Use `pnpm`, not `npm`.", "Prefer `pnpm` over `npm`."],
    ["Use `rg` rather than `grep`", "Prefer `rg` over `grep`."],
    ["`npm` must never be used.", "Never run `npm`."],
    ["Files in `gen/` must not be edited by hand.", "Never edit `gen/**`."],
    ["Do not modify anything under `src/vendor`.", "Never edit `src/vendor/**`."],
    ["Never touch `.env`.", "Never edit `.env`."],
    ["Don't open `.env` files", "Never read `.env`."],
    ["Don't use `--force` when running `git push`.", "Never pass `--force` to `git push`."],
    ["Always use the `--signoff` flag with `git commit`.", "Always pass `--signoff` to `git commit`."],
    ["Run `npm test` before every commit.", "Always run `npm test` before `git commit`."],
    ["Before opening a pull request, run `npm test`.", "Always run `npm test` before `gh pr create`."],
    ["Run `npm ci` first, then `npm test`.", "Require order `npm ci`, then `npm test`."],
    ["Never commit directly to the `main` branch.", "Never pass `main` as `<refspec>` to `git push`."],
    ["Get approval before running `terraform apply`.", "Ask before running `terraform apply`."],
    ["Check with me before editing `ci.yml`.", "Ask before editing `ci.yml`."],
    ["Never run terraform destroy -auto-approve", "Never run `terraform destroy -auto-approve`."],
    ["## Never\n\n- Run `npm publish`", "Never run `npm publish`."],
    ["Do not:\n\n- edit `dist/**`", "Never edit `dist/**`."],
    ["## Ask first\n\n- Run `npm publish`", "Ask before running `npm publish`."],
    ["Do not run `npm publish`, the pipeline does that.", "Never run `npm publish`."],
  ])("%j", (text, near) => expect(imported(text)).toMatchObject({ rules: [], near: [near] }));
});

describe("what is none, and is suggested as none", () => {
  test.each([
    "Prefer `const` over `let`.",
    "Never use `any`.",
    "Always use `async` and `await`.",
    "Use `Result` instead of exceptions.",
    "Keep functions short.",
    "Never be rude.",
    "Only `main` is deployed.",
    "The command `npm test` runs the tests.",
    "Run `npm test`.",
    "| a | b |\n| --- | --- |\n| Never run `x` | y |",
    "```\nNever run `x y`.\n```",
    "<!-- Never run `x y`. -->",
    "<p>Never run `x y`.</p>",
  ])("%j", (text) => expect(imported(text)).toMatchObject({ rules: [], near: [] }));
});

test("what looks like a rule in HTML stays as it is, and is told; what stands in tags of one's own is read", () => {
  const notes = (text: string): string[] => {
    const read = importDocument("AGENTS.md", text, isKnown);
    return "problem" in read ? [] : read.notes.map((n) => `${n.source.line}: ${n.message}`);
  };
  const said = "what looks like a rule in this HTML stays as it is";
  expect(notes("# A\n\n<p>\nNever run `npm publish`.\n</p>\n")).toEqual([`3: ${said}`]);
  expect(notes('<p align="center"><img src="a.png"></p>\n')).toEqual([]);
  expect(notes("<rules>\nNever run `npm publish`.\n</rules>\n")).toEqual([]);
});

describe("frontmatter of hosts", () => {
  test.each<readonly [string, readonly string[]]>([
    ["globs: *.ts, src/**/*.{a,b}", ["*.ts", "src/**/*.{a,b}"]],
    ['globs: ["a/**", "b"]', ["a/**", "b"]],
    ["paths:\n  - src/**\n  - './lib/**'", ["src/**", "lib/**"]],
    ['applyTo: "**/*.sql,db/**"', ["**/*.sql", "db/**"]],
    ['applyTo: "**"', []],
    ["globs:\nalwaysApply: true", []],
    ["applies-to: [x]", ["x"]],
    ["inclusion: fileMatch\nfileMatchPattern: 'app/**'", ["app/**"]],
    ["description: globs: no", []],
    ["__proto__: x\nconstructor: y", []],
  ])("%j", (yaml, globs) => expect(readHostFront(yaml).appliesTo).toEqual(globs));
});
