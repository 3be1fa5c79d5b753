// A project with a policy in force, and hosts installed in it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, TestProject } from "../support/project.ts";

const RULES = `# Rules

## 2026-01-01 — What is stopped

- **Never** run \`fleetctl run --all\`.
  - Blocks: \`fleetctl run --all\`
- **Ask before** running \`deploy\`.
- **Never** edit \`secret/**\`.
- **Never** read \`*.pem\`.
`;

/** All hosts, and the file that each one's hooks stand in. */
export const HOST_FILES = {
  "claude-code": ".claude/settings.json",
  codex: ".codex/hooks.json",
  gemini: ".gemini/settings.json",
  cursor: ".cursor/hooks.json",
  copilot: ".github/hooks/bylaw-copilot.json",
  vscode: ".github/hooks/bylaw-vscode.json",
  opencode: ".opencode/plugins/bylaw.js",
} as const;

export type HostName = keyof typeof HOST_FILES;
export const NAMES = Object.keys(HOST_FILES) as HostName[];

/** A project in a folder of some name, in which a policy is in force. */
export class Installed {
  readonly project: TestProject;
  readonly folder: string;

  private constructor(project: TestProject, folder: string) {
    this.project = project;
    this.folder = folder;
  }

  static async make(
    files: Readonly<Record<string, string>> = {},
    rules = RULES,
    name = ".",
  ): Promise<Installed> {
    const project = new TestProject();
    const folder = join(project.folder, name);
    mkdirSync(folder, { recursive: true });
    const made = new Installed(project, folder);
    for (const [path, content] of Object.entries({ "learnings/a.md": rules, ...files }))
      made.write(path, content);
    await made.putInForce();
    return made;
  }

  /** Builds the policy and pins it, as a person does with bylaw trust. */
  async putInForce(): Promise<void> {
    await this.bylaw("build");
    const policy = this.read("dist/policy.json");
    const { revision } = JSON.parse(policy) as { readonly revision: string };
    this.write(".bylaw/policy.json", policy);
    this.write(".bylaw/trust.json", JSON.stringify({ schemaVersion: 1, revision, history: [] }));
  }

  bylaw(...args: readonly string[]): Promise<Outcome> {
    return this.project.bylaw(args, "", { cwd: this.folder });
  }

  write(path: string, content: string): void {
    mkdirSync(join(this.folder, path, ".."), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  json<T>(path: string): T {
    return JSON.parse(this.read(path)) as T;
  }

  /** All files, by path. */
  files(): string[] {
    const prefix = this.folder.slice(this.project.folder.length + 1);
    return this.project
      .files()
      .filter((f) => f.startsWith(prefix))
      .map((f) => (prefix === "" ? f : f.slice(prefix.length + 1)));
  }
}
