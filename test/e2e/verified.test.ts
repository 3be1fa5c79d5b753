// A policy that was verified is not hashed again until its file is touched, and never taken for verified after that.
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { policyText } from "../../src/cli/hook/policy-text.ts";
import { verifiedIn } from "../../src/cli/hook/verified.ts";
import { Project } from "./session.ts";

const RULES = { "learnings/a.md": "- **Never** run `deployctl drop`.\n" };
const LATER = (): number => Date.now() + 60_000;

/** A project whose policy has been verified, and what its stamp was then. */
function verified(): { project: Project; revision: string } {
  const project = new Project(RULES);
  const { revision } = JSON.parse(readFileSync(project.policy, "utf8"));
  const { stamp = "" } = policyText(project.policy);
  verifiedIn(project.folder, LATER).remember(stamp, revision);
  return { project, revision };
}

function isKnown({ project, revision }: { project: Project; revision: string }): boolean {
  const { stamp = "" } = policyText(project.policy);
  return verifiedIn(project.folder, LATER).knows(stamp, revision);
}

test("what was verified and not touched is known", () => {
  expect(isKnown(verified())).toBe(true);
});

describe("is verified anew after", () => {
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
    ["the loss of what was remembered", (p) => rmSync(join(p, "..", "cache"), { recursive: true })],
    ["what was remembered was cut", (p) => writeFileSync(join(p, "..", "cache", "verified-policy"), "")],
  ])("%s", (_, change) => {
    const before = verified();
    change(before.project.policy);
    expect(isKnown(before)).toBe(false);
  });
});

test("a file that has only just changed is not remembered: its next change may have the same time", () => {
  const project = new Project(RULES);
  const { revision } = JSON.parse(readFileSync(project.policy, "utf8"));
  verifiedIn(project.folder, () => Date.now()).remember(policyText(project.policy).stamp ?? "", revision);
  expect(isKnown({ project, revision })).toBe(false);
});

test("a hook stops on a policy that was changed after it was verified", () => {
  const { project } = verified();
  writeFileSync(project.policy, readFileSync(project.policy, "utf8").replace("drop", "drip"));
  const said = project.session("claude-code", "s").run("deployctl drop");
  expect(said).toMatchObject({ decision: "deny", text: expect.stringContaining("edited by hand") as string });
});
