// What a hook line is made of: where the bundle and the policy in force are, and what a person chose in the configuration.
import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Config } from "../../policy/types.ts";
import type { Project } from "../io/project.ts";
import { packageFolder } from "../package.ts";

export interface Place {
  /** The project's folder, absolute and without links. */
  readonly root: string;
  /** The hook's bundle, absolute. */
  readonly bundle: string;
  /** The policy in force, absolute. */
  readonly policy: string;
  /** What stands behind it in the hook line. */
  readonly options: readonly string[];
  readonly fail: "closed" | "open";
  /** How long hosts wait for the hook, in seconds: well above the hook's own deadline. */
  readonly timeout: number;
  readonly windows: boolean;
}

/** The folder of what is in force, and of what install notes down. */
export const FOLDER = ".bylaw";

/** The place of a project on this machine. */
export function placeOf({ root, config }: Project): Place {
  const real = realpathSync(root);
  return {
    root: real,
    bundle: join(packageFolder(), "dist", "hook.cjs"),
    policy: join(real, FOLDER, "policy.json"),
    options: optionsOf(config),
    fail: config.fail ?? "closed",
    timeout: 10 + Math.ceil(Math.max(0, (config.deadline ?? 0) - 5_000) / 1_000),
    windows: process.platform === "win32",
  };
}

function optionsOf({ fail, mode, deadline }: Config): string[] {
  return [
    ...(fail === "open" ? ["--fail", "open"] : []),
    ...(mode === "observe" ? ["--observe"] : []),
    ...(deadline === undefined ? [] : ["--deadline", String(deadline)]),
  ];
}

/** A path below the project, with slashes; undefined for one that lies elsewhere. */
export function insideProject({ root }: Place, path: string): string | undefined {
  const way = relative(root, path);
  const isOutside = way === "" || way === ".." || way.startsWith(`..${sep}`) || /^[A-Za-z]:|^[/\\]/.test(way);
  return isOutside ? undefined : way.split(sep).join("/");
}
