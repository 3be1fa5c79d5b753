// Whether two orders of a text's sections can both be right.
import type { Kind } from "../claim.ts";
import type { SectionName } from "../text/section-names.ts";
import type { SectionsSaid } from "../values.ts";

export const SECTIONS: Kind<SectionsSaid> = {
  conflict: (one, other) => {
    if (!isOfOne(one.of, other.of)) return undefined;
    if (one.how !== "order") return againstEnd(one, other) ? {} : undefined;
    if (other.how !== "order") return againstEnd(other, one) ? {} : undefined;
    return isReordered(one.names, other.names) ? {} : undefined;
  },
  lasts: true,
  line: "the order of the sections",
  says: ({ how, names }, { name }) => {
    const listed = names.map((n) => `“${n.text}”`);
    const whose = name === "" ? "" : ` of \`${name}\``;
    if (how !== "order") return `${listed.join()} stands ${how}${name === "" ? "" : ` in \`${name}\``}`;
    return `the sections${whose} stand in the order ${listed.join(", ")}`;
  },
};

/** Whether two orders may be those of one text: of what neither names, or the one names with fewer words. */
function isOfOne(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return [...few].every((word) => many.has(word));
}

/** Whether two sections stand in one order here and in the other one there. */
function isReordered(one: readonly SectionName[], other: readonly SectionName[]): boolean {
  const places = new Map(other.map((name, i) => [name.key, i]));
  let last = -1;
  for (const { key } of one) {
    const place = places.get(key);
    if (place === undefined) continue;
    if (place < last) return true;
    last = place;
  }
  return false;
}

/** Whether another section opens or ends the text than the one that is said to. */
function againstEnd({ how, names: [name] }: SectionsSaid, other: SectionsSaid): boolean {
  if (name === undefined) return false;
  const { names } = other;
  if (other.how !== "order") return other.how === how && names[0]?.key !== name.key;
  const known = names.some((n) => n.key === name.key);
  const [first, last] = [names[0], names[names.length - 1]];
  return known && (how === "first" ? first : last)?.key !== name.key;
}
