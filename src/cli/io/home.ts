// The user's folder.

/** As `homedir()` of node:os gives it, which takes long to load where the environment says it already. */
export function home(): string {
  const said = process.platform === "win32" ? process.env["USERPROFILE"] : process.env["HOME"];
  return said || process.getBuiltinModule("node:os").homedir();
}
