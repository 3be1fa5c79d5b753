// All built-in carriers by the name of their program.

import { byProgram } from "./carriers/by-program.ts";
import { LOCAL } from "./carriers/local.ts";
import { REMOTE } from "./carriers/remote.ts";
import { PACKAGE_RUNNERS, TOOLS } from "./carriers/tools.ts";
import type { Carrier } from "./types.ts";

/** The built-in carriers that need nothing but their table. */
export const TABLE: ReadonlyMap<string, readonly Carrier[]> = byProgram([
  ...LOCAL,
  ...REMOTE,
  ...PACKAGE_RUNNERS,
  ...TOOLS,
]);

/** Names of carriers whose program is a package with a version. */
export const PACKAGES: ReadonlySet<string> = new Set(PACKAGE_RUNNERS.map((carrier) => carrier.name));
