// bylaw uninstall: takes out of hosts' settings what install has put there.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CommandRun, UsageError } from "../command.ts";
import { apply, IGNORED, realChanges, removeEmpty } from "../install/apply.ts";
import { FOLDER, type Place } from "../install/place.ts";
import { knownPaths, openRecord } from "../install/plan.ts";
import { planUninstall } from "../install/plan-uninstall.ts";
import { namedHosts, projectPlace } from "../install/project-place.ts";
import { reportProblems } from "../print/problems.ts";
import { unifiedDiff } from "../print/unified-diff.ts";
import { EXIT } from "../terminal.ts";

export const uninstall: CommandRun = (input, terminal) => {
  const hosts = namedHosts(input);
  if (hosts.length === 0) throw new UsageError("bylaw uninstall needs the names of hosts");
  const place = projectPlace(terminal);
  if (place === undefined) return EXIT.failed;
  const record = openRecord(place.root);
  if ("problem" in record) {
    reportProblems([record.problem], new Map(), terminal);
    return EXIT.failed;
  }
  const recorded = (name: string) => record.hosts.find((h) => h.name === name);
  const plans = hosts.map(({ name }) => planUninstall(name, place, recorded(name)));
  const problems = plans.flatMap((p) => p.problems);
  if (problems.length > 0) {
    reportProblems(problems, new Map(plans.flatMap((p) => [...p.texts])), terminal);
    return EXIT.failed;
  }
  const changes = plans.flatMap((p) => realChanges(p.changes));
  if (input.options["dryRun"] === true) {
    terminal.out(changes.map(({ file, after }) => unifiedDiff(file.path, file.text, after)).join(""));
    if (changes.length === 0) terminal.out("nothing would change\n");
    return EXIT.ok;
  }
  const others = record.hosts.filter((h) => !hosts.some((host) => host.name === h.name));
  const failed = apply(place, changes, record.file, others);
  if (failed !== undefined) {
    reportProblems([failed], new Map(), terminal);
    return EXIT.failed;
  }
  for (const { name } of hosts)
    removeEmpty(place.root, ownFolders(place, name, recorded(name)?.folders ?? []));
  if (others.length === 0) removeOwnFolder(place);
  for (const { file, after } of changes)
    terminal.out(`${after === undefined ? "removed" : "restored"} ${file.path}\n`);
  if (changes.length === 0) terminal.out("nothing to take out\n");
  const notes = plans.flatMap((p) => p.notes);
  for (const note of notes) terminal.err(`${note}\n`);
  return notes.length === 0 ? EXIT.ok : EXIT.failed;
};

/** Of the folders that were made for a host, those that its files lie in: the record may have been written by anybody. */
function ownFolders(place: Place, host: string, folders: readonly string[]): string[] {
  const own = new Set<string>();
  for (const path of knownPaths(host, place))
    for (let at = dirname(path); at !== "."; at = dirname(at)) own.add(at);
  return folders.filter((f) => own.has(f));
}

/** Our folder goes where nothing is left in it but what install put there. */
function removeOwnFolder({ root }: Place): void {
  const folder = join(root, FOLDER);
  try {
    const ignore = join(folder, ".gitignore");
    const isBare = readdirSync(folder).join() === ".gitignore" && readFileSync(ignore, "utf8") === IGNORED;
    if (isBare) rmSync(ignore);
    removeEmpty(root, [FOLDER]);
  } catch {
    // It isn't there.
  }
}
