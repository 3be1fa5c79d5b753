// The hosts that a hook line may name.
import { claudeCode } from "../../hosts/claude-code.ts";
import type { Host } from "../../hosts/host.ts";

export const HOSTS: readonly Host[] = [claudeCode];

/** The host of a name; undefined where there is none. */
export function hostNamed(name: string | undefined): Host | undefined {
  return HOSTS.find((h) => h.name === name);
}
