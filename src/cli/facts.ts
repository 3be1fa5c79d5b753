// Facts from the command line.
import { didYouMean } from "../compiler/messages/near.ts";
import type { Fact, Policy } from "../policy/types.ts";
import { UsageError } from "./command.ts";

/**
 * Reads `name=value` pairs. A fact that the policy doesn't define, or a value outside its domain, is a usage error; an
 * empty value says that the fact has none.
 */
export function readFacts(pairs: readonly string[], policy: Policy): Record<string, string> {
  const facts: Record<string, string> = Object.create(null);
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (equals < 1) throw new UsageError(`unexpected fact ${pair}, expected name=value`);
    const known = knownFacts(policy);
    const fact = known.find((f) => f.name === name);
    if (fact === undefined) {
      const near = didYouMean(
        name,
        known.map((f) => f.name),
      );
      throw new UsageError(`there is no fact ${name}${near === undefined ? "" : `. ${near}`}`);
    }
    if (value !== "" && fact.values.length > 0 && !fact.values.includes(value)) {
      throw new UsageError(`unexpected value ${value} for fact ${name}, expected ${fact.values.join(", ")}`);
    }
    facts[name] = value;
  }
  return facts;
}

/** The facts that a caller may supply. A decision's outcome may be given as a fact of its name. */
export function knownFacts({ facts, decisions }: Policy): Pick<Fact, "name" | "values" | "type">[] {
  return [
    ...facts,
    ...decisions.map(({ name, outcomes }) => ({
      name,
      values: outcomes.map((o) => o.name),
      type: "text" as const,
    })),
  ];
}
