// Pages and pictures that a build writes: what is stale, what is taken away, and what is never touched.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEPLOY, TestProject } from "../support/project.ts";

const PLAYBOOK = "playbooks/ship it.md";
const TEXT =
  "### Task `build`\n\n- Passes when it exits 0\n- Fails when it exits 1\n\n### Gate `ready`\n\n- Needs: `build`\n";
const PAGE = "dist/playbooks/ship it.md";
const PICTURE = "dist/playbooks/ship it.svg";

function projectWith(files: Readonly<Record<string, string>> = {}): TestProject {
  return new TestProject({ [PLAYBOOK]: TEXT, "learnings/deploy.md": DEPLOY, ...files });
}

describe("a build", () => {
  test("writes a page and a picture for each playbook, and names both", async () => {
    const project = projectWith();
    const { status, out, err } = await project.bylaw(["build"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain(`wrote ${PAGE}\nwrote ${PICTURE}\n`);
    expect(project.read(PAGE)).toContain("[The graph as a picture](ship%20it.svg)");
    expect(project.read(PICTURE)).toContain('<title id="graph-ship-it-title">The tasks of ship it</title>');
    expect(project.read("dist/agents/AGENTS.md")).toContain(
      "`bylaw next 'ship it' --state FILE`; skill `ship-it`",
    );
  });

  test("gives the same bytes again, and in another folder", async () => {
    const [one, two] = [projectWith(), projectWith()];
    for (const project of [one, one, two]) await project.bylaw(["build"]);
    for (const path of [PAGE, PICTURE]) expect(one.read(path)).toBe(two.read(path));
  });

  test("writes no page where there is no playbook", async () => {
    const project = new TestProject({ "learnings/deploy.md": DEPLOY });
    await project.bylaw(["build"]);
    expect(project.files("dist").filter((path) => !path.startsWith("dist/agents/"))).toEqual([
      "dist/policy.json",
    ]);
  });

  test("draws nothing where the configuration says so, and takes away what it drew before", async () => {
    const project = projectWith();
    await project.bylaw(["build"]);
    project.write("bylaw.config.json", '{"pictures": false}');
    const { status, out } = await project.bylaw(["build"]);
    expect(status).toBe(0);
    expect(out).toContain(`removed ${PICTURE}\n`);
    expect(project.files("dist/playbooks")).toEqual([PAGE]);
    expect(project.read(PAGE)).not.toContain("picture");
  });

  test("warns of a graph that is too large, and leaves its picture out", async () => {
    const task = (i: number): string =>
      `### Task \`t${i}\`\n\n- Passes when it exits 0\n- Fails when it exits 1\n${i < 90 ? "" : `- Needs: ${Array.from({ length: 90 }, (_, k) => `\`t${k}\``).join(", ")}\n`}\n`;
    const project = projectWith({
      "playbooks/big.md": Array.from({ length: 180 }, (_, i) => task(i)).join(""),
    });
    const { status, err } = await project.bylaw(["build"]);
    expect(status).toBe(0);
    expect(err).toContain(
      "playbooks/big.md:1:10 warning The graph of playbook `big` isn't drawn: its 8100 arrows pass 8100 levels",
    );
    expect(project.files("dist/playbooks")).toEqual(["dist/playbooks/big.md", PAGE, PICTURE]);
    expect(project.read("dist/playbooks/big.md")).not.toContain("](");
  });
});

describe("--check", () => {
  test.each([PAGE, PICTURE])("finds a change in %s", async (path) => {
    const project = projectWith();
    await project.bylaw(["build"]);
    expect(await project.bylaw(["build", "--check"])).toMatchObject({ status: 0, out: "" });
    project.write(path, project.read(path).replace("build", "biuld"));
    const { status, out } = await project.bylaw(["build", "--check"]);
    expect([status, out.split("\n")[0]]).toEqual([1, `stale: ${path}`]);
  });

  test("finds the page and the picture of a playbook that is gone", async () => {
    const project = projectWith({
      "playbooks/old.md": TEXT.replaceAll("ready", "done").replaceAll("build", "make"),
    });
    await project.bylaw(["build"]);
    project.write("playbooks/old.md", "Nothing any more.\n");
    const { status, out } = await project.bylaw(["build", "--check"]);
    expect(status).toBe(1);
    for (const name of ["old.md", "old.svg"])
      expect(out).toContain(`stale: dist/playbooks/${name} (nothing gives it any more)\n`);
  });
});

describe("files of earlier builds", () => {
  test("go with their playbook; what people put beside them stays", async () => {
    const project = projectWith({
      "playbooks/old.md": TEXT.replaceAll("ready", "done").replaceAll("build", "make"),
    });
    await project.bylaw(["build"]);
    const kept = ["dist/playbooks/notes.md", "dist/playbooks/drawing.svg", "dist/playbooks/old.txt"];
    for (const path of kept) project.write(path, "mine\n");
    mkdirSync(join(project.folder, "dist/playbooks/folder.md"));
    project.write("elsewhere.md", project.read("dist/playbooks/old.md"));
    symlinkSync("../../elsewhere.md", join(project.folder, "dist/playbooks/link.md"));
    project.write("playbooks/old.md", "Nothing any more.\n");
    const { status, out } = await project.bylaw(["build"]);
    expect(status).toBe(0);
    expect(out).toContain("removed dist/playbooks/old.md\nremoved dist/playbooks/old.svg\n");
    expect(project.files("dist/playbooks")).toEqual([...kept, PAGE, PICTURE].sort());
    expect(project.read("elsewhere.md")).toContain("Generated by Bylaw");
  });

  test("stay where the sources have errors", async () => {
    const project = projectWith();
    await project.bylaw(["build"]);
    project.write(PLAYBOOK, "- **Nver** run `x`.\n");
    expect((await project.bylaw(["build"])).status).toBe(1);
    expect(project.files("dist/playbooks")).toEqual([PAGE, PICTURE]);
  });
});

describe("sources are no outputs", () => {
  test("where the output folder is the project's", async () => {
    const project = projectWith();
    const { status, out, err } = await project.bylaw(["build", "--out", "."]);
    expect([status, out]).toEqual([1, ""]);
    expect(err).toContain("`playbooks/ship it.md` is a source and an output as well (output-is-source)");
    expect(project.read(PLAYBOOK)).toBe(TEXT);
    expect(project.files()).toEqual(["learnings/deploy.md", PLAYBOOK]);
  });

  test("where a link leads from the one to the other", async () => {
    const project = projectWith({ "dist/x": "" });
    symlinkSync("../playbooks", join(project.folder, "dist/playbooks"));
    const { status, err } = await project.bylaw(["build"]);
    expect(status).toBe(1);
    expect(err).toContain("(output-is-source)");
    expect(project.read(PLAYBOOK)).toBe(TEXT);
  });

  test("where a glob takes in the pages", async () => {
    const project = projectWith({ "bylaw.config.json": '{"sources":["**/*.md"]}' });
    expect((await project.bylaw(["build"])).status).toBe(0);
    const { status, err } = await project.bylaw(["build"]);
    expect(status).toBe(1);
    expect(err).toContain(
      "dist/playbooks/ship it.md:1:1 error `dist/playbooks/ship it.md` is a source and an output",
    );
  });
});
