// Values that a fact is compared with, held against those that it can have.
import type { Source } from "../../policy/types.ts";
import { impossibleValue } from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";
import type { Linker } from "./linker.ts";

/** Reports a value that the fact's `Values` don't hold. `name` is the fact's, as all documents know it. */
export function checkFactValue(
  name: string,
  value: string,
  at: Source,
  linker: Pick<Linker, "facts" | "report">,
): void {
  const found = linker.facts.find(name, at.file);
  if (!("thing" in found)) return;
  const { values, source } = found.thing;
  if (values.length === 0 || values.includes(value)) return;
  const expected = oneOf(values.map((v) => `\`${v}\``));
  const related = [{ message: "the fact", source }];
  linker.report(
    impossibleValue(at, { found: value, fact: name, expected }, { hint: didYouMean(value, values), related }),
  );
}
