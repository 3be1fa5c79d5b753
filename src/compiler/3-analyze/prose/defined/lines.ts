// Label lines of definitions, and of "Every task" for those that lack them.
import type { Definition, DefinitionLabel } from "../../../1-read/document.ts";
import type { Thing } from "../things.ts";

export class Lines {
  readonly #shared: ReadonlyMap<string, Definition>;

  constructor(things: readonly Thing[]) {
    this.#shared = new Map(
      things.flatMap(({ definition }): [string, Definition][] =>
        definition?.kind === "Every task" ? [[definition.source.file, definition]] : [],
      ),
    );
  }

  /** The line of a thing's definition with this label. */
  of({ definition }: Thing, name: string): DefinitionLabel | undefined {
    const own = definition?.labels.find((l) => l.name === name);
    if (own !== undefined || definition?.kind !== "Task") return own;
    return this.#shared.get(definition.source.file)?.labels.find((l) => l.name === name);
  }
}
