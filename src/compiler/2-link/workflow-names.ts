// The names of tasks, waits and gates, which conditions look at as if they were facts.
import type { Fact } from "../../policy/types.ts";
import type { Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateDefinition } from "../messages/generated.ts";
import type { Names } from "./names.ts";
import type { EachMember, EachReader, MemberOf } from "./workflow-each.ts";

const STATUSES = ["Not Started", "In Progress", "Pass", "Fail", "Blocked", "Waived"];
export const KINDS: readonly string[] = ["Task", "Wait", "Gate"];

/** A task for each member of a list: the status of all together, and of each one. */
export interface Group {
  readonly list: string;
  readonly all: Fact;
  readonly tasks: readonly { readonly member: MemberOf; readonly status: Fact }[];
}

/** Which facts are statuses, by the definitions that they are of. */
export interface Statuses {
  readonly single: ReadonlyMap<Definition, Fact>;
  readonly groups: ReadonlyMap<Definition, Group>;
  /** All of them. */
  readonly facts: ReadonlySet<Fact>;
}

/** Adds the statuses of tasks, waits and gates to the facts. Those whose names are taken are reported and left out. */
export function addStatuses(
  definitions: readonly Definition[],
  names: Names<Fact>,
  each: EachReader,
  report: (d: Diagnostic) => void,
): Statuses {
  const single = new Map<Definition, Fact>();
  const groups = new Map<Definition, Group>();
  const facts = new Set<Fact>();
  const add = (definition: Definition, name: string): Fact | undefined => {
    const { kind, source } = definition;
    const values = kind === "Task" ? STATUSES : ["Not Started", "Pass"];
    const status: Fact = { name, values, type: "text", source };
    const first = names.add(name, status);
    if (first === undefined) {
      facts.add(status);
      return status;
    }
    const related = [{ message: "the first definition", source: first.source }];
    report(duplicateDefinition(source, { kind: kind.toLowerCase(), name }, { related }));
    return undefined;
  };
  const own = definitions.filter((d) => KINDS.includes(d.kind));
  // What is written as it stands has its name before what is made up of a list.
  for (const definition of own) {
    const status = add(definition, definition.name);
    if (status !== undefined) single.set(definition, status);
  }
  for (const [definition, all] of [...single]) {
    const members = each.read(definition);
    if (members === undefined) continue;
    single.delete(definition);
    groups.set(definition, groupOf(definition, members, all, add));
  }
  for (const [name, fact] of names.all()) fact.name = name;
  return { single, groups, facts };
}

function groupOf(
  definition: Definition,
  { list, members }: EachMember,
  all: Fact,
  add: (definition: Definition, name: string) => Fact | undefined,
): Group {
  const tasks = members.flatMap((member) => {
    const status = add(definition, `${definition.name}/${member.value}`);
    return status === undefined ? [] : [{ member, status }];
  });
  return { list, all, tasks };
}
