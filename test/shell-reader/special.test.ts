// The fast path knows which programs have a handler, without loading the handlers.
import fc from "fast-check";
import { expect, test } from "vitest";
import { handledNames, handlerOf } from "../../src/shell/carry/handlers.ts";
import { isSpecial } from "../../src/shell/special.ts";

const names = [
  ...handledNames(),
  "ls",
  "tool",
  "python3.11",
  "perl5",
  "node22",
  "python3.",
  "tool3",
  "constructor",
  "",
];

test("exactly those are special that have a handler, as a word and in a folder", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 6 })),
      fc.boolean(),
      (name, inFolder) => {
        if (/\s/.test(name)) return;
        const word = inFolder ? `/bin/${name}` : name;
        expect(isSpecial(name, word)).toBe(name !== "" && handlerOf(name, word) !== undefined);
      },
    ),
    { numRuns: 3_000 },
  );
});
