// Options whose value names a command, for programs that are no carriers otherwise.
import { once } from "../../policy/once.ts";

/** How such a value is read: as a text for a shell, as words without a shell, or as a file that a shell runs. */
export type ValueKind = "script" | "words" | "file";

/** Options of one program. */
export interface ValueEntry {
  readonly options: readonly string[];
  readonly kind: ValueKind;
  /** What stands in front of the command in the value; without it the value is none. */
  readonly prefix?: RegExp;
}

const SSH_OPTION: ValueEntry = {
  options: ["-o"],
  kind: "script",
  prefix: /^\s*(?:ProxyCommand|LocalCommand|KnownHostsCommand|RemoteCommand)(?:\s*=\s*|\s+)(?!none$)/i,
};

function script(options: string, prefix?: RegExp): ValueEntry {
  return { options: options.split(" "), kind: "script", ...(prefix === undefined ? {} : { prefix }) };
}

function words(options: string): ValueEntry {
  return { options: options.split(" "), kind: "words" };
}

const TAR: readonly ValueEntry[] = [
  script("--to-command --info-script --new-volume-script -F"),
  script("--checkpoint-action", /^exec=/),
  words("-I --use-compress-program --rsh-command --rmt-command"),
];

const CONFIGURED: readonly ValueEntry[] = [
  script("-o --option", /^[\w:-]*(?:Pre-Invoke|Post-Invoke|Pre-Install-Pkgs|Post-Invoke-Success)(?:::)?=/i),
];

/** Programs by name. */
export const scriptOptions: () => ReadonlyMap<string, readonly ValueEntry[]> = once(
  () =>
    new Map<string, readonly ValueEntry[]>([
      ["scp", [SSH_OPTION, words("-S")]],
      ["sftp", [SSH_OPTION, words("-S")]],
      ["sshfs", [SSH_OPTION, script("-o", /^ssh_command=/)]],
      ["ssh-copy-id", [SSH_OPTION]],
      ["rsync", [script("-e --rsh --rsync-path")]],
      ["tar", TAR],
      ["gtar", TAR],
      ["bsdtar", TAR],
      ["zip", [script("-TT --unzip-command")]],
      ["man", [script("-P --pager -H --html")]],
      ["split", [script("--filter")]],
      ["sort", [words("--compress-program")]],
      ["tcpdump", [words("-z")]],
      ["wget", [words("--use-askpass")]],
      ["apt", CONFIGURED],
      ["apt-get", CONFIGURED],
      ["dpkg", [script("--pre-invoke --post-invoke")]],
      ["gcloud", [script("--command")]],
      ["aws", [script("--command")]],
      ["vagrant", [script("-c --command")]],
      ["fly", [script("-C --command")]],
      ["flyctl", [script("-C --command")]],
      ["doppler", [script("--command")]],
      ["nix-shell", [script("--run --command")]],
      ["nodemon", [script("-x --exec")]],
      ["cargo-watch", [script("-s --shell")]],
      ["tsc-watch", [script("--onSuccess --onFailure --onFirstSuccess")]],
      [
        "fzf",
        [script("--preview"), script("--bind", /^[^:]*:(?:execute|execute-silent|reload|become)[(:[{]/)],
      ],
      ["nc", [words("-e"), script("-c")]],
      ["ncat", [words("-e --exec"), script("-c --sh-exec")]],
      ["netcat", [words("-e"), script("-c")]],
      ["compgen", [script("-C")]],
      ["complete", [script("-C")]],
      ["ag", [words("--pager")]],
      ["rg", [words("--pre --hostname-bin")]],
    ]),
);

/** Programs whose language has a way to run others, and where it stands in a line. */
export interface EscapeEntry {
  /** Options whose value is a text of that language. */
  readonly options: readonly string[];
  /** True when plain words are such texts. */
  readonly operands: boolean;
  /** True when the standard input is such a text. */
  readonly input: boolean;
  readonly patterns: readonly RegExp[];
}

const EX: EscapeEntry = {
  options: ["-c", "--cmd", "+"],
  operands: false,
  input: false,
  patterns: [
    /^[:\s]*(?:sil(?:ent)?!?\s+|exe(?:cute)?\s+["']?)*[%.$,\d]*(?:r|re|read|w|write)?\s*!\s*(.+)$/,
    /\bsystem(?:list)?\(\s*["'](.+?)["']/,
    /^[:\s]*te(?:rm|rminal)?\s+(.+)$/,
  ],
};
const MYSQL: EscapeEntry = {
  options: ["-e", "--execute"],
  operands: false,
  input: true,
  patterns: [/(?:^|;)\s*(?:\\!|system\s)\s*(.+)$/],
};

/** Programs by name. */
export const textEscapes: () => ReadonlyMap<string, EscapeEntry> = once(
  () =>
    new Map<string, EscapeEntry>([
      ...["vi", "vim", "nvim", "ex", "gvim", "view", "vimdiff", "rvim"].map((name): [string, EscapeEntry] => [
        name,
        EX,
      ]),
      ["less", { ...EX, options: ["+"], patterns: [/^!\s*(.+)$/] }],
      ["more", { ...EX, options: ["+"], patterns: [/^!\s*(.+)$/] }],
      [
        "psql",
        {
          options: ["-c", "--command"],
          operands: false,
          input: true,
          patterns: [
            /^\s*\\!\s*(.+)$/,
            /\\(?:o|out|g|gx|w)\s*\|\s*(.+)$/,
            /^\s*\\copy\b.*\bprogram\s+'(.+?)'/i,
            /^\s*copy\b.*\bprogram\s+'(.+?)'/i,
          ],
        },
      ],
      ["mysql", MYSQL],
      ["mariadb", MYSQL],
      [
        "sqlite3",
        {
          options: ["-cmd", "-init"],
          operands: true,
          input: true,
          patterns: [/^\s*\.(?:shell|system)\s+(.+)$/, /^\s*\.(?:output|once)\s+\|\s*(.+)$/],
        },
      ],
      [
        "gdb",
        {
          options: ["-ex", "-iex", "--ex"],
          operands: false,
          input: true,
          patterns: [/^\s*(?:shell|!|make)\s*(.+)$/],
        },
      ],
      [
        "lldb",
        {
          options: ["-o", "-O", "--one-line"],
          operands: false,
          input: true,
          patterns: [/^\s*(?:platform\s+)?shell\s+(.+)$/],
        },
      ],
      ["ftp", { options: [], operands: false, input: true, patterns: [/^\s*!\s*(.+)$/] }],
      ["sftp", { options: [], operands: false, input: true, patterns: [/^\s*!\s*(.+)$/] }],
      ["ed", { options: [], operands: false, input: true, patterns: [/^[%.$,\d]*(?:r|w|e)?\s*!\s*(.+)$/] }],
      [
        "emacs",
        {
          options: ["--eval", "-eval"],
          operands: false,
          input: false,
          patterns: [/\(shell-command(?:-to-string)?\s+"(.+?)"/],
        },
      ],
      [
        "osascript",
        { options: ["-e"], operands: false, input: true, patterns: [/\bdo shell script\s+"(.+?)"/] },
      ],
    ]),
);
