// How many commands of the machine's own shell scripts are asked about because something can't be decided.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Checker } from "../../src/validators/checker.ts";

/** Rules that many teams have, on tools that come with Bylaw. */
export const COMMON_RULES = `- **Never** run \`git push --force\`.
- **Never** run \`git reset --hard\`.
- **Never** run \`rm --recursive\`, when any operand is outside \`/tmp/**\`.
- **Ask before** running \`systemctl restart\`.
- **Never** run \`kubectl delete\`.
- **Never** run \`terraform apply\`.
- **Never** run \`npm publish\`.
- **Never** pipe \`curl\` into \`bash\` or \`sh\`.
- **Never** pass \`--privileged\` to \`docker run\`.
- **Never** run \`chmod 777\`.
`;

const SHELL = /^#! *\/(?:usr\/)?bin\/(?:env +)?(?:ba|da|k)?sh\b/;
const LARGEST = 300_000;

export interface Share {
  readonly scripts: number;
  readonly commands: number;
  /** Places that are asked about because something can't be decided, each once whatever the rules. */
  readonly undecided: number;
}

/** Checks every shell script below the folders, each as one command text. */
export function undecidedShare(checker: Checker, folders: readonly string[]): Share {
  let scripts = 0;
  let commands = 0;
  let undecided = 0;
  for (const text of folders.flatMap((folder) => scriptsBelow(folder))) {
    const { canonical, findings } = checker.check({ kind: "command", command: text, cwd: "/repo" });
    scripts++;
    commands += canonical.split("\n").length;
    const asks = findings.filter((f) => !f.certain && f.decision === "ask");
    undecided += new Set(asks.map((f) => f.range?.start)).size;
  }
  return { scripts, commands, undecided };
}

/** Some programs in other languages open with a line for a shell. */
function isBash(path: string): boolean {
  return spawnSync("bash", ["-n", path], { stdio: "ignore" }).status === 0;
}

function scriptsBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return scriptsBelow(path);
      if (!entry.isFile() || statSync(path).size > LARGEST) return [];
      const text = readFileSync(path, "utf8");
      return SHELL.test(text) && isBash(path) ? [text] : [];
    });
  } catch {
    return [];
  }
}
