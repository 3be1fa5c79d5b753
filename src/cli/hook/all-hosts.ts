// All hosts that there are an adapter for.
import { claudeCode } from "../../hosts/claude-code.ts";
import type { Host } from "../../hosts/host.ts";
import { otherHosts } from "./other-hosts.ts";

export const HOSTS: readonly Host[] = [claudeCode, ...otherHosts()];
