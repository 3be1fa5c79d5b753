// bylaw install: puts the hook into hosts' settings, and the policy's plain rules into their own permissions.
import type { NativeRule } from "../../authoring/native/candidates.ts";
import type { Host } from "../../hosts/host.ts";
import type { Policy } from "../../policy/types.ts";
import type { CommandRun } from "../command.ts";
import { HOSTS } from "../hook/all-hosts.ts";
import { apply, realChanges } from "../install/apply.ts";
import { foundBy } from "../install/found.ts";
import { builtPolicy, firstPolicy, howToPutInForce, inForce, nativeRulesOf } from "../install/in-force.ts";
import { NATIVE_GAPS } from "../install/native-files.ts";
import { NEXT_STEPS } from "../install/next-steps.ts";
import type { Place } from "../install/place.ts";
import { filesOf, type HostPlan, openRecord, planInstall } from "../install/plan.ts";
import { namedHosts, projectPlace } from "../install/project-place.ts";
import { printAbilities } from "../print/host-abilities.ts";
import { reportProblems } from "../print/problems.ts";
import { style } from "../print/style.ts";
import { unifiedDiff } from "../print/unified-diff.ts";
import { putInForce } from "../put-in-force.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export const install: CommandRun = (input, terminal) => {
  const hosts = namedHosts(input);
  const place = projectPlace(terminal);
  if (place === undefined) return EXIT.failed;
  const first = hosts.length === 0 ? undefined : firstPolicy(place);
  const force = first === undefined ? inForce(place) : { policy: first };
  // A team that only observes is stopped by nothing.
  const observe = place.options.includes("--observe");
  const rules = "policy" in force && !observe ? nativeRulesOf(force.policy, place.root) : [];
  if (hosts.length === 0) return listHosts(place, rules, terminal);
  const record = openRecord(place.root);
  if ("problem" in record) return refuse([record.problem], new Map(), terminal);
  const plans = hosts.map((host) => {
    const before = record.hosts.find((h) => h.name === host.name);
    return { host, plan: planInstall(host.name, place, rules, before) };
  });
  const problems = plans.flatMap(({ plan }) => plan.problems);
  if (problems.length > 0) {
    return refuse(problems, new Map(plans.flatMap(({ plan }) => [...plan.texts])), terminal);
  }
  if (input.options["dryRun"] === true) {
    const changes = plans.flatMap(({ plan }) => realChanges(plan.changes));
    terminal.out(changes.map(({ file, after }) => unifiedDiff(file.path, file.text, after)).join(""));
    if (first !== undefined) terminal.out(`would take ${first.revision.slice(0, 12)} in force\n`);
    else if (changes.length === 0) terminal.out("nothing would change\n");
    return EXIT.ok;
  }
  const others = record.hosts.filter((h) => !hosts.some((host) => host.name === h.name));
  const records = plans.flatMap(({ plan }) => (plan.record === undefined ? [] : [plan.record]));
  // The policy first: a hook without one denies everything.
  const untaken =
    first === undefined ? undefined : putInForce(place.root, first, { by: "itself", how: "first" });
  if (untaken !== undefined) return refuse([untaken], new Map(), terminal);
  const failed = apply(
    place,
    plans.flatMap(({ plan }) => plan.changes),
    record.file,
    [...others, ...records],
  );
  if (failed !== undefined) return refuse([failed], new Map(), terminal);
  for (const { host, plan } of plans) printHost(host, plan, terminal);
  terminal.out(`\n${forceText(place, force, first)}`);
  return EXIT.ok;
};

/** What is in force now, and what is left to do about it. */
function forceText(place: Place, force: ReturnType<typeof inForce>, first: Policy | undefined): string {
  if (first !== undefined)
    return `Nothing was in force before: the policy that was built is in force now, with ${first.rules.length} rules. bylaw doctor checks that it all works.\n`;
  if ("problem" in force)
    return `No policy is in force, so every call is denied (${force.problem}): ${howToPutInForce(place)}.\n`;
  const { revision } = force.policy;
  const built = builtPolicy(place);
  const other =
    built === undefined || built.revision === revision
      ? ""
      : `Built was ${built.revision.slice(0, 12)}: bylaw trust takes it in force.\n`;
  return `In force is revision ${revision.slice(0, 12)}. bylaw doctor checks that it all works.\n${other}`;
}

function refuse(
  problems: HostPlan["problems"],
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): number {
  reportProblems(problems, texts, terminal);
  return EXIT.failed;
}

function printHost(host: Host, plan: HostPlan, terminal: Terminal): void {
  const { bold } = style(terminal.color.out);
  const lines = plan.changes.map(({ file, after }) => {
    if (after === file.text) return `unchanged ${file.path}`;
    return after === undefined ? `removed ${file.path}` : `wrote ${file.path}`;
  });
  const native = NATIVE_GAPS[host.name];
  const more = [
    ...plan.notes,
    ...printAbilities(host),
    ...(native === undefined ? [] : [`- ${native}`]),
    `next: ${NEXT_STEPS[host.name] ?? ""}`,
  ];
  terminal.out(`${bold(host.name)}\n${[...lines, ...more].map((l) => `  ${l}\n`).join("")}`);
}

/** Which hosts there seem to be, and which files would be written for them. */
function listHosts(place: Place, rules: readonly NativeRule[], terminal: Terminal): number {
  const found = HOSTS.flatMap((host) => {
    const by = foundBy(host.name, place.root, terminal);
    return by === undefined ? [] : [{ host, by }];
  });
  if (found.length === 0) terminal.out("no host was found here\n");
  for (const { host, by } of found) {
    const paths = filesOf(host.name, place, rules).flatMap((f) =>
      "wishes" in f && f.wishes.length === 0 ? [] : [f.path],
    );
    terminal.out(`${host.name} (${by}): would write ${[...new Set(paths)].join(", ")}\n`);
  }
  const names = (found.length === 0 ? HOSTS : found.map((f) => f.host)).map((h) => h.name);
  terminal.out(`Nothing was done. To install: bylaw install ${names.join(" ")}\n`);
  return EXIT.ok;
}
