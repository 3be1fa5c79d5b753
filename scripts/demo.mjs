// The main job on the bundled sources: compile them, then check a command that breaks a rule.
import { spawnSync } from "node:child_process";

const COMMAND =
  "cmc-templates.py cmc-e2e --containsVm redhat9.7 --use_specified_plugin iscsi --ignore_force_shutdown";

const build = bylaw("build");
if (build !== 0) process.exit(build);
bylaw("check", COMMAND);

/** Runs a command of ours as a user would, showing it first. A denied command is what this shows, not a failure. */
function bylaw(...args) {
  console.log(`\n$ bylaw ${args.map((a) => (/\s/.test(a) ? `'${a}'` : a)).join(" ")}`);
  return spawnSync(process.execPath, ["bin/bylaw.js", ...args], { stdio: "inherit" }).status ?? 1;
}
