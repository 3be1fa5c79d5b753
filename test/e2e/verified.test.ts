// A policy that was verified is kept in pieces, and read from them until its file is touched, never after that.
import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type PiecesFile, piecesIn } from "../../src/cli/hook/pieces-file.ts";
import { policyText } from "../../src/cli/hook/policy-text.ts";
import { Project } from "./session.ts";

const RULES = { "learnings/a.md": "- **Never** run `deployctl drop`.\n" };
const LATER = (): number => Date.now() + 60_000;

function pieces({ folder, policy }: Project, now = LATER, build = "1"): PiecesFile {
  return piecesIn(folder, policy, build, now);
}

/** A project whose policy has been verified and kept. */
function kept(now = LATER): Project {
  const project = new Project(RULES);
  const { text, stamp = "" } = policyText(project.policy);
  pieces(project, now).keep(stamp, JSON.parse(text));
  return project;
}

function isKept(project: Project, build = "1"): boolean {
  const opened = pieces(project, LATER, build).open();
  opened?.close();
  return opened !== undefined;
}

test("what was verified and not touched is read from its pieces", () => {
  const opened = pieces(kept()).open();
  expect(opened?.policy.rules.map((r) => r.sentence)).toEqual(["Never run `deployctl drop`."]);
  expect(opened?.lookup.rulesOf("deployctl")).toHaveLength(1);
  opened?.close();
});

describe("is read anew after", () => {
  test.each<[string, (policy: string) => void]>([
    [
      "other bytes of the same length",
      (p) => writeFileSync(p, readFileSync(p, "utf8").replace("drop", "drip")),
    ],
    [
      "other bytes whose time is set back",
      (p) => {
        const { atime, mtime } = statSync(p);
        writeFileSync(p, readFileSync(p, "utf8").replace("drop", "drip"));
        utimesSync(p, atime, mtime);
      },
    ],
    [
      "another file in its place",
      (p) => {
        writeFileSync(`${p}.new`, readFileSync(p));
        renameSync(`${p}.new`, p);
      },
    ],
    ["the loss of the policy", (p) => rmSync(p)],
    ["the loss of the pieces", (p) => rmSync(join(p, "..", "cache"), { recursive: true })],
    ["the pieces were emptied", (p) => writeFileSync(join(p, "..", "cache", "policy-pieces"), "")],
    ["the pieces were cut", (p) => truncateSync(join(p, "..", "cache", "policy-pieces"), 700)],
    ["the pieces are no pieces", (p) => writeFileSync(join(p, "..", "cache", "policy-pieces"), "1 2\n{}")],
  ])("%s", (_, change) => {
    const project = kept();
    change(project.policy);
    expect(isKept(project)).toBe(false);
  });

  test("another build of Bylaw", () => {
    const project = kept();
    expect([isKept(project), isKept(project, "2")]).toEqual([true, false]);
  });
});

test("a file that has only just changed is not kept: its next change may have the same time", () => {
  expect(isKept(kept(() => Date.now()))).toBe(false);
});

test("what is kept is read by its owner alone, and leaves nothing else behind", () => {
  const folder = join(kept().folder, ".bylaw", "cache");
  expect(readdirSync(folder).sort()).toEqual([".gitignore", "policy-pieces"]);
  expect(statSync(join(folder, "policy-pieces")).mode & 0o777).toBe(0o600);
});

test("a hook stops on a policy that was changed after it was kept", () => {
  const project = kept();
  writeFileSync(project.policy, readFileSync(project.policy, "utf8").replace("drop", "drip"));
  const said = project.session("claude-code", "s").run("deployctl drop");
  expect(said).toMatchObject({ decision: "deny", text: expect.stringContaining("edited by hand") as string });
});
