// What programs do with the files that they are named, as far as protecting some of them needs it. From their manual pages.
import { COPIER_NAMES, WRITER_NAMES } from "./acting.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Change none of the files that their words name. */
export const READERS = words(
  "[ [[ : . ack ag alias basename bat batcat break cat cd chdir cksum cmp column comm command compgen complete cut " +
    "declare df diff dirname dirs du echo egrep eval exa exec exit export false fd fdfind fgrep file fold getfacl getopts gh glab " +
    "grep hash head hexdump hexyl icdiff jq json less let lesspipe local ls lsattr lsd lsof mapfile md5sum more nl od paste " +
    "popd printf ps pushd pwd read readarray readlink readonly realpath return rg ripgrep sdiff set sha1sum sha256sum " +
    "sha512sum shift shopt source stat strings sum tac tail test trap tree true type typeset umask unalias unset vdiff wait " +
    "wc whereis which yes zcat zgrep zless",
);

/** Texts that they are given are words to say or to look for, and no commands. */
export const SAYERS = words(
  "echo printf grep egrep fgrep rg ag ack git gh glab jq curl say notify-send logger test [ [[ export local declare readonly read",
);

/** Copy their first operands to the last one, which alone they change. */
export const COPIERS = words(COPIER_NAMES);

/** Change the files that their words name, or make others stand for them. */
export const WRITERS = words(WRITER_NAMES);

/** Of those, the ones that take away, or put something else in place of, a folder with all that is in it. */
export const TAKERS = words(
  "rm rmdir unlink shred srm wipe trash trash-put gio mv gmv grm rename mmv ln link symlink rimraf del del-cli move ren rd " +
    "mklink mount umount erase",
);

/** Change what is in a folder only with an option that says so. */
export const RECURSIVE = words("chmod chown chgrp setfacl chattr chflags gzip gunzip icacls attrib");

/** Make something new, or nothing: where nobody knows what, nothing is lost. */
export const MAKERS = words("mkdir md touch");

/** Change a file in place with such an option; without one they only read. */
export const IN_PLACE: ReadonlyMap<string, RegExp> = new Map([
  ["sed", /^(?:-[A-Za-z]*i|--in-place)/],
  ["gsed", /^(?:-[A-Za-z]*i|--in-place)/],
  ["yq", /^(?:-[A-Za-z]*i|--inplace|--in-place)/],
  ["sort", /^(?:-[A-Za-z]*o|--output)/],
  ["base64", /^(?:-o|--output)/],
  ["xxd", /^-r/],
  ["perl", /^-[A-Za-z0]*i/],
  ["ruby", /^-[A-Za-z]*i/],
  ["bylaw", /^--out/],
  ["prettier", /^(?:-w|--write)/],
]);

/** Run code that is not read, which their words or their input hold. */
export const INTERPRETERS =
  /^(?:python[\d.]*|pypy[\d.]*|node|nodejs|deno|bun|tsx|ts-node|perl[\d.]*|ruby[\d.]*|php[\d.]*|lua[\d.]*|luajit|[gmn]?awk|osascript|expect|tclsh[\d.]*|wish|rscript|julia|groovy|jshell|sqlite3|psql|mysql|emacs|vi|vim|nvim|ex|ed|gdb|socat|m4|powershell|pwsh|cmd|make|gmake|irb|ipython[\d.]*|guile|sbcl|swift|go|cargo|sed|gsed|dtach|tmux|screen|zellij|abduco|unbuffer|script|empty|reptyr|ttyrec|xdotool|nsenter|dbus-send|systemd-run)$/;

/** Code that changes something, runs something, or may. */
export const CHANGES =
  /writ|unlink|remove|rename|delete|\brm|rmtree|rmdir|truncate|link|chmod|chown|copy|move|mkdir|touch|spawn|system|exec|popen|dump|save|\bsend|replace|['"][rb]?[wax][b+]?['"]|>|\bw\b|:w/;
