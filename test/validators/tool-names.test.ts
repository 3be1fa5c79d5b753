// Which tool of a policy a host's name means.
import { describe, expect, test } from "vitest";
import { ToolNames } from "../../src/validators/tool-name.ts";
import { compileFiles } from "../support/compile.ts";

const { policy } = compileFiles({
  "playbooks/rel.md": `# Releases

- **Never** run \`wipe_all\`.
- **Never** run \`ship\` on Fridays.
- **Never** run \`ship --now\`.
- **Always** run \`look_first\` before \`wipe_some\`.

### Tool \`ship\`

| option | takes a value | also |
| --- | --- | --- |
| \`--now\` | no | |

### Tools \`rel\` (MCP)

| tool | parameter | type | pattern | required |
| --- | --- | --- | --- | --- |
| \`rel_build\` | \`release\` | text | | yes |
| \`rel_rel_build\` | \`release\` | text | | yes |

### Task \`notes\`

- Runs: \`write_notes(release)\`
- Passes when stdout contains \`written\`
- Fails when stdout contains \`not written\`
`,
});
const names = new ToolNames(policy);

describe("the own name of", () => {
  test.each([
    // declared
    ["rel_build", "rel_build"],
    ["mcp__rel__rel_build", "rel_build"],
    ["mcp__a__b__rel_build", "rel_build"],
    ["mcp_srv_rel_build", "rel_build"],
    ["srv-rel_build", "rel_build"],
    ["srv.rel_build", "rel_build"],
    ["srv/rel_build", "rel_build"],
    ["srv:rel_build", "rel_build"],
    ["srv_rel_rel_build", "rel_rel_build"],
    ["xrel_build", "xrel_build"],
    ["rel_build_", "rel_build_"],
    // of the family, and not declared
    ["rel_wipe", "rel_wipe"],
    ["mcp__rel__rel_wipe", "rel_wipe"],
    ["mcp__a__b__rel_wipe", "rel_wipe"],
    ["srv_rel_wipe", "rel_wipe"],
    ["barrel_wipe", "barrel_wipe"],
    // that a task runs
    ["mcp__docs__write_notes", "write_notes"],
    ["docs_write_notes", "write_notes"],
    // that only a rule names, to be run or to have run before
    ["mcp__x__wipe_all", "wipe_all"],
    ["x_wipe_all", "wipe_all"],
    ["mcp_x_wipe_some", "wipe_some"],
    ["x-look_first", "look_first"],
    // a declared command: only where the host says so
    ["mcp__x__ship", "ship"],
    ["x_ship", "x_ship"],
    // that nobody speaks of
    ["mcp__x__other", "other"],
    ["mcp__a__b__other", "b__other"],
    ["mcp__x", "mcp__x"],
    ["mcp____", ""],
    ["", ""],
    ["__proto__", "__proto__"],
    ["mcp__x__constructor", "constructor"],
  ])("%s is %s", (tool, own) => {
    expect(names.own(tool)).toBe(own);
  });
});

test("long names are read in time", () => {
  for (const tool of ["_".repeat(1_000_000), `mcp${"__a".repeat(300_000)}`, "rel_".repeat(250_000)])
    expect(names.own(tool).length).toBeLessThanOrEqual(tool.length);
});
