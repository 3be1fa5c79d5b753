// Where the pages of the site are. The page of a rule hangs on the rule's id alone, so its address never changes.

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

/** Another part of a page that would be too heavy: `name~p2.html`. No slug ends so. */
export function partPath(path: string, part: number): string {
  return part === 1 ? path : path.replace(/\.html$/, `~p${part}.html`);
}

/** Gives things of one kind their pages. Names that differ in case alone don't share a file where case doesn't count. */
export class Paths {
  readonly #folder: string;
  readonly #paths = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(folder: string, names: Iterable<string>) {
    this.#folder = folder;
    for (const name of names) this.#add(name);
  }

  /** The page of a name that was given to the constructor. */
  of(name: string): string | undefined {
    return this.#paths.get(name);
  }

  #add(name: string): void {
    if (this.#paths.has(name)) return;
    const plain = slugOf(name);
    const slug = this.#taken.has(plain.toLowerCase()) ? `${plain}~${checksum(name)}` : plain;
    this.#taken.add(slug.toLowerCase());
    this.#paths.set(name, `${this.#folder}/${slug}.html`);
  }
}

/** FNV-1a over UTF-16 units, twice with different beginnings: sixteen hexadecimal digits. Tells names apart, guards nothing. */
function checksum(text: string): string {
  return [0x811c9dc5, 0x050c5d1f]
    .map((start) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}

/** From one page to another, both relative to the site's folder; works under any base path. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split("/"), to.split("/")];
  let same = 0;
  while (same < here.length - 1 && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same + 1).map(() => ".."), ...there.slice(same)].join("/");
}
