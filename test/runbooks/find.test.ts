// Which runbooks a text leads to, in which order, and why.
import { describe, expect, test } from "vitest";
import { findRunbooks } from "../../src/runbooks/find.ts";
import { compileFiles } from "../support/compile.ts";

const files = {
  "runbooks/belt-stopped.md": `# The belt stops

## Symptoms

- Alert \`ConveyorStopped\` fires.
- The panel says "E17 belt jammed at gate".
- Parcels wait in \`state=held\`.

## Diagnosis

1. Look at the belt: \`beltctl status\`

## Resolution

1. Start the belt.
`,
  "runbooks/belt-slow.md": `# The belt is slow

## Symptoms

- Alert \`ConveyorSlow\` fires.
- Parcels come late.

## Diagnosis

1. Measure the belt.

## Resolution

1. Oil the belt, so that it does not stop.
`,
  "runbooks/database-locks.md": `# Database locks

## Symptoms

- Queries end with \`ERROR: deadlock detected\`.

## Diagnosis

1. List the locks: \`dbctl locks\`

## Resolution

1. End the oldest transaction.
`,
};
const { policy } = compileFiles(files);

function names(text: string): string[] {
  return findRunbooks(policy.runbooks, text).map((r) => r.name);
}

describe("find", () => {
  test.each([
    ["ConveyorStopped", ["belt-stopped"]],
    ["conveyorstopped", ["belt-stopped"]],
    ["[FIRING:1] ConveyorSlow (critical)", ["belt-slow"]],
    ["E17 belt jammed at gate", ["belt-stopped"]],
    ["panel shows 'E17 belt jammed at gate' since 3:00", ["belt-stopped"]],
    ["deadlock detected", ["database-locks"]],
    ["2026-01-01 ERROR:  deadlock detected in tx 17", ["database-locks"]],
    ["state=held", ["belt-stopped"]],
    ["belt", ["belt-stopped", "belt-slow"]],
    ["belt-slow", ["belt-slow", "belt-stopped"]],
    ["parcels late", ["belt-slow", "belt-stopped"]],
    ["databse locks", ["database-locks"]],
    ["nothing of the kind whatever", []],
    ["zebra", []],
    ["the of and", []],
    ["", []],
    ["()[]{}*?", []],
    ["__proto__ constructor", []],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test("says why: to the letter first, then words", () => {
    const [first] = findRunbooks(policy.runbooks, "ConveyorStopped");
    expect(first?.why.map((r) => [r.what, r.exact, r.text, r.source.line])).toEqual([
      ["alert", true, "ConveyorStopped", 5],
      ["symptom", true, "Alert `ConveyorStopped` fires.", 5],
    ]);
    const [second] = findRunbooks(policy.runbooks, "oil the belt");
    expect(second?.why[0]).toMatchObject({
      what: "text",
      exact: false,
      text: "Oil the belt, so that it does not stop.",
    });
  });

  test("gives the same answer whatever the order of the runbooks", () => {
    for (const text of ["belt", "ConveyorSlow", "parcels late", "ERROR: deadlock detected"]) {
      expect(findRunbooks([...policy.runbooks].reverse(), text)).toEqual(findRunbooks(policy.runbooks, text));
    }
  });

  test("takes a long text and many runbooks in its stride", () => {
    const many = compileFiles(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [
          `runbooks/r${i}.md`,
          `# Part ${i} is broken\n\n## Symptoms\n\n- Alert \`Part${i}Broken\`\n- part number ${i} rattles\n`,
        ]),
      ),
    );
    const log = Array.from({ length: 5000 }, (_, i) => `line ${i} of a log with word${i}`).join("\n");
    expect(findRunbooks(many.policy.runbooks, `${"Part17Broken"}\n${log}`)[0]?.name).toBe("r17");
  });
});
