// What git runs because an option or a setting says so.

/** Options of git in front of its verb that take the next word. */
export const GIT_VALUED: ReadonlySet<string> = new Set(
  "-C -c --git-dir --work-tree --namespace --super-prefix --config-env --exec-path --attr-source".split(" "),
);

/** Options of its verbs whose value is a script. */
export const GIT_SCRIPTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["rebase", ["-x", "--exec"]],
  ["difftool", ["-x", "--extcmd"]],
  ["clone", ["-u", "--upload-pack"]],
  ["fetch", ["--upload-pack"]],
  ["pull", ["--upload-pack"]],
  ["ls-remote", ["--upload-pack", "--exec"]],
  ["fetch-pack", ["--upload-pack", "--exec"]],
  ["push", ["--receive-pack", "--exec"]],
  ["send-pack", ["--receive-pack", "--exec"]],
  ["archive", ["--exec"]],
  ["grep", ["-O", "--open-files-in-pager"]],
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
