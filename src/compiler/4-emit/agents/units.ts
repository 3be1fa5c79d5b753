// What may be told elsewhere than in the always-on text: a document's guidance, a report, a list, a playbook.
import type { Guidance, Policy, Source } from "../../../policy/types.ts";
import type { Scope } from "./scopes.ts";

export type UnitKind = "guidance" | "report" | "evidence" | "list" | "playbook";

/**
 * Where a unit stands: in the always-on text, in files that are loaded for some paths only, in its document's skill, or
 * nowhere but in its source, to which a line points.
 */
export type Home = "here" | "scoped" | "skill" | "pointer";

export interface Unit {
  readonly kind: UnitKind;
  readonly name: string;
  /** The document. */
  readonly file: string;
  readonly source: Source;
  /** How many points it has, for the line that points to it. */
  readonly count: number;
  /** About how many bytes it takes where it is told in full. */
  readonly bytes: number;
}

/** The units of a policy in the order of the sources. */
export function unitsOf(policy: Policy): Unit[] {
  const guidance = [...guidanceByFile(policy)].flatMap(([file, items]) => {
    const [first] = items;
    if (first === undefined) return [];
    return [unit("guidance", file, first.source, items.length, JSON.stringify(items.map(said)))];
  });
  return [
    ...policy.reports.map((r) =>
      unit("report", r.name, r.source, r.sections.length, JSON.stringify(r.sections)),
    ),
    ...policy.lists.map((l) =>
      unit("list", l.name, l.source, l.members.length, l.members.map(memberText).join("\n")),
    ),
    ...policy.workflows.map((w) =>
      unit(
        "playbook",
        w.name,
        w.source,
        w.tasks.length,
        w.tasks.map((t) => `  n00["${t.name}"]\n  n0 --> n1\n`).join(""),
      ),
    ),
    ...policy.evidence.map((e) =>
      unit("evidence", e.name, e.source, e.columns.length, JSON.stringify(e.columns)),
    ),
    ...guidance,
  ];
}

function unit(kind: UnitKind, name: string, source: Source, count: number, text: string): Unit {
  return { kind, name, file: source.file, source, count, bytes: Buffer.byteLength(text, "utf8") };
}

function said({ text, because, details }: Guidance): readonly unknown[] {
  return [text, because, details];
}

function memberText({ value, reason, date }: Policy["lists"][number]["members"][number]): string {
  return `- \`${value}\`: ${reason ?? ""} (${date ?? ""})`;
}

/** A unit's name among all units. */
export function keyOf({ kind, name }: Pick<Unit, "kind" | "name">): string {
  return `${kind} ${name}`;
}

/** The guidance of each document, in order. */
export function guidanceByFile(policy: Policy): Map<string, Guidance[]> {
  const groups = new Map<string, Guidance[]>();
  for (const item of policy.guidance) {
    const group = groups.get(item.source.file);
    if (group === undefined) groups.set(item.source.file, [item]);
    else group.push(item);
  }
  return groups;
}

/** Where all units and scopes stand. */
export interface Homes {
  readonly units: ReadonlyMap<string, Home>;
  readonly scopes: readonly Scope[];
  /** The name of each document's skill. */
  readonly skills: ReadonlyMap<string, string>;
  /** Whether there is room for the reasons of rules. */
  readonly whys: boolean;
  /** Most lines of one kind that point elsewhere. */
  readonly pointers: number;
}

export function homeOf(homes: Homes, kind: UnitKind, name: string): Home {
  return homes.units.get(keyOf({ kind, name })) ?? "here";
}
