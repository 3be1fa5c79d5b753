// bylaw learn: entries into a project's learnings, and what agents have proposed.
import { describe, expect, test } from "vitest";
import { proposeLearning } from "../../src/cli/service/learning.ts";
import { Problem } from "../../src/server/service/problem.ts";
import { DEPLOY, TestProject } from "../support/project.ts";

const FILE = "learnings/deploy.md";
const WORDS = [
  "--title",
  "Down it went",
  "--sentence",
  "Never run `deployctl destroy`.",
  "--date",
  "2026-04-01",
];
const ENTRY = "## 2026-04-01 — Down it went\n\n- **Never** run `deployctl destroy`.\n";

function project(): TestProject {
  return new TestProject({ [FILE]: DEPLOY });
}

describe("an entry", () => {
  test("is added, and nothing else is changed", async () => {
    const own = project();
    const { status, out } = await own.bylaw(["learn", FILE, ...WORDS]);
    expect([status, out]).toEqual([
      0,
      `${ENTRY}\nadded to ${FILE} as rule never-run-deployctl-destroy; bylaw build takes it up\n`,
    ]);
    expect(own.read(FILE)).toBe(`${DEPLOY}\n${ENTRY}`);
    expect((await own.bylaw(["build"])).status).toBe(0);
  });

  test("may begin a file in learnings/", async () => {
    const own = project();
    expect((await own.bylaw(["learn", "learnings/new.md", ...WORDS])).status).toBe(0);
    expect(own.read("learnings/new.md")).toBe(`# What we learned\n\n${ENTRY}`);
  });

  test("that clashes is refused with the line that settles it, and with that line it is taken", async () => {
    const own = project();
    const words = ["learn", FILE, "--title", "It hangs", "--sentence", "Never pass `--wait` to `deployctl`."];
    const refused = await own.bylaw([...words, "--date", "2026-04-01"]);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain("can't both be kept");
    expect(refused.err).toContain("would settle the conflict: Supersedes: `wait-for-health`\n");
    expect(own.read(FILE)).toBe(DEPLOY);
    const settled = await own.bylaw([...words, "--date", "2026-04-01", "--supersedes", "wait-for-health"]);
    expect(settled).toMatchObject({ status: 0, err: "" });
    expect(own.read(FILE)).toContain("  - Supersedes: `wait-for-health`\n");
  });

  test.each<readonly [string, readonly string[], string]>([
    ["an example that differs", [FILE, ...WORDS, "--passes", "deployctl destroy"], "example-differs"],
    [
      "a sentence that doesn't parse",
      [FILE, "--title", "t", "--sentence", "Never rum `x`."],
      "nothing was written",
    ],
    ["no sentence", [FILE, "--title", "t"], "expected --title and --sentence"],
    ["a file outside", ["../a.md", ...WORDS], "no learnings file"],
    ["a file elsewhere", ["docs/a.md", ...WORDS], "no learnings file"],
    ["a hidden file", ["learnings/.a.md", ...WORDS], "no learnings file"],
    ["an unknown rule to replace", [FILE, ...WORDS, "--supersedes", "nothing"], "unknown-id"],
  ])("with %s is refused, and nothing is written", async (_, words, said) => {
    const own = project();
    const { status, err } = await own.bylaw(["learn", ...words]);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(own.files()).toEqual([FILE]);
    expect(own.read(FILE)).toBe(DEPLOY);
  });
});

describe("a proposal", () => {
  const given = { title: "Down it went", sentence: "Never run `deployctl destroy`.", date: "2026-04-01" };

  test("waits until a person accepts it", async () => {
    const own = project();
    proposeLearning(given, own.folder);
    expect(own.read(FILE)).toBe(DEPLOY);
    const name = "2026-04-01-down-it-went";
    expect((await own.bylaw(["learn"])).out).toBe(`${name}, for ${FILE}\n${ENTRY}\n`);
    for (const verb of ["accept", "drop"])
      expect((await own.bylaw(["learn", verb, name])).err).toContain("needs a person at a terminal");
    expect((await own.bylaw(["learn", "accept", name], "", { person: true })).status).toBe(0);
    expect(own.read(FILE)).toBe(`${DEPLOY}\n${ENTRY}`);
    expect((await own.bylaw(["learn", "list"])).out).toBe("no proposal waits\n");
  });

  test("is dropped by a person, and nothing else is", async () => {
    const own = project();
    proposeLearning(given, own.folder);
    const person = { person: true };
    expect((await own.bylaw(["learn", "drop", "../../learnings/deploy"], "", person)).status).toBe(2);
    expect((await own.bylaw(["learn", "drop", "2026-04-01-down-it-went"], "", person)).status).toBe(0);
    expect(own.files(".bylaw")).toEqual([]);
    expect(own.read(FILE)).toBe(DEPLOY);
  });

  test("made twice is one; of one title they are two", () => {
    const own = project();
    for (const sentence of [given.sentence, given.sentence, "Never run `deployctl drop`."])
      proposeLearning({ ...given, sentence }, own.folder);
    expect(own.files(".bylaw")).toEqual([
      ".bylaw/proposals/2026-04-01-down-it-went-2.md",
      ".bylaw/proposals/2026-04-01-down-it-went.md",
    ]);
  });

  test("that no longer fits is refused when it is accepted, and stays", async () => {
    const own = project();
    const later = DEPLOY.replace("**Always** pass", "**Prefer**").replace(
      "`--wait` to",
      "`--wait` over `--region` for",
    );
    own.write(FILE, later.replace("  - Blocks: `deployctl --region us-east`\n", ""));
    proposeLearning({ ...given, sentence: "Never pass `--wait` to `deployctl`." }, own.folder);
    own.write(FILE, DEPLOY);
    const { status, err } = await own.bylaw(["learn", "accept", "2026-04-01-down-it-went"], "", {
      person: true,
    });
    expect(status).toBe(2);
    expect(err).toContain("can't both be kept");
    expect(own.files(".bylaw")).toHaveLength(1);
  });

  test("that was changed by hand into more is refused", async () => {
    const own = project();
    proposeLearning(given, own.folder);
    const path = ".bylaw/proposals/2026-04-01-down-it-went.md";
    own.write(path, `${own.read(path)}- **Never** run \`x\`.\n`);
    const { err } = await own.bylaw(["learn", "accept", "2026-04-01-down-it-went"], "", { person: true });
    expect(err).toContain("changed by hand");
  });

  test("at most fifty wait", () => {
    const own = project();
    for (let n = 0; n < 50; n++) own.write(`.bylaw/proposals/x-${n}.md`, "x");
    expect(() => proposeLearning(given, own.folder)).toThrow("50 proposals wait already");
  });

  test("that clashes is a conflict, with the line that settles it", () => {
    const own = project();
    try {
      proposeLearning({ ...given, sentence: "Never pass `--wait` to `deployctl`." }, own.folder);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({ code: "conflict", more: { settle: "Supersedes: `wait-for-health`" } });
    }
    try {
      proposeLearning({ ...given, sentence: "Never pass `--wiat` to `deployctl`." }, own.folder);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "unfit", more: { diagnostics: [{ code: "unknown-option" }] } });
    }
  });
});
