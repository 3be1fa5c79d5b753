// Where the page of a rule is on a site. It hangs on the rule's id alone, so its address never changes.

/** Longer names are cut; what was cut off is told by its hash. */
const MOST_LENGTH = 100;

/** The page of a rule, relative to the site's folder, with `/`. Ids that differ have pages that differ, on any disk. */
export function rulePage(id: string): string {
  return `rules/${slugOf(id, /[^a-z0-9._-]/gu)}.html`;
}

/** The address of a rule's page on a site; `site` is the configured address, with or without a slash at its end. */
export function ruleUrl(site: string, id: string): string {
  return `${site.replace(/\/$/, "")}/${rulePage(id)}`;
}

/** A name as a file's name: letters, digits and `._-` stay, all else becomes `~` with its hexadecimal bytes. */
export function slugOf(name: string, unsafe = /[^A-Za-z0-9._-]/gu): string {
  const safe = name
    .replace(/\p{Cs}/gu, "�")
    .replace(unsafe, escaped)
    .replace(/^\./, "~2e");
  return safe.length <= MOST_LENGTH ? safe : `${safe.slice(0, MOST_LENGTH)}~${checksum(name)}`;
}

/** A sign as `~` with the hexadecimal digits of each of its bytes. */
function escaped(sign: string): string {
  return [...new TextEncoder().encode(sign)].map((byte) => `~${byte.toString(16).padStart(2, "0")}`).join("");
}

/** FNV-1a over UTF-16 units, twice with different beginnings: sixteen hexadecimal digits. Tells names apart, guards nothing. */
export function checksum(text: string): string {
  return [0x811c9dc5, 0x050c5d1f]
    .map((start) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}
