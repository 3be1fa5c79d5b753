// What is found when a run has ended: Always run `T` for each `T2` before the run ends.
import { all, type Truth } from "../pattern/truth.ts";
import type { RunHistory } from "../policy/history.ts";
import type { Finding, RuleOf } from "../policy/types.ts";
import { limits } from "./judge.ts";
import { partsOf } from "./past.ts";
import { type Surroundings, subjectOf } from "./surroundings.ts";
import { code } from "./words.ts";

/** A finding where fewer of what had to follow ran than of what it had to follow. What may have run leaves it undecided. */
export function missingAtEnd(rule: RuleOf<"always-each">, run: RunHistory, around: Surroundings): Finding[] {
  const [certain, possible] = [new Open(), new Open()];
  for (const part of run.past.flatMap((past) => partsOf(past, around.policy))) {
    const { invocation } = part;
    const applies: readonly Truth[] =
      invocation === undefined
        ? []
        : limits(
            rule,
            subjectOf(invocation, 0, {
              ...around,
              reading: { ...around.reading, invocations: [invocation] },
            }),
          );
    const opens = all([part.fits(rule.targets), part.ran, ...applies]);
    const closes = all([part.fits(rule.first), part.ran]);
    // For certain missing: what surely had to be followed, and by nothing that may be it; and the other way round.
    certain.count(opens === true, closes !== false);
    possible.count(opens !== false, closes === true);
  }
  if (possible.open === 0) return [];
  const sure = certain.open > 0;
  const first = code(rule.first[0]?.text ?? "");
  const target = code(rule.targets[0]?.text ?? "");
  const times = sure ? certain.open : possible.open;
  return [
    {
      rule: rule.id,
      sentence: rule.sentence,
      message: sure
        ? `${first} has not run for ${times === 1 ? `one ${target}` : `${times} of ${target}`}`
        : `whether ${first} has run for each ${target} can't be decided`,
      ...(rule.because === undefined ? {} : { because: rule.because }),
      decision: sure ? "deny" : "ask",
      certain: sure,
      source: rule.source,
    },
  ];
}

/** How many still wait for what has to follow them. */
class Open {
  open = 0;

  count(opens: boolean, closes: boolean): void {
    if (closes) this.open = Math.max(0, this.open - 1);
    if (opens) this.open++;
  }
}
