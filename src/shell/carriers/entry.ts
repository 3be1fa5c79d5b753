// Builders that keep the tables of carriers short.
import type { Carrier } from "../types.ts";

function list(words: string): readonly string[] {
  return words === "" ? [] : words.split(" ");
}

/** A carrier whose operands are followed by a program and its words. Options are separated by blanks. */
export function command(name: string, flags = "", valued = "", operands: Carrier["operands"] = []): Carrier {
  return { name, flags: list(flags), valued: list(valued), operands, carries: "command" };
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
  return { ...command(name, flags, valued, operands), carries: "joined-script" };
}

/** A carrier with options whose value is a script. */
export function scripted(
  name: string,
  flags: string,
  valued: string,
  script: string,
  operands: Carrier["operands"] = [],
): Carrier {
  return { ...command(name, flags, valued, operands), script: list(script) };
}
