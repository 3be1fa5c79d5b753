// All built-in carriers by the name of their program.

import { LOCAL } from "./carriers/local.ts";
import { REMOTE } from "./carriers/remote.ts";
import { PACKAGE_RUNNERS, TOOLS } from "./carriers/tools.ts";
import type { Carrier } from "./types.ts";

/** Groups carriers by their program: the first word of a name like `docker exec`. */
export function byProgram(carriers: readonly Carrier[]): ReadonlyMap<string, readonly Carrier[]> {
  const result = new Map<string, Carrier[]>();
  for (const carrier of carriers) {
    const program = carrier.name.split(" ")[0] ?? carrier.name;
    const list = result.get(program);
    if (list === undefined) result.set(program, [carrier]);
    else list.push(carrier);
  }
  return result;
}

/** The built-in carriers that need nothing but their table. */
export const TABLE: ReadonlyMap<string, readonly Carrier[]> = byProgram([
  ...LOCAL,
  ...REMOTE,
  ...PACKAGE_RUNNERS,
  ...TOOLS,
]);

/** Names of carriers whose program is a package with a version. */
export const PACKAGES: ReadonlySet<string> = new Set(PACKAGE_RUNNERS.map((carrier) => carrier.name));
