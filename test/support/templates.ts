// The templates as they are in the package, and the always-on text of a policy.
import { readFileSync } from "node:fs";
import { planAgents } from "../../src/compiler/4-emit/agents/plan.ts";
import { targetsOf } from "../../src/compiler/4-emit/agents/targets/all.ts";
import { TEMPLATES, Templates } from "../../src/compiler/4-emit/templates.ts";
import type { Policy } from "../../src/policy/types.ts";

export const templates = new Templates(
  new Map(TEMPLATES.map((name) => [name, readFileSync(`templates/${name}`, "utf8")])),
);

/** What every agent reads of a policy, where no skills are written. */
export function instructionsOf(policy: Policy): string {
  const input = { policy, targets: targetsOf(["agents-md"]), templates, around: () => "" };
  return planAgents(input).files.find((f) => f.path === "AGENTS.md")?.text ?? "";
}
