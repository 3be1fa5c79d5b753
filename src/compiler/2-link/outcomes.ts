// Outcomes from their definitions: what a decision means to the program that asked for it.
import type { Outcome } from "../../policy/types.ts";
import type { Definition, DefinitionLabel } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateDefinition, invalidLabel, unknownOutcome, unusedOutcome } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { byTime } from "./linker.ts";
import { ambiguous, documentName, Names } from "./names.ts";

/** An outcome where its heading declares it. */
type Declared = Outcome & { readonly source: Definition["source"] };

/** The declared outcomes, and which of them decisions have. */
export class Outcomes {
  readonly #declared = new Names<Declared>();
  readonly #documents = new Set<string>();
  readonly #used = new Set<Declared>();
  readonly #report: (d: Diagnostic) => void;
  /** Whether an outcome was misnamed: one that seems unused may be meant. */
  #misnamed = false;

  constructor(definitions: readonly Definition[], report: (d: Diagnostic) => void) {
    this.#report = report;
    for (const definition of definitions.filter((d) => d.kind === "Outcome").sort(byTime)) {
      const first = this.#declared.add(definition.name, readOutcome(definition, report));
      this.#documents.add(documentName(definition.source.file));
      if (first === undefined) continue;
      const related = [{ message: "the first definition", source: first.source }];
      const values = { kind: "outcome", name: definition.name };
      report(duplicateDefinition(definition.source, values, { related }));
    }
  }

  /**
   * The outcomes of one decision with what is declared of them. An undeclared one is reported where its document
   * declares outcomes, or where another one of the decision is declared.
   */
  of(names: readonly { readonly name: string; readonly source: Definition["source"] }[]): Outcome[] {
    const found = names.map((n) => ({ ...n, found: this.#declared.find(n.name, n.source.file) }));
    const expected = found.some(
      (f) => "thing" in f.found || this.#documents.has(documentName(f.source.file)),
    );
    return found.map((f) => {
      if ("thing" in f.found) {
        this.#used.add(f.found.thing);
        return { ...f.found.thing, name: f.name };
      }
      if (f.found.among.length > 0) this.#report(ambiguous(f.source, f.name, f.found.among));
      else if (expected) {
        this.#misnamed = true;
        const hint = didYouMean(f.name, this.#declared.names());
        this.#report(unknownOutcome(f.source, { outcome: f.name }, { hint }));
      }
      return { name: f.name };
    });
  }

  /** Reports what no decision comes to. */
  reportUnused(): void {
    if (this.#misnamed) return;
    for (const [name, outcome] of this.#declared.all())
      if (!this.#used.has(outcome)) this.#report(unusedOutcome(outcome.source, { outcome: name }));
  }
}

function readOutcome(definition: Definition, report: (d: Diagnostic) => void): Declared {
  const label = (name: string): DefinitionLabel | undefined => definition.labels.find((l) => l.name === name);
  const exitStatus = readStatus(label("Exit status"), report);
  const [message, because] = [label("Message")?.text, label("Because")?.text];
  return {
    name: definition.name,
    ...(exitStatus === undefined ? {} : { exitStatus }),
    ...(message === undefined || message === "" ? {} : { message }),
    ...(because === undefined || because === "" ? {} : { because }),
    source: definition.source,
  };
}

function readStatus(label: DefinitionLabel | undefined, report: (d: Diagnostic) => void): number | undefined {
  if (label === undefined) return undefined;
  const text = label.text.replace(/^`(.*)`$/, "$1").replace(/\.$/, "");
  if (/^\d{1,3}$/.test(text) && Number(text) <= 255) return Number(text);
  const expected = "a whole number from 0 to 255";
  report(invalidLabel(label.source, { found: `“${label.text}”`, label: "Exit status", expected }));
  return undefined;
}
