// What the parts of playbooks need of each other, as things.
import type { Workflow } from "../../../../policy/types.ts";
import { namesOf, needsOf, partsOf } from "../../../../policy/workflows.ts";
import type { Thing } from "../things.ts";

const NONE: readonly Thing[] = [];

/** The needs of every part, looked up once. */
export class Needs {
  readonly #before = new Map<string, readonly Thing[]>();
  readonly #behind = new Map<string, Thing[]>();
  readonly #speaking = new Set<Workflow>();

  constructor(things: readonly Thing[]) {
    const byPart = new Map(
      things.flatMap((t): [object, Thing][] => (t.part === undefined ? [] : [[t.part.of, t]])),
    );
    for (const workflow of new Set(things.flatMap((t) => t.workflow ?? []))) {
      const parts = partsOf(workflow);
      for (const part of parts.values()) {
        const own = byPart.get(part.of);
        if (own === undefined) continue;
        const names = new Set(namesOf(needsOf(part)));
        const before = [...names].flatMap((name) => byPart.get(parts.get(name)?.of ?? part) ?? []);
        const others = before.filter((t) => t !== own);
        this.#before.set(own.key, others);
        if (others.length > 0) this.#speaking.add(workflow);
        for (const other of others) {
          const known = this.#behind.get(other.key);
          if (known === undefined) this.#behind.set(other.key, [own]);
          else known.push(own);
        }
      }
    }
  }

  /** What a part needs itself. */
  before({ key }: Thing): readonly Thing[] {
    return this.#before.get(key) ?? NONE;
  }

  /** What needs a part. */
  behind({ key }: Thing): readonly Thing[] {
    return this.#behind.get(key) ?? NONE;
  }

  /** Whether any part of a playbook needs another one. Where none does, its definitions say nothing of order. */
  speaks(workflow: Workflow | undefined): boolean {
    return workflow !== undefined && this.#speaking.has(workflow);
  }
}
