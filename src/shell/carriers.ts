// All built-in carriers by the name of their program.
import { once } from "../policy/once.ts";
import { byProgram } from "./carriers/by-program.ts";
import { localCarriers } from "./carriers/local.ts";
import { remoteCarriers } from "./carriers/remote.ts";
import { packageRunners, toolCarriers } from "./carriers/tools.ts";
import type { Carrier } from "./types.ts";

/** The built-in carriers that need nothing but their table. */
export const carrierTable: () => ReadonlyMap<string, readonly Carrier[]> = once(() =>
  byProgram([...localCarriers(), ...remoteCarriers(), ...packageRunners(), ...toolCarriers()]),
);

/** Names of carriers whose program is a package with a version. */
export const packageNames: () => ReadonlySet<string> = once(
  () => new Set(packageRunners().map((carrier) => carrier.name)),
);
