// A hook's surroundings in tests: a policy from sources, no files, a fixed day.
import { answer } from "../../src/cli/hook/answer.ts";
import { DEFAULT_OPTIONS } from "../../src/cli/hook/hook-options.ts";
import type { HookWorld } from "../../src/cli/hook/hook-world.ts";
import { hostNamed } from "../../src/cli/hook/hosts.ts";
import { protectionOf } from "../../src/cli/hook/protection.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import type { Host, HostRequest } from "../../src/hosts/host.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import { compileFiles } from "../support/compile.ts";

export function world(input: unknown, rules: string): HookWorld {
  const { policy } = compileFiles({ "learnings/a.md": rules });
  return {
    input: () => (typeof input === "string" ? input : JSON.stringify(input)),
    policyText: () => ({ text: printPolicy(policy) }),
    pieces: undefined,
    inTime: (what) => what(),
    sha256,
    regex,
    today: "2026-01-01",
    root: "/repo",
    files: () => () => undefined,
    pinProblem: () => undefined,
    // A place where nothing can be written: what is checked here needs no ledger.
    ledger: new Ledger("/dev/null/runs", { sha256, now: () => Date.parse("2026-01-01T12:00:00Z") }),
    random: (bytes) => new Uint8Array(bytes),
    newId: () => "id",
    options: DEFAULT_OPTIONS,
    protection: protectionOf("/repo", "/repo/node_modules/bylaw/dist"),
  };
}

/** What the hook of a host prints for an input. */
export function printed(name: string, input: unknown, rules: string): string {
  return answer(host(name), world(input, rules));
}

export function host(name: string): Host {
  const found = hostNamed(name);
  if (found === undefined) throw new Error(`no host ${name}`);
  return found;
}

/** Reads an input, with the texts of some files of `/repo`. */
export function read(
  name: string,
  input: unknown,
  files: Readonly<Record<string, string>> = {},
): HostRequest {
  return host(name).read(input, (cwd) => (path) => files[path.startsWith("/") ? path : `${cwd}/${path}`]);
}

/** What a call is read as, short enough for a table: `bash: git push`, `edit a.ts = new`, `tool t {}`. */
export function short(request: HostRequest): string[] {
  if (request.type === "broken") return [`broken ${request.event ?? "?"}: ${request.reason}`];
  if (request.type !== "before" && request.type !== "after") return [request.type];
  return request.actions.map((action) => {
    if (action.kind === "command") return `${action.shell}: ${action.command}`;
    if (action.kind === "tool") return `tool ${action.tool} ${JSON.stringify(action.input)}`;
    if (action.kind === "report") return `report ${action.report}`;
    const { kind, path, content, change } = action;
    const what = content !== undefined ? ` = ${content}` : change !== undefined ? " = ?" : "";
    return `${kind} ${path}${what}`;
  });
}
