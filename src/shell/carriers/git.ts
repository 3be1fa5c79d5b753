// What git runs because an option or a setting says so.

/** Options of git in front of its verb that take the next word. */
export const GIT_VALUED: ReadonlySet<string> = new Set(
  "-C -c --git-dir --work-tree --namespace --super-prefix --config-env --exec-path --attr-source".split(" "),
);

/** A long option as git takes it: cut short, too. What it takes for more than one option it refuses. */
function short(option: string): string[] {
  return Array.from({ length: option.length - 2 }, (_, at) => option.slice(0, at + 3));
}

const [UPLOAD, RECEIVE, EXEC] = [short("--upload-pack"), short("--receive-pack"), short("--exec")];

/** Options of its verbs whose value is a script. */
export const GIT_SCRIPTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["rebase", ["-x", ...EXEC]],
  ["difftool", ["-x", ...short("--extcmd")]],
  ["clone", ["-u", ...UPLOAD]],
  ["fetch", UPLOAD],
  ["pull", UPLOAD],
  ["ls-remote", [...UPLOAD, ...EXEC]],
  ["fetch-pack", [...UPLOAD, ...EXEC]],
  ["push", [...RECEIVE, ...EXEC]],
  ["send-pack", [...RECEIVE, ...EXEC]],
  ["archive", EXEC],
  ["grep", ["-O", ...short("--open-files-in-pager")]],
  [
    "filter-branch",
    [
      "--setup",
      "--env-filter",
      "--tree-filter",
      "--index-filter",
      "--parent-filter",
      "--msg-filter",
      "--commit-filter",
      "--tag-name-filter",
    ],
  ],
]);

/** Settings whose value is a script. */
export const GIT_SETTINGS: RegExp =
  /^(?:core\.(?:sshcommand|pager|editor|fsmonitor|askpass|gitproxy|alternaterefscommand)|sequence\.editor|diff\.(?:external|.+\.(?:command|textconv))|merge\..+\.driver|filter\..+\.(?:clean|smudge|process)|(?:merge|diff)tool\..+\.cmd|(?:browser|man|guitool)\..+\.cmd|gpg\.(?:program|.+\.program)|gpg\.ssh\.defaultkeycommand|pager\..+|interactive\.difffilter|sendemail\..*(?:cmd|sendmailcmd)|uploadpack\.packobjectshook|remote\..+\.(?:uploadpack|receivepack|vcs)|trailer\..+\.(?:command|cmd)|web\.browser|tar\..+\.command|receive\.procreceiverefs|bisect\.run)$/;

/** Settings whose value is a script only behind an exclamation mark. */
export const GIT_MARKED: RegExp = /^(?:alias\..+|credential\.(?:.+\.)?helper|submodule\..+\.update)$/;

/** Settings that make git read files which may name programs. */
export const GIT_FILES: RegExp =
  /^(?:core\.hookspath|include\.path|includeif\..+\.path|init\.templatedir|core\.attributesfile)$/;
