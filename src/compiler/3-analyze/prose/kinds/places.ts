// Whether something can stand in two places, and whether one option can have two names.
import type { Kind } from "../claim.ts";
import { LINE, type OptionSaid, type PlaceSaid } from "../values.ts";

/** Sections that no line of a list stands in. */
const APART = /\b(?:note|remark|comment|appendix|footer|footnote|annex|summary|anomaly|postscript)s?\b/;

export const PLACE: Kind<PlaceSaid> = {
  conflict: (one, other) => {
    if (one.denied && other.denied) return undefined;
    if (one.denied !== other.denied) return one.where === other.where ? {} : undefined;
    if (one.where === other.where) return undefined;
    if (one.where !== LINE && other.where !== LINE) return {};
    // A line stands in some section itself.
    return APART.test(one.where === LINE ? other.where : one.where) ? {} : undefined;
  },
  lasts: true,
  line: "where it says that this stands",
  says: ({ text, denied }, { name }) => `“${name}” ${denied ? "must not stand" : "is to stand"} ${text}`,
};

export const OPTION: Kind<OptionSaid> = {
  conflict: (one, other) => (one.option === other.option ? undefined : {}),
  line: "the options",
  says: ({ option, command }, { name }) => `\`${command}\` takes \`${name}\` as \`${option}\``,
};
