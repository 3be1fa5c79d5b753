// Examples with the lists' members of the day in place of `<every …>`.
import type { Example } from "../../policy/types.ts";
import type { ExampleLine } from "../1-read/document.ts";
import { unknownList } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import type { Linker } from "./linker.ts";

const EXPECT = { Blocks: "deny", Asks: "ask", Passes: "silent" } as const;

/** The example as it is tried. */
export function exampleOf(line: ExampleLine, linker: Linker): Example {
  const command = line.command.replace(/<every ([^<>\s]+)>/g, (hole, name: string) => {
    const list = linker.lists.get(name);
    if (list !== undefined) return list.members.map((m) => m.value).join(" ");
    linker.report(unknownList(line.source, { list: name }, { hint: didYouMean(name, linker.lists.keys()) }));
    return hole;
  });
  return { expect: EXPECT[line.label], command, source: line.source };
}
