// Globs with marks that other programs give a meaning and Bylaw doesn't. Can't see whether one fits what was meant.
import { conditionsOf, testsOf } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";
import { invalidGlob } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each glob of a rule or of a list that would be taken for plain characters. */
export const globs: Analysis = ({ policy }) => {
  const ofRules = policy.rules.flatMap((rule) =>
    globsOf(rule).map((glob) => ({ glob, source: rule.source })),
  );
  const ofLists = policy.lists
    .filter((list) => list.matching === "glob")
    .flatMap((list) => list.members.map(({ value, source }) => ({ glob: value, source })));
  return [...ofRules, ...ofLists].flatMap(({ glob, source }) => {
    const reason = problem(glob);
    return reason === undefined ? [] : [invalidGlob(source, { glob, reason })];
  });
};

function globsOf(rule: Rule): string[] {
  const tests = conditionsOf(rule).flatMap(testsOf);
  return [
    ...("globs" in rule ? rule.globs : []),
    ...tests.flatMap((test) => ("globs" in test ? test.globs : [])),
  ];
}

function opensMore(glob: string): boolean {
  let open = 0;
  for (const char of glob) open += char === "{" ? 1 : char === "}" ? -1 : 0;
  return open !== 0;
}

/** A single bracketed name (`app/[id]/page.ts`) is one of a file. */
function problem(glob: string): string | undefined {
  if (glob.startsWith("!")) return "“!” doesn't turn it around";
  if (opensMore(glob)) return "a brace is not closed";
  return /\[[!^]?[^\]]-[^\]]/.test(glob) ? "brackets don't hold a range of characters" : undefined;
}
