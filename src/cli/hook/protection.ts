// What hooks protect in a project: Bylaw's own places and those of all hosts.
import { HOST_MARKS, HOST_PLACES } from "../../hosts/places.ts";
import { OWN_MARKS, OWN_PLACES, type Protection } from "../../validators/protected/protection.ts";
import { home } from "../io/home.ts";

/** The protection of the project in a folder; `bundle` is the folder of the hook that runs. */
export function protectionOf(root: string, bundle: string | undefined): Protection {
  const hosts = Object.values(HOST_PLACES);
  const distinct = (paths: readonly string[]): string[] => [...new Set(paths)];
  return {
    root,
    home: home(),
    bundle,
    project: distinct([...OWN_PLACES, ...hosts.flatMap((h) => h.project)]),
    user: distinct(hosts.flatMap((h) => h.home)),
    system: distinct(hosts.flatMap((h) => h.system)),
    marks: [...OWN_MARKS, ...HOST_MARKS],
  };
}
