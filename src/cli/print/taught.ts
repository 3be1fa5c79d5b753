// What a run teaches, for people and as JSON: what went wrong, and which rules would have stopped it.
import type { Taught } from "../learn-from.ts";
import { printable, type Style } from "./style.ts";

/** What went wrong with its number, then the proposals, the likeliest first. */
export function printTaught({ run, incidents, about, candidates, known }: Taught, { bold }: Style): string {
  const wrong = incidents.map(({ what, line, rules }, i) => {
    const by = rules.length === 0 ? "" : ` (${rules.join(", ")})`;
    return `${i + 1 === about ? "*" : " "} ${i + 1}  ${what}${by}: ${line}`;
  });
  const proposals = candidates.flatMap((c, i) => [
    `${i + 1}  ${bold(c.sentence)}`,
    `   Because: ${c.because}`,
    ...c.blocks.map((b) => `   Blocks: ${b}`),
    ...c.passes.map((p) => `   Passes: ${p}`),
    ...(c.fitsBefore ? [] : ["   What succeeded before speaks against it."]),
  ]);
  const said = known.length === 0 ? [] : [`There already: ${known.join(", ")}`];
  const end =
    candidates.length === 0
      ? ["no rule was found that blocks it and passes what succeeded"]
      : [`To add one: bylaw learn FILE --from ${run} --at ${about} --pick N`];
  const lines = [`What went wrong in run ${run}:`, ...wrong, "", ...proposals, ...said, ...end];
  return printable(`${lines.join("\n")}\n`);
}

/** The same as data. `about` is the number of the incident that the candidates are for, from 1. */
export function taughtAsJson({ run, incidents, about, candidates, known }: Taught): string {
  const data = {
    schemaVersion: 1,
    run,
    incidents: incidents.map(({ what, line, at, rules }, i) => ({ number: i + 1, what, line, at, rules })),
    about,
    candidates: candidates.map(({ sentence, because, blocks, passes, fitsBefore }, i) => ({
      number: i + 1,
      sentence,
      because,
      blocks,
      passes,
      fitsBefore,
    })),
    known,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
