// Examples with the lists' members of the day in place of `<every …>`.
import type { Example } from "../../policy/types.ts";
import type { ExampleLine } from "../1-read/document.ts";
import { unknownFact, unknownList } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { checkFactValue } from "./fact-values.ts";
import type { Linker } from "./linker.ts";

const EXPECT = { Blocks: "deny", Asks: "ask", Passes: "silent" } as const;

/** The example as it is tried. */
export function exampleOf(line: ExampleLine, linker: Linker): Example {
  const command = line.command.replace(/<every ([^<>\s]+)>/g, (hole, name: string) => {
    const found = linker.lists.find(name, line.source.file);
    if ("thing" in found) return found.thing.members.map((m) => m.value).join(" ");
    linker.report(unknownList(line.source, { list: name }, { hint: didYouMean(name, linker.lists.names()) }));
    return hole;
  });
  const facts: Record<string, string> = {};
  for (const { fact, value } of line.facts) {
    const found = linker.facts.find(fact.text, fact.source.file);
    if ("name" in found) {
      facts[found.name] = value;
      checkFactValue(found.name, value, fact.source, linker);
    } else
      linker.report(
        unknownFact(fact.source, { fact: fact.text }, { hint: didYouMean(fact.text, linker.facts.names()) }),
      );
  }
  return { expect: EXPECT[line.label], command, facts, source: line.source };
}
