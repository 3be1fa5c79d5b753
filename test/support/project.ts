// A project in a temporary folder, and the command line run in it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../src/cli/main.ts";

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export class TestProject {
  readonly folder: string;

  /** Files by their paths; bytes are written as they are. Removed when the test is over. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.folder = mkdtempSync(join(tmpdir(), "bylaw-test-"));
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const full = join(this.folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** All files below a folder, by path. */
  files(folder = "."): string[] {
    const entries = readdirSync(join(this.folder, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name).slice(this.folder.length + 1))
      .sort();
  }

  /** Runs a command of ours in this folder. */
  async bylaw(
    args: readonly string[],
    input: string | Uint8Array = "",
    { person = false, cwd = this.folder }: { readonly person?: boolean; readonly cwd?: string } = {},
  ): Promise<Outcome> {
    let [out, err] = ["", ""];
    const status = await run(
      args,
      {
        cwd,
        env: {},
        person,
        color: { out: false, err: false },
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        input: () => Buffer.from(input),
        line: () => Buffer.from(input).toString("utf8").split("\n", 1)[0] ?? "",
      },
      "0.0.0",
    );
    return { status, out, err };
  }
}

/** A small learnings document about a tool of its own. */
export const DEPLOY = `# Deployments

### Tool \`deployctl\`

| option | takes |
| --- | --- |
| \`--region\` | many |
| \`--wait\` | nothing |

## 2026-02-03 — It ended too early

- **Always** pass \`--wait\` to \`deployctl\`.
  - Id: \`wait-for-health\`
  - Because: a deployment that nobody watches fails without a word.
  - Blocks: \`deployctl --region us-east\`
- Deploy in the morning.
`;
