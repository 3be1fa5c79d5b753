// Looks through what is to be written for agents: no secrets, and no characters that people can't see.

import type { OutputFile } from "../../compiler/4-emit/emit.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { hiddenInOutput, secretInOutput } from "../../compiler/messages/generated.ts";
import { keyShape } from "../../ledger/key-shape.ts";
import { hiddenIn, nameOfCharacter } from "../../pattern/hidden.ts";

/** Most findings in one file. */
const MOST = 10;

/** What is wrong with the texts, at its line. */
export function scan(files: readonly OutputFile[]): Diagnostic[] {
  return files.flatMap(({ path, content }) => {
    const found: Diagnostic[] = [];
    for (const [i, line] of content.split("\n").entries()) {
      if (found.length >= MOST) break;
      const at = (column: number) => ({
        file: path,
        line: i + 1,
        column,
        endLine: i + 1,
        endColumn: column + 1,
      });
      const secret = keyShape(line);
      if (secret !== undefined) {
        const shown = `${line.slice(secret.at, secret.at + 4)}…, ${secret.length} characters`;
        found.push(secretInOutput(at(secret.at + 1), { shown }));
      }
      const [hidden] = hiddenIn(line);
      if (hidden !== undefined)
        found.push(hiddenInOutput(at(hidden.at + 1), { character: nameOfCharacter(line, hidden.at) }));
    }
    return found;
  });
}
