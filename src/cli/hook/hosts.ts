// The host that a hook line names.
import { claudeCode } from "../../hosts/claude-code.ts";
import type { Host } from "../../hosts/host.ts";
import { otherHosts } from "./other-hosts.ts";

/** The host of a name; undefined where there is none. */
export function hostNamed(name: string | undefined): Host | undefined {
  return name === claudeCode.name ? claudeCode : otherHosts().find((h) => h.name === name);
}
