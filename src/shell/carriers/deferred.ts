// Files whose text is run later: what is written to them is read as commands at once.

/** How the text of such a file is read. */
export type DeferredKind = "shell" | "crontab" | "package";

interface Deferred {
  readonly path: RegExp;
  readonly kind: DeferredKind;
}

const DEFERRED: readonly Deferred[] = [
  { path: /(?:^|\/)\.(?:git\/hooks|githooks|husky)\/[\w-]+$/, kind: "shell" },
  { path: /(?:^|\/)\.envrc$/, kind: "shell" },
  {
    path: /(?:^|\/)\.(?:bashrc|bash_profile|bash_login|bash_logout|bash_aliases|profile|zshrc|zshenv|zprofile|zlogin|zlogout|kshrc|shrc|xprofile|xinitrc|xsession)$/,
    kind: "shell",
  },
  {
    path: /^\/etc\/(?:profile|bash\.bashrc|bashrc|zshrc|zshenv|environment|rc\.local|zsh\/\w+|profile\.d\/[^/]+\.sh|init\.d\/[^/]+)$/,
    kind: "shell",
  },
  { path: /^\/etc\/cron\.(?:hourly|daily|weekly|monthly)\/[^/]+$/, kind: "shell" },
  { path: /^\/etc\/(?:crontab|cron\.d\/[^/]+)$|^\/var\/spool\/cron\//, kind: "crontab" },
  { path: /(?:^|\/)package\.json$/, kind: "package" },
];

/** How the text of a file is read when it is written, and the name that it has among carriers. */
export function deferredFile(
  path: string,
): { readonly kind: DeferredKind; readonly name: string } | undefined {
  const found = DEFERRED.find((each) => each.path.test(path));
  if (found === undefined) return undefined;
  return { kind: found.kind, name: path.slice(path.lastIndexOf("/") + 1) };
}
