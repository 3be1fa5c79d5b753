// The short key of a plan: shown to the person, kept as a hash.

/** Crockford's base 32: no letter that is taken for another one. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** A key of random bytes, `ABCD-EFGH`. Eight bytes give 40 bits. */
export function keyOf(random: Uint8Array): string {
  const letters = Array.from({ length: LENGTH }, (_, i) => LETTERS[(random[i] ?? 0) & 31] ?? "").join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A key as a person may type it, in the one spelling that is hashed; undefined where it can't be one. */
export function typedKey(text: string): string | undefined {
  const letters = text.toUpperCase().replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const isKey = letters.length === LENGTH && [...letters].every((c) => LETTERS.includes(c));
  return isKey ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}
