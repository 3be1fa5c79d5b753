// Templates of a project: they take the place of ours, show data and do nothing else; an error in one has a place.
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";

const SOURCE =
  "# R\n\n## 2026-01-02 — All\n\n- **Never** run `x y`.\n  - Id: `no-x`\n  - Because: {{sentence}} and {{constructor}} stay words.\n  - Blocks: `x y`\n- Say {{#each denied}} as it is.\n";
const SHOWN = "{{#each denied}}\n* {{sentence}} [{{id}}]\n{{/each}}\n";

async function build(files: Readonly<Record<string, string | Uint8Array>>, templates = "tpl") {
  const project = new TestProject({
    "learnings/a.md": SOURCE,
    "bylaw.config.json": JSON.stringify({ templates, agents: ["agents-md"] }),
    ...files,
  });
  const outcome = await project.bylaw(["build"]);
  return { ...outcome, project };
}

test("a template of the project takes the place of ours", async () => {
  const { status, project } = await build({ "tpl/AGENTS.md.hbs": SHOWN });
  expect(status).toBe(0);
  expect(project.read("dist/agents/AGENTS.md")).toBe(
    "<!-- bylaw:begin -->\n\n* Never run `x y`. [no-x]\n\n<!-- bylaw:end -->\n",
  );
});

test("text of sources is no template", async () => {
  const { status, project } = await build({
    "tpl/AGENTS.md.hbs": `${SHOWN}{{#each denied}}{{because}}{{/each}}{{#each guidance}}{{text}}{{/each}}`,
  });
  expect(status).toBe(0);
  expect(project.read("dist/agents/AGENTS.md")).toContain(
    "{{sentence}} and {{constructor}} stay words.Say {{#each denied}} as it is.",
  );
});

test("one that leaves a rule out is refused", async () => {
  const { status, err } = await build({ "tpl/AGENTS.md.hbs": "{{#each denied}}\n- {{id}}\n{{/each}}\n" });
  expect(status).toBe(1);
  expect(err).toContain(
    "Rule `no-x` has no place in `AGENTS.md`: the template doesn't show it (rule-not-placed)",
  );
});

describe("an error has its place", () => {
  test.each<[string, string, string]>([
    ["\n  {{nothing}}", "2:5", '"nothing" not defined'],
    ["{{#each denied}}{{/if}}", "1:4", "each doesn't match if"],
    ["a\n{{#if denied}}", "2:1", "the text ends inside a block"],
    ["{{#each denied}}{{this.constructor}}{{/each}}", "1:19", "`constructor` is no part of the data"],
    ["{{denied.__proto__}}", "1:3", "`__proto__` is no part of the data"],
    ['{{lookup denied "length"}}', "1:1", "only `if`, `unless`, `each` and `with` take words"],
    ["{{log denied}}", "1:1", "only `if`, `unless`, `each` and `with` take words"],
    ["x\n {{#foo denied}}{{/foo}}", "2:2", "`foo` is none of"],
    ["{{#if (lookup denied 0)}}{{/if}}", "1:7", "nothing can be computed"],
    ["{{> other}}", "1:1", "a template can't take in another one"],
    ['{{* decorate "x"}}', "1:1", "decorators are not supported"],
  ])("%j", async (text, place, reason) => {
    const { status, out, err, project } = await build({ "tpl/AGENTS.md.hbs": text });
    expect([status, out]).toEqual([1, ""]);
    expect(err).toContain(`tpl/AGENTS.md.hbs:${place} error \`tpl/AGENTS.md.hbs\` can't be used: ${reason}`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(project.files().filter((path) => path.startsWith("dist/"))).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string, string]>([
    [
      "a misspelt name",
      { "tpl/AGENT.md.hbs": "" },
      "tpl",
      "no template has this name, expected `AGENTS.md.hbs`",
    ],
    ["no folder", {}, "tpl", "there is no such folder"],
    ["a folder outside", {}, "..", "lies outside the project"],
    [
      "bytes that are no text",
      { "tpl/AGENTS.md.hbs": Uint8Array.of(0xff) },
      "tpl",
      "it is no file of UTF-8 text",
    ],
  ])("%s", async (_, files, folder, said) => {
    const { status, err } = await build(files, folder);
    expect(status).toBe(1);
    expect(err).toContain(said);
  });
});

describe("what is written is looked through", () => {
  const KEY = `AKIA${"Q3EXAMPLE".repeat(2)}`;
  test.each<[string, string, string]>([
    ["a key in a source", "secret-in-output", `- Say ${KEY} to it.`],
    ["a password in an address", "secret-in-output", "- Fetch `https://bot:hunter22@example.org/x`."],
  ])("%s", async (_, code, line) => {
    const { status, err } = await build({
      "tpl/scoped.md.hbs": "x",
      "learnings/b.md": `# B\n\n## 2026-01-03 — B\n\n${line}\n`,
    });
    expect([status, err.includes(`(${code})`)]).toEqual([1, true]);
    expect(err).toMatch(/agents\/AGENTS\.md:\d+:\d+ error/);
  });

  test.each([
    "- Fetch `https://<user>:<password>@example.org/x`.",
    "- Pass `--password-stdin`, never a token: it shows.",
    "- Use `sk-learn-pipeline-of-ours`.",
    "- The header `Authorization: Bearer $TOKEN` is set for you.",
  ])("%s is no secret", async (line) => {
    const { status } = await build({
      "tpl/scoped.md.hbs": "x",
      "learnings/b.md": `# B\n\n## 2026-01-03 — B\n\n${line}\n`,
    });
    expect(status).toBe(0);
  });

  test("a template with characters that nobody sees", async () => {
    const { status, err } = await build({ "tpl/AGENTS.md.hbs": `${SHOWN}\u202eevil` });
    expect([status, err.includes("U+202E (direction override)"), err.includes("(hidden-in-output)")]).toEqual(
      [1, true, true],
    );
  });

  test("a glob that leads out of the project", async () => {
    const { status, err } = await build({
      "tpl/scoped.md.hbs": "x",
      "learnings/b.md": '---\napplies-to: "../other/**"\n---\n\n# B\n\n## 2026-01-03 — B\n\n- x\n',
    });
    expect([
      status,
      err.includes(
        "`../other/**`, which can't be a file of the project: it leads out of the project (scope-outside)",
      ),
    ]).toEqual([1, true]);
  });
});
