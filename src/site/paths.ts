// Where the pages of the site are.
import { checksum, slugOf } from "../policy/rule-page.ts";

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

/** From one page to another, both relative to the site's folder; works under any base path. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split("/"), to.split("/")];
  let same = 0;
  while (same < here.length - 1 && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same + 1).map(() => ".."), ...there.slice(same)].join("/");
}
