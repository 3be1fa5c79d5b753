// Golden files: what each choice of targets gives for the sources of a small shop.
import { describe, expect, test } from "vitest";
import { contentOf } from "../../src/cli/agents/agents.ts";
import { DEFAULT_TARGETS, TARGETS, targetsOf } from "../../src/compiler/4-emit/agents/targets/all.ts";
import { validateConfig } from "../../src/policy/generated/validators.js";
import type { Config } from "../../src/policy/types.ts";
import { planOf, policyOf, SHOP } from "./sources.ts";

const policy = policyOf(SHOP);

/** Each target alone, and some together. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(TARGETS.map((t) => [t.id, [t.id]])),
  default: DEFAULT_TARGETS,
  "agents-md+all-rules": [
    "agents-md",
    "claude",
    "claude-rules",
    "cursor",
    "copilot",
    "gemini",
    "cline",
    "devin",
    "kiro",
  ],
};

describe("the table", () => {
  test("holds the targets that the configuration may name, each once", () => {
    const named = (ids: readonly string[]): Config => ({ agents: ids as NonNullable<Config["agents"]> });
    expect(validateConfig(named(TARGETS.map((t) => t.id)))).toBe(true);
    expect(validateConfig(named(["agents.md"]))).toBe(false);
    expect(new Set(TARGETS.map((t) => t.id)).size).toBe(TARGETS.length);
  });

  test.each(TARGETS.map((t) => [t.id, t] as const))(
    "%s says when and where its facts were looked up",
    (_, t) => {
      expect(t.verifiedOn).toMatch(/^2026-\d\d-\d\d$/);
      expect(t.source.length).toBeGreaterThan(10);
      for (const path of [t.always?.path, t.scoped?.path, t.skills?.folder, t.settings?.file])
        expect(path ?? "a").not.toMatch(/^\/|\.\./);
    },
  );

  test("its order doesn't hang on the order of names", () => {
    const ids = ["kiro", "claude", "agents-md", "claude"];
    expect(targetsOf(ids)).toEqual(targetsOf([...ids].reverse()));
  });

  test.each([
    [["claude"], ["claude"]],
    [
      ["claude", "cursor"],
      ["agents-md", "claude", "cursor"],
    ],
    [
      ["cursor", "copilot-repository"],
      ["cursor", "copilot-repository"],
    ],
    [["claude-skills"], ["claude-skills"]],
    [[], []],
  ])("of %j are written %j", (names, written) => {
    expect(targetsOf(names).map((t) => t.id)).toEqual(written);
  });
});

describe.each(Object.entries(CHOICES))("%s", (name, targets) => {
  const plan = planOf(policy, targets);

  test("writes the golden files", async () => {
    expect(plan.problems).toEqual([]);
    const all = plan.files.map((f) => `===== ${f.path} (${f.loads})\n${contentOf(f)}`).join("\n");
    await expect(all).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test("writes LF, one line feed at the end, no byte order mark, no path twice", () => {
    for (const file of plan.files) {
      const content = contentOf(file);
      expect(content).toMatch(/[^\n]\n$/);
      expect(content).not.toMatch(/\r|\ufeff/);
    }
    expect(new Set(plan.files.map((f) => f.path)).size).toBe(plan.files.length);
  });
});
