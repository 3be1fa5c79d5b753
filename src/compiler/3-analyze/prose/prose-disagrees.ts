// Prose that says something else of a definition than the definition does, or than other prose. Reads sentences by their
// words, names in backticks; can't see what is said without a name, or by way of what people know.
import type { Passage } from "../../1-read/document.ts";
import type { Diagnostic } from "../../messages/diagnostic.ts";
import { proseDisagrees } from "../../messages/generated.ts";
import type { Analysis, Subject } from "../analysis.ts";
import type { Claim } from "./claim.ts";
import { type Contradiction, contradictions } from "./compare.ts";
import { claimsOfDefinitions } from "./defined/all.ts";
import { Needs } from "./defined/needs.ts";
import { KINDS } from "./kinds/all.ts";
import { KnownOrder } from "./known-order.ts";
import { claimsOf } from "./said/all.ts";
import { shownPrograms } from "./said/commands.ts";
import { optionClaims } from "./said/options.ts";
import { definedOrders } from "./said/section-orders.ts";
import { shownThresholds } from "./said/shown-thresholds.ts";
import type { Effort } from "./text/match.ts";
import { Things } from "./things.ts";

/** How many further things of one sentence are shown. */
const MOST_BESIDE = 8;

/** Reports each contradiction at the prose, with the other side beside it. */
export const proseDisagreements: Analysis = (subject) => disagreements(subject, { steps: 0 });

/** The same, counting the steps that it takes. */
export function disagreements(
  {
    policy,
    definitions,
    prose: documents,
    shown,
    today,
  }: Pick<Subject, "policy" | "definitions" | "prose" | "shown" | "today">,
  effort: Effort,
): Diagnostic[] {
  const things = new Things(policy, definitions);
  const needs = new Needs(things.defined);
  const gone = goneGuidance(policy, today);
  const playbooks = new Set(policy.workflows.map((w) => w.source.file));
  const said = documents.flatMap(({ file, prose }): Claim[] => {
    const passages = prose.passages.filter((p) => !gone.has(placeOf(p)));
    // Drawings beside the tasks themselves are held against them by an analysis of their own.
    const sketches = playbooks.has(file) ? [] : prose.sketches;
    return claimsOf({ ...prose, passages, sketches }, { things, file, effort });
  });
  const defined = [...claimsOfDefinitions(things, needs), ...definedOrders(things)];
  const programs = shownPrograms({ policy, shown });
  const inCommands = [...shownThresholds(programs, things), ...optionClaims(programs, policy, things)];
  const claims = [...defined, ...said, ...inCommands];
  return bySentence(contradictions(claims, new KnownOrder(needs, said))).map(report);
}

/** Guidance that a later one replaced, or that has ended: it says what was. */
function goneGuidance({ guidance, history }: Subject["policy"], today: string | undefined): Set<string> {
  const ended = guidance.filter((g) => g.until !== undefined && today !== undefined && g.until < today);
  return new Set([...history.superseded, ...ended].map(placeOf));
}

function placeOf({ source: { file, line, column } }: Pick<Passage, "source">): string {
  return `${file}:${line}:${column}`;
}

/** One diagnostic for what one sentence says wrong of several things, or wrong in several ways. */
function report([first, ...more]: readonly [Contradiction, ...Contradiction[]]): Diagnostic {
  const { one, other, says, otherSays, otherSource } = first;
  const defined = other.by === "definition";
  const values = { said: says, whose: defined ? "its definition" : "another place", other: otherSays };
  const related = [{ message: defined ? "the definition" : "the other place", source: otherSource }];
  const besides = new Map(
    more.filter((c) => c.one.subject.key !== one.subject.key).map((c) => [c.one.subject.key, c]),
  );
  for (const c of [...besides.values()].slice(0, MOST_BESIDE))
    related.push({ message: `it says this of \`${c.one.subject.name}\` too`, source: c.otherSource });
  const hint = defined
    ? `If the definition is right, correct this; if this is, correct ${KINDS[one.kind].line} there.`
    : "Correct the one that is wrong, or leave one of them out.";
  return proseDisagrees(one.source, values, { hint, related });
}

/** Those whose prose stands on the same line and is of one kind, together. */
function bySentence(all: readonly Contradiction[]): [Contradiction, ...Contradiction[]][] {
  const groups = new Map<string, [Contradiction, ...Contradiction[]]>();
  for (const contradiction of all) {
    const { kind, source } = contradiction.one;
    const key = `${kind} ${source.file}:${source.endLine}:${source.endColumn}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [contradiction]);
    else known.push(contradiction);
  }
  return [...groups.values()];
}
