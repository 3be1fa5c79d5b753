// Looks at one host: what stands in its settings, what switches it off, and what its hook line answers.
import type { NativeRule } from "../../authoring/native/candidates.ts";
import { type Json, jsonOf, readDocument } from "../../authoring/settings/document.ts";
import { handlerOf, ownHooks } from "../../authoring/settings/wishes.ts";
import type { Host } from "../../hosts/host.ts";
import { realChanges } from "../install/apply.ts";
import { isOwnHandler } from "../install/hook-line.ts";
import { hookFiles } from "../install/host-files.ts";
import type { Place } from "../install/place.ts";
import { planInstall } from "../install/plan.ts";
import type { RecordedHost } from "../install/record.ts";
import { openSettings } from "../install/settings-file.ts";
import type { Terminal } from "../terminal.ts";
import { type Check, note, ok, wrong } from "./check.ts";
import { BEFORE_EVENT, deniedProblem, probeInput } from "./probe.ts";
import { type Ran, runHandler } from "./run-line.ts";
import { runPlugin } from "./run-plugin.ts";
import type { Samples } from "./samples.ts";
import { switches } from "./switches.ts";

/** What is known of the project while a host is looked at. */
export interface Around {
  readonly place: Place;
  readonly rules: readonly NativeRule[];
  readonly samples: Samples | undefined;
  readonly observe: boolean;
  readonly record: RecordedHost | undefined;
  readonly terminal: Terminal;
}

/** A hook that is in place: how to ask it. */
type Ask = (input: string) => Ran | undefined;

/** Whether anything of ours is in a host's files. */
export function isInstalled(host: string, place: Place): boolean {
  return hookFiles(host, place).some(({ path }) => {
    const file = openSettings(place.root, path);
    return "text" in file && file.text !== undefined && (hookIn(host, file.text) || pluginIn(file.text));
  });
}

/** All checks of a host. */
export function checkHost(host: Host, around: Around): Check[] {
  const { place, terminal } = around;
  const { name } = host;
  const checks: Check[] = [];
  let ask: Ask | undefined;
  for (const wish of hookFiles(name, place)) {
    const file = openSettings(place.root, wish.path);
    if ("problem" in file || file.text === undefined) {
      const what = "problem" in file ? file.problem.message : `${wish.path} is not there`;
      checks.push(wrong(what, `run bylaw install ${name}`));
      continue;
    }
    const { text } = file;
    const env = { ...process.env, ...terminal.env };
    if ("mark" in wish) {
      if (pluginIn(text)) ask = (input) => runPlugin(text, input, place.root, env);
      checks.push(
        pluginIn(text)
          ? ok(`${wish.path} is there`)
          : wrong(`${wish.path} is not Bylaw's`, `run bylaw install ${name}`),
      );
      continue;
    }
    const events = wish.wishes.flatMap((w) => (w.type === "hook" ? [w.list.at(-1) ?? ""] : []));
    checks.push(...checkEvents(name, wish.path, text, events));
    const handler = beforeHandler(name, text);
    if (handler !== undefined) ask = (input) => runHandler(name, handler, input, place.root, env);
  }
  checks.push(...switches(name, place.root, terminal));
  checks.push(...freshness(name, around, checks));
  if (ask !== undefined) checks.push(...probe(host, ask, around));
  return checks;
}

function hookIn(host: string, text: string): boolean {
  const read = readDocument(text.replace(/^\ufeff/, ""));
  return "root" in read && ownHooks(read.root, (h) => isOwnHandler(h, host)).length > 0;
}

function pluginIn(text: string): boolean {
  return text.startsWith("// Written by bylaw install.");
}

function checkEvents(host: string, path: string, text: string, events: readonly string[]): Check[] {
  const read = readDocument(text.replace(/^\ufeff/, ""));
  if ("problem" in read)
    return [wrong(`${path} can't be read: ${read.problem}`, "mend it; its host can't read it either")];
  const found = new Set(ownHooks(read.root, (h) => isOwnHandler(h, host)).map((h) => h.event));
  const missing = events.filter((e) => !found.has(e));
  if (missing.length === 0) return [ok(`${path} has the hook at ${events.length} events`)];
  return [wrong(`${path} has no hook at ${missing.join(", ")}`, `run bylaw install ${host}`)];
}

function beforeHandler(host: string, text: string): Json | undefined {
  const read = readDocument(text.replace(/^\ufeff/, ""));
  if ("problem" in read) return undefined;
  const own = ownHooks(read.root, (h) => isOwnHandler(h, host)).find((h) => h.event === BEFORE_EVENT[host]);
  return own === undefined ? undefined : handlerOf(jsonOf(own.node));
}

/** Whether install would write anything else now: another bundle, other options, other rules. */
function freshness(host: string, { place, rules, record }: Around, found: readonly Check[]): Check[] {
  if (found.some((c) => c.state === "wrong" && c.todo?.startsWith("run bylaw install") === true)) return [];
  const plan = planInstall(host, place, rules, record);
  const paths = realChanges(plan.changes).map((c) => c.file.path);
  if (paths.length === 0 && plan.problems.length === 0)
    return [ok("its files are as install would write them now")];
  return [note(`install would now write ${paths.join(", ")} otherwise`, `run bylaw install ${host}`)];
}

/** Asks the hook about a command that passes and one that is denied. */
function probe(host: Host, ask: Ask, { place, samples, observe }: Around): Check[] {
  if (samples === undefined) return [note("the hook was not tried: no policy is in force")];
  const tried = (
    command: string | undefined,
    problem: (stdout: string) => string | undefined,
    what: string,
  ): Check => {
    const ran = ask(probeInput(host.name, command, place.root));
    if (ran === undefined)
      return wrong("the hook line can't be run as it stands", `run bylaw install ${host.name}`);
    const cause = crashed(ran) ?? problem(ran.stdout);
    const shown = command === undefined ? "a call that can't be read" : `\`${command}\``;
    if (cause === undefined)
      return ok(`the hook line ${what} ${shown} in ${Math.round(ran.milliseconds)} ms`);
    return wrong(
      `the hook line, asked about ${shown}: ${cause}`,
      `see that node runs it, and run bylaw install ${host.name}`,
    );
  };
  const silent = (stdout: string): string | undefined =>
    stdout.trim() === host.silence
      ? undefined
      : `it should say nothing, and said ${stdout.trim().slice(0, 300)}`;
  const isClosed = place.fail === "closed" && !observe;
  const checks: Check[] = [];
  if (samples.passes !== undefined) checks.push(tried(samples.passes, silent, "lets pass"));
  const denied = (out: string): string | undefined => deniedProblem(host.name, out);
  if (samples.denied !== undefined)
    checks.push(
      observe ? tried(samples.denied, silent, "only observes") : tried(samples.denied, denied, "denies"),
    );
  else if (isClosed) checks.push(tried(undefined, denied, "denies"));
  else checks.push(note("no command is known that the policy denies: only a pass was tried"));
  return checks;
}

function crashed({ failure, status, stderr }: Ran): string | undefined {
  if (failure !== undefined) return failure;
  if (status === 0) return undefined;
  const said = stderr.trim().split("\n").at(-1) ?? "";
  return `it ended with ${status === null ? "a signal" : `status ${status}`}${said === "" ? "" : ` (${said})`}`;
}
