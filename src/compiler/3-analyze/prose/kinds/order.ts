// Whether two orders can both be right: what a part needs, what comes right in front of it, what it doesn't wait for.
import type { Kind, OrderOf } from "../claim.ts";
import type { Thing } from "../things.ts";
import type { FollowersSaid, OrderSaid } from "../values.ts";

export const ORDER: Kind<OrderSaid> = {
  conflict: (one, other, subject, order) =>
    (contradicts(one, other, subject, order) ?? contradicts(other, one, subject, order)) ? {} : undefined,
  line: "the line `Needs`",
  says: ({ how, parts }, { name }) => {
    const listed = names(parts);
    switch (how) {
      case "next":
        return `\`${name}\` comes right after ${listed}`;
      case "later":
        return `\`${name}\` comes after ${listed}`;
      case "not":
        return `\`${name}\` doesn't wait for ${listed}`;
      case "all":
        return parts.length === 0
          ? `\`${name}\` needs nothing`
          : `\`${name}\` needs ${listed}${parts.length > 1 ? "" : " alone"}`;
    }
  },
};

/** Whether one says what the other one rules out; undefined where nothing is seen. */
function contradicts(one: OrderSaid, other: OrderSaid, subject: Thing, order: OrderOf): true | undefined {
  if (one.how === "all") return againstAll(one, other, order);
  if (one.how === "not" && (other.how === "next" || other.how === "later"))
    return one.parts.some((p) => isAmong(p, other.parts, order)) || undefined;
  if (one.how === "next" && (other.how === "next" || other.how === "later")) {
    if (one.parts.some((p) => isOneOf(p, other.parts))) return undefined;
    // Its turn can't be when the first is over, if something further on has to be over too.
    const late = other.parts.some((o) => one.parts.every((p) => order.isBefore(p, o) === true));
    return late && !other.parts.some((o) => isOneOf(o, [subject])) ? true : undefined;
  }
  return undefined;
}

/** What a complete list of needs rules out. */
function againstAll({ parts }: OrderSaid, other: OrderSaid, order: OrderOf): true | undefined {
  const isImplied = (p: Thing): boolean | undefined => isAmong(p, parts, order);
  switch (other.how) {
    case "all":
      return other.parts.some((p) => isImplied(p) === false) || undefined;
    case "later":
      return other.parts.some((p) => isImplied(p) === false) || undefined;
    case "not":
      return other.parts.some((p) => isImplied(p) === true) || undefined;
    case "next": {
      if (other.parts.some((p) => isImplied(p) === false)) return true;
      const atOnce = parts.flatMap((p) => [p, ...order.atOnce(p)]);
      const said = [...other.parts, ...(other.besides ?? [])];
      const last = said.filter((p) => isOneOf(p, atOnce));
      // What is needed besides, and comes behind all of them, is still awaited when they are over.
      const late = atOnce.some(
        (p) =>
          p.definition?.kind !== "Gate" &&
          !isOneOf(p, said) &&
          last.every((l) => order.isBefore(l, p) === true),
      );
      return last.length === 0 || late ? true : undefined;
    }
  }
}

function isOneOf(part: Thing, parts: readonly Thing[]): boolean {
  return parts.some((p) => p.key === part.key);
}

/** Whether a part is one of some, or has to be over before one of them; undefined where that can't be told. */
function isAmong(part: Thing, parts: readonly Thing[], order: OrderOf): boolean | undefined {
  if (isOneOf(part, parts)) return true;
  const within = order.atOnce(part);
  // A gate is passed when all that it needs is over.
  if (within.length > 0 && within.every((p) => isAmong(p, parts, order) === true)) return true;
  const before = parts.map((p) => order.isBefore(part, p));
  return before.includes(true) ? true : before.includes(undefined) ? undefined : false;
}

export const FOLLOWERS: Kind<FollowersSaid> = {
  conflict: (one, other, _, order) => {
    const isCovered = (part: Thing, by: readonly Thing[]): boolean =>
      isOneOf(part, by) ||
      by.some((b) => order.isBefore(b, part) !== false) ||
      // Whoever lists what follows may leave out the gate, or the wait, that it stands behind.
      (part.definition?.kind !== "Task" && by.some((b) => order.isBefore(part, b) !== false));
    const all = one.parts.every((p) => isCovered(p, other.parts));
    return all && other.parts.every((p) => isCovered(p, one.parts)) ? undefined : {};
  },
  line: "what needs it",
  says: ({ parts }, { name }) =>
    `right behind \`${name}\` ${parts.length > 1 ? "come" : "comes"} ${names(parts) || "nothing"}`,
};

function names(parts: readonly Thing[]): string {
  const [last, ...before] = parts.map((p) => `\`${p.name}\``).reverse();
  return before.length === 0 ? (last ?? "") : `${before.reverse().join(", ")} and ${last}`;
}
