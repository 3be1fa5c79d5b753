// Every claim that the definitions make, at the label lines that make them.
import type { Source } from "../../../../policy/types.ts";
import type { Claim, ClaimKind, ClaimOf, Values } from "../claim.ts";
import type { Thing, Things } from "../things.ts";
import { Lines } from "./lines.ts";
import type { Needs } from "./needs.ts";
import { checkOf, takesOf, timeOf } from "./times.ts";

/** The claims of all definitions, in the order of the sources. */
export function claimsOfDefinitions(things: Things, needs: Needs): Claim[] {
  const lines = new Lines(things.defined);
  return things.defined.flatMap((thing) => [
    ...ofTimes(thing, lines),
    ...ofOrder(thing, lines, needs),
    ...ofFailure(thing, lines),
    ...ofDecision(thing),
    ...ofOutcome(thing, lines),
  ]);
}

function claim<K extends ClaimKind>(kind: K, subject: Thing, value: Values[K], source: Source): ClaimOf<K> {
  return { kind, subject, value, by: "definition", source, date: undefined };
}

function ofTimes(thing: Thing, lines: Lines): Claim[] {
  const { part } = thing;
  if (part === undefined || part.kind === "gate") return [];
  const claims: Claim[] = [];
  const takes = lines.of(thing, "Takes");
  const every = lines.of(thing, "Check every");
  if (part.of.takes !== undefined && takes !== undefined)
    claims.push(claim("duration", thing, takesOf(part.of.takes, takes), takes.source));
  const check = every ?? takes;
  if (part.of.check !== undefined && check !== undefined)
    claims.push(claim("interval", thing, checkOf(part.of.check, check), check.source));
  if (part.kind === "wait") return claims;
  const limit = lines.of(thing, "Fails after");
  const { failsAfter, retries } = part.of;
  if (failsAfter !== undefined && limit !== undefined)
    claims.push(
      claim("limit", thing, timeOf({ from: failsAfter, to: failsAfter }, limit.text), limit.source),
    );
  const [retry, ...more] = retries;
  if (retry !== undefined && more.length === 0)
    claims.push(claim("retries", thing, retry.times, retry.source));
  return claims;
}

/** What a part needs, and what needs it. */
function ofOrder(thing: Thing, lines: Lines, needs: Needs): Claim[] {
  const { part, workflow } = thing;
  if (part === undefined) return [];
  const claims: Claim[] = [];
  const place = lines.of(thing, "Needs") ?? lines.of(thing, "Over when");
  if (needs.speaks(workflow)) {
    claims.push(
      claim("order", thing, { how: "all", parts: needs.before(thing) }, place?.source ?? thing.source),
    );
    claims.push(claim("followers", thing, { parts: needs.behind(thing) }, thing.source));
  }
  for (const need of part.of.needs)
    if ("daysBefore" in need)
      claims.push(claim("days before", thing, { days: need.daysBefore, of: need.fact }, need.source));
  return claims;
}

function ofFailure(thing: Thing, lines: Lines): Claim[] {
  const { part } = thing;
  if (part?.kind !== "task") return [];
  const { informational, neverFails, onFailure } = part.of;
  const harmless = lines.of(thing, "Blocks nothing") ?? lines.of(thing, "Never fails");
  const value = { stops: false, always: true };
  if (informational || neverFails === true)
    return [claim("failure", thing, value, harmless?.source ?? thing.source)];
  const stops = lines.of(thing, "On failure");
  if (onFailure?.stop !== true || stops === undefined) return [];
  return [claim("failure", thing, { stops: true, always: true }, stops.source)];
}

function ofDecision(thing: Thing): Claim[] {
  const { decided } = thing;
  return decided === undefined ? [] : [claim("outcome", thing, { whole: decided }, thing.source)];
}

function ofOutcome(thing: Thing, lines: Lines): Claim[] {
  const { outcome } = thing;
  if (outcome === undefined) return [];
  const claims: Claim[] = [];
  const [message, status] = [lines.of(thing, "Message"), lines.of(thing, "Exit status")];
  if (outcome.message !== undefined && message !== undefined)
    claims.push(claim("message", thing, { text: outcome.message }, message.source));
  if (outcome.exitStatus !== undefined && status !== undefined)
    claims.push(claim("exit status", thing, outcome.exitStatus, status.source));
  return claims;
}
