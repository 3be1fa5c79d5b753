// One hook call: the host's JSON in, the host's JSON out. Whatever goes wrong is denied, with the cause.
import type { Enforcer } from "../../enforce/enforcer.ts";
import type { Host, HostEvent, HostRequest } from "../../hosts/host.ts";
import type { Action } from "../../policy/types.ts";
import { isPlainText, readPlain } from "../../shell/plain.ts";
import { Checker } from "../../validators/checker.ts";
import type { CheckerOptions } from "../../validators/context.ts";
import { onAfter, onBefore, onPrompt, onSession } from "./events.ts";
import type { HookOptions } from "./hook-options.ts";
import type { HookWorld } from "./hook-world.ts";
import { type LoadedPolicy, loadPolicy, parseJson } from "./load-policy.ts";

/** The longest command that is brief, in UTF-16 units. */
const BRIEF = 2_000;
/** The longest ledger that is soon read, in bytes. */
const BRIEF_LEDGER = 1_048_576;

/** The text to print: one JSON document, or nothing where the host shall decide as it would without us. */
export function answer(host: Host, world: HookWorld): string {
  let event: HostEvent | undefined = "before";
  try {
    const request = host.read(parseJson(world.input(), "the hook's input"), world.files);
    event =
      request.type === "broken"
        ? (request.event ?? "before")
        : request.type === "other"
          ? undefined
          : request.type;
    if (request.type === "other") return host.silence;
    if (request.type === "broken") {
      if (event === "before")
        return failed(host, `the hook's input can't be used: ${request.reason}`, world.options);
      note(world, `the hook's input can't be used: ${request.reason}`);
      return host.silence;
    }
    return isShort(request)
      ? answerOf(host, request, world)
      : world.inTime(() => answerOf(host, request, world));
  } catch (error) {
    // What isn't about to run can't be stopped, and a message to the agent is none of ours to hold back.
    const cause = error instanceof Error ? error.message : String(error);
    return event === "before" ? failed(host, cause, world.options) : host.silence;
  }
}

type Readable = Exclude<HostRequest, { type: "broken" | "other" }>;
type Short = Extract<HostRequest, { type: "before" }>;

function answerOf(host: Host, request: Readable, world: HookWorld): string {
  const loaded = loadPolicy(world);
  try {
    const answered = (): string => answerBy(loaded, host, request, world);
    return isShort(request) && !isBrief(request, loaded, world) ? world.inTime(answered) : answered();
  } finally {
    loaded.close();
  }
}

function answerBy(loaded: LoadedPolicy, host: Host, request: Readable, world: HookWorld): string {
  const enforcer = enforcerOf(loaded, world);
  if (request.type === "before") return onBefore(host, enforcer, request, world);
  if (request.type === "after") return onAfter(host, enforcer, request, world);
  return request.type === "prompt"
    ? onPrompt(host, enforcer, request)
    : onSession(host, enforcer, request, world);
}

/** Whether a request is one short command of plain words. */
function isShort(request: Readable): request is Short {
  return request.type === "before" && request.actions.length === 1 && request.actions.every(isShortCommand);
}

function isShortCommand(action: Action): boolean {
  return action.kind === "command" && action.command.length <= BRIEF && isPlainText(action.command);
}

/**
 * Whether a short request is soon answered for certain: it runs an ordinary program, so that no file is read, and its
 * ledger is small. What holds the time takes time itself.
 */
function isBrief(
  { actions, call: { session } }: Short,
  { policy, lookup }: LoadedPolicy,
  world: HookWorld,
): boolean {
  const carriers = lookup?.carriers ?? policy.tools;
  const carries = (name: string): boolean => carriers.some((c) => c.name.split(" ")[0] === name);
  return (
    actions.every((a) => a.kind === "command" && readPlain(a.command, carries, true) !== undefined) &&
    (session === undefined || world.ledger.size(session) <= BRIEF_LEDGER)
  );
}

/** The answer to a call that can't be checked: the host's deny, or silence where a person has chosen so. */
export function failed(host: Host, cause: string, { fail, observe }: HookOptions): string {
  if (fail === "open" || observe) return host.silence;
  return host.write({ type: "deny", reason: `Bylaw can't check this: ${cause}.` }, "before");
}

function enforcerOf({ policy, lookup }: LoadedPolicy, world: HookWorld): Enforcer {
  const { sha256, regex, root, ledger, random, newId, protection } = world;
  const options: CheckerOptions = {
    sha256,
    regex,
    root,
    protection,
    // Few rules have an end.
    get today() {
      return world.today;
    },
  };
  const checker = new Checker(policy, options, lookup);
  return { policy, checker, ledger, sha256, random, newId };
}

function note({ ledger }: HookWorld, text: string): void {
  try {
    ledger.append("no-session", [{ event: "note", text }]);
  } catch {
    // There is nowhere else to say it.
  }
}
