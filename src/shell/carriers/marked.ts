// Programs that run the words behind a mark, whatever options stand in front of it.

/** A mark, and the verb that has to stand somewhere before it. */
export interface Mark {
  readonly marks: readonly string[];
  readonly verb?: RegExp;
}

const TERMINAL: Mark = { marks: ["-e", "-x", "--"] };

/** Programs by name. */
export const MARKS: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ["nix", { marks: ["-c", "--command"], verb: /^(?:develop|shell)$/ }],
  ["guix", { marks: ["--"], verb: /^(?:shell|environment|time-machine)$/ }],
  ["cargo", { marks: ["--"], verb: /^watch$/ }],
  ["capsh", { marks: ["--"] }],
  ["wait-for-it", { marks: ["--"] }],
  ["wait-for-it.sh", { marks: ["--"] }],
  ["gnome-terminal", TERMINAL],
  ["xfce4-terminal", TERMINAL],
  ["xterm", TERMINAL],
  ["uxterm", TERMINAL],
  ["urxvt", TERMINAL],
  ["konsole", TERMINAL],
  ["alacritty", TERMINAL],
  ["st", TERMINAL],
]);

/** Options of bwrap with two values, with one, and with none. */
export const BWRAP_TWO: RegExp =
  /^--(?:bind|bind-try|dev-bind|dev-bind-try|ro-bind|ro-bind-try|bind-fd|ro-bind-fd|setenv|symlink|file|bind-data|ro-bind-data|chmod|overlay)$/;
export const BWRAP_NONE: RegExp =
  /^--(?:unshare-[\w-]+|share-net|die-with-parent|new-session|as-pid-1|clearenv|disable-userns|assert-userns-disabled|help|version|level-prefix)$/;
