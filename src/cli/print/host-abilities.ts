// What a host can and can't do, in words.
import type { Host } from "../../hosts/host.ts";

/** A line of what it can't, and a line for each way past its hooks. */
export function printAbilities({ can }: Host): string[] {
  const abilities: readonly (readonly [boolean, string])[] = [
    [can.ask, "ask from a hook"],
    [can.personChannel, "show the key of a plan to the person alone"],
    [can.prompts, "take a phrase for an approval"],
    [can.results, "tell how commands end"],
    [can.sessionStart, "remind of the rules when a session begins"],
  ];
  const list = (wanted: boolean): string =>
    abilities.flatMap(([is, what]) => (is === wanted ? [what] : [])).join("; ");
  const [does, lacks] = [list(true), list(false)];
  return [
    ...(does === "" ? [] : [`it can: ${does}`]),
    ...(lacks === "" ? [] : [`it can't: ${lacks}`]),
    ...can.gaps.map((gap) => `- ${gap}`),
  ];
}
