// The built-in rules as one function, so that what looks for them is loaded where it is needed.
import type { Finding } from "../../policy/types.ts";
import { type ProtectedInput, ProtectedRules } from "./protected.ts";
import type { Protection } from "./protection.ts";

/** What finds changes of what is protected. */
export function protectedFinder(protection: Protection): (input: ProtectedInput) => Finding[] {
  const rules = new ProtectedRules(protection);
  return (input) => rules.find(input);
}
