// One hook call: the host's JSON in, the host's JSON out. Whatever goes wrong is denied, with the cause.
import type { Host } from "../../hosts/host.ts";
import { parseHostJson } from "../../hosts/json.ts";
import type { RegexEngine } from "../../pattern/compare.ts";
import { isUnchanged, type Sha256 } from "../../policy/revision.ts";
import type { Policy, Verdict } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import { reasonOf } from "./reason.ts";

/** What a hook call needs of the outside world. */
export interface HookWorld {
  /** All of standard input. */
  readonly input: () => string;
  /** The text of the policy in force. Throws when there is none. */
  readonly policyText: () => string;
  readonly sha256: Sha256;
  readonly regex: RegexEngine;
  readonly today: string;
  /** The project's folder: the one that holds the folder of the policy. */
  readonly root: string;
  /** The text of a file that the command runs, as seen from a directory. */
  readonly files: (cwd: string) => (path: string) => string | undefined;
}

/** The text to print: one JSON document, or nothing where the host shall decide as it would without us. */
export function answer(host: Host, world: HookWorld): string {
  try {
    return decide(host, world);
  } catch (error) {
    return deny(host, error instanceof Error ? error.message : String(error));
  }
}

function decide(host: Host, world: HookWorld): string {
  const request = host.read(parse(world.input(), "the hook's input"), world.files);
  if (request.type === "broken" && (request.event ?? "before") === "before")
    return deny(host, `the hook's input can't be used: ${request.reason}`);
  if (request.type !== "before") return host.silence;
  const text = world.policyText();
  const policy = parse(text, "the policy") as Policy;
  if (policy?.schemaVersion !== 1) return deny(host, "the policy is not one that this version reads");
  if (!isUnchanged(policy, text, world.sha256))
    return deny(host, "the policy was edited by hand; build it again");
  const { sha256, regex, today, root } = world;
  const checker = new Checker(policy, { sha256, regex, today, root });
  const verdicts = request.actions.map((action) =>
    checker.check(action, { files: world.files(action.cwd ?? root) }),
  );
  return spoken(
    host,
    verdicts.filter((v) => v.decision === "deny" || v.decision === "ask"),
  );
}

/** The strictest of all verdicts, with the reasons of each that isn't a pass. */
function spoken(host: Host, verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return host.silence;
  const reason = verdicts.map(reasonOf).join("\n\n");
  if (verdicts.some((v) => v.decision === "deny")) return host.write({ type: "deny", reason }, "before");
  if (host.can.ask) return host.write({ type: "ask", reason }, "before");
  return host.write({ type: "deny", reason: `${reason}\n\n${CANT_ASK}` }, "before");
}

const CANT_ASK =
  "This agent can't ask from a hook, so the call is stopped: ask the person to approve it, or to run it themselves.";

function parse(text: string, what: string): unknown {
  try {
    return parseHostJson(text);
  } catch (error) {
    throw new Error(`${what} is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

function deny(host: Host, cause: string): string {
  return host.write({ type: "deny", reason: `Bylaw can't check this command: ${cause}.` }, "before");
}
