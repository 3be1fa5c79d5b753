// Looks at what all hosts need: Node, the bundle, the policy in force.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { HOOK_FILES } from "../../validators/protected/protection.ts";
import { howToPutInForce, type inForce } from "../install/in-force.ts";
import type { Place } from "../install/place.ts";
import type { Terminal } from "../terminal.ts";
import { type Check, ok, wrong } from "./check.ts";
import { run } from "./run-line.ts";

/** The oldest Node that the hook runs in. */
const OLDEST = [20, 19] as const;

/** What every hook line hangs on. */
export function generalChecks(place: Place, terminal: Terminal, force: ReturnType<typeof inForce>): Check[] {
  const folder = dirname(place.bundle);
  const missing = HOOK_FILES.filter((f) => !existsSync(join(folder, f)));
  return [
    nodeCheck(place, terminal),
    missing.length === 0
      ? ok("the hook's bundle is complete")
      : wrong(`the hook's bundle lacks ${missing.join(", ")}`, "install Bylaw again"),
    "policy" in force
      ? ok(`revision ${force.policy.revision.slice(0, 12)} is in force, whole and pinned`)
      : wrong(`no policy is in force: ${force.problem}`, howToPutInForce(place)),
    ...(place.fail === "open"
      ? [
          {
            state: "note",
            text: "calls that can't be checked are let through, as bylaw.config.json says",
          } as const,
        ]
      : []),
  ];
}

/** The `node` that hook lines find. */
function nodeCheck({ root }: Place, { env }: Terminal): Check {
  const { stdout, failure } = run(
    { program: "node", args: ["--version"], env: {} },
    "",
    root,
    { ...process.env, ...env },
    10_000,
  );
  const version = /^v(\d+)\.(\d+)/.exec(stdout);
  const todo = `put Node ${OLDEST.join(".")} or later on the PATH of the hosts`;
  if (failure !== undefined || version === null) return wrong("`node` can't be run", todo);
  const [major, minor] = [Number(version[1]), Number(version[2])];
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  return isOld ? wrong(`\`node\` is ${stdout.trim()}`, todo) : ok(`\`node\` is ${stdout.trim()}`);
}
