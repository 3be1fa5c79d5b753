// Builders that keep the tables of carriers short.
import type { Carrier } from "../types.ts";

function list(words: string): readonly string[] {
  return words === "" ? [] : words.split(" ");
}

/** Few carriers are met in a process, and there are hundreds: their options are taken apart at the first need. */
function entry(
  name: string,
  flags: string,
  valued: string,
  rest: Omit<Carrier, "name" | "flags" | "valued">,
): Carrier {
  let [ownFlags, ownValued]: (readonly string[] | undefined)[] = [];
  return {
    name,
    get flags() {
      ownFlags ??= list(flags);
      return ownFlags;
    },
    get valued() {
      ownValued ??= list(valued);
      return ownValued;
    },
    ...rest,
  };
}

/** A carrier whose operands are followed by a program and its words. Options are separated by blanks. */
export function command(name: string, flags = "", valued = "", operands: Carrier["operands"] = []): Carrier {
  return entry(name, flags, valued, { operands, carries: "command" });
}

/** The same for several names. */
export function commands(
  names: readonly string[],
  flags = "",
  valued = "",
  operands: Carrier["operands"] = [],
): readonly Carrier[] {
  return names.map((name) => command(name, flags, valued, operands));
}

/** A carrier that joins the words after its operands to a script. */
export function joined(
  name: string,
  flags: string,
  valued: string,
  operands: Carrier["operands"] = [],
): Carrier {
  return entry(name, flags, valued, { operands, carries: "joined-script" });
}

/** A carrier with options whose value is a script. */
export function scripted(
  name: string,
  flags: string,
  valued: string,
  script: string,
  operands: Carrier["operands"] = [],
): Carrier {
  return entry(name, flags, valued, { operands, carries: "command", script: list(script) });
}
