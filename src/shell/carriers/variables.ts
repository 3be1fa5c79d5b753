// Variables that change what programs do, and those whose value is a command.
import { once } from "../../policy/once.ts";

/** What a variable does to the programs that find it. */
export interface Variable {
  readonly reason: string;
  /** Its value is run: as a text for a shell, or as the path of a file that a shell reads. */
  readonly runs?: "script" | "file";
  /** Values that change nothing of note. */
  readonly harmless?: RegExp;
}

const SEARCH = "it says where programs are looked for";
const LOADS = "it makes programs load other code";
const STARTS = "it makes shells run a file first";
const GIT = "it makes git work with other files or settings";

function command(what: string): Variable {
  return { reason: `it says ${what}`, runs: "script" };
}

/** Variables by name. */
export const variables: () => ReadonlyMap<string, Variable> = once(
  () =>
    new Map<string, Variable>([
      // Folders behind the usual ones can't hide a program of theirs.
      ["PATH", { reason: SEARCH, harmless: /^"?\$(?:PATH|\{PATH\})(?::|"?$)/ }],
      ["CDPATH", { reason: "it says where cd looks for folders" }],
      ["GLOBIGNORE", { reason: "it changes what patterns of file names match" }],
      ["SHELLOPTS", { reason: "it sets options of shells" }],
      ["BASHOPTS", { reason: "it sets options of shells" }],
      ["BASH_ENV", { reason: STARTS, runs: "file" }],
      ["ENV", { reason: STARTS, runs: "file", harmless: /^["']?[\w-]*["']?$/ }],
      ["ZDOTDIR", { reason: STARTS }],
      ["LD_PRELOAD", { reason: LOADS }],
      ["LD_AUDIT", { reason: LOADS }],
      ["LD_LIBRARY_PATH", { reason: LOADS }],
      ["DYLD_INSERT_LIBRARIES", { reason: LOADS }],
      ["DYLD_LIBRARY_PATH", { reason: LOADS }],
      ["DYLD_FRAMEWORK_PATH", { reason: LOADS }],
      ["DYLD_FALLBACK_LIBRARY_PATH", { reason: LOADS }],
      [
        "NODE_OPTIONS",
        {
          reason: LOADS,
          harmless:
            /^["']?(?:(?:--max[-_]old[-_]space[-_]size=\d+|--no-warnings|--trace-\w+|--enable-source-maps)\s*)*["']?$/,
        },
      ],
      ["NODE_PATH", { reason: LOADS }],
      ["PYTHONPATH", { reason: LOADS }],
      ["PYTHONHOME", { reason: LOADS }],
      ["PYTHONSTARTUP", { reason: LOADS }],
      ["PYTHONINSPECT", { reason: LOADS }],
      ["PYTHONUSERBASE", { reason: LOADS }],
      ["PERL5LIB", { reason: LOADS }],
      ["PERLLIB", { reason: LOADS }],
      ["PERL5OPT", { reason: LOADS }],
      ["PERL5DB", { reason: LOADS }],
      ["RUBYLIB", { reason: LOADS }],
      ["RUBYOPT", { reason: LOADS }],
      ["JAVA_TOOL_OPTIONS", { reason: LOADS }],
      ["_JAVA_OPTIONS", { reason: LOADS }],
      ["JDK_JAVA_OPTIONS", { reason: LOADS }],
      ["CLASSPATH", { reason: LOADS }],
      ["LUA_INIT", { reason: LOADS }],
      ["LUA_PATH", { reason: LOADS }],
      ["GCONV_PATH", { reason: LOADS }],
      ["RUSTC_WRAPPER", { reason: LOADS }],
      ["MAKEFLAGS", { reason: "it gives make other options" }],
      ["MAKEFILES", { reason: "it makes make read other files" }],
      ["TAR_OPTIONS", { reason: "it gives tar other options" }],
      ["RSYNC_RSH", command("which program rsync connects with")],
      ["CVS_RSH", command("which program cvs connects with")],
      ["SVN_SSH", command("which program svn connects with")],
      ["LESSOPEN", { reason: "it makes less run a program" }],
      ["LESSCLOSE", { reason: "it makes less run a program" }],
      ["PAGER", command("which program shows text")],
      ["MANPAGER", command("which program shows text")],
      ["SYSTEMD_PAGER", command("which program shows text")],
      ["GH_PAGER", command("which program shows text")],
      ["AWS_PAGER", command("which program shows text")],
      ["EDITOR", command("which program edits text")],
      ["VISUAL", command("which program edits text")],
      ["SUDO_EDITOR", command("which program edits text")],
      ["KUBE_EDITOR", command("which program edits text")],
      ["GH_EDITOR", command("which program edits text")],
      ["BROWSER", command("which program opens pages")],
      ["SHELL", command("which shell programs start")],
      ["PROMPT_COMMAND", command("what the shell runs before every prompt")],
      ["SUDO_ASKPASS", command("which program asks for passwords")],
      ["SSH_ASKPASS", command("which program asks for passwords")],
      ["GIT_ASKPASS", command("which program asks for passwords")],
      ["GIT_EDITOR", command("which program git edits text with")],
      ["GIT_SEQUENCE_EDITOR", command("which program git edits text with")],
      ["GIT_PAGER", command("which program git shows text with")],
      ["GIT_SSH", command("which program git connects with")],
      ["GIT_SSH_COMMAND", command("which program git connects with")],
      ["GIT_PROXY_COMMAND", command("which program git connects with")],
      ["GIT_EXTERNAL_DIFF", command("which program git compares with")],
      ["GIT_DIR", { reason: GIT }],
      ["GIT_WORK_TREE", { reason: GIT }],
      ["GIT_COMMON_DIR", { reason: GIT }],
      ["GIT_INDEX_FILE", { reason: GIT }],
      ["GIT_OBJECT_DIRECTORY", { reason: GIT }],
      ["GIT_EXEC_PATH", { reason: GIT }],
      ["GIT_TEMPLATE_DIR", { reason: GIT }],
      ["GIT_CONFIG", { reason: GIT }],
      ["GIT_CONFIG_GLOBAL", { reason: GIT, harmless: /^["']?\/dev\/null["']?$/ }],
      ["GIT_CONFIG_SYSTEM", { reason: GIT, harmless: /^["']?\/dev\/null["']?$/ }],
      ["GIT_CONFIG_PARAMETERS", { reason: GIT }],
      ["GIT_CONFIG_COUNT", { reason: GIT }],
      ["DOCKER_HOST", { reason: "it says which machine containers run on" }],
      ["DOCKER_CONTEXT", { reason: "it says which machine containers run on" }],
      ["KUBECONFIG", { reason: "it says which cluster is meant" }],
    ]),
);
