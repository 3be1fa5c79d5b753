// Programs that do more with files than a program of which nothing is known, and agents' hosts: their names alone.

/** Copy files. */
export const COPIER_NAMES = "cp scp rsync install gcp ginstall ditto robocopy xcopy copy";

/** Change the files that their words name, or make others stand for them. */
export const WRITER_NAMES =
  "rm rmdir unlink shred srm wipe trash trash-put gio truncate tee touch chmod chown chgrp chattr chflags setfacl setfattr mv " +
  "gmv grm rename mmv ln link symlink dd ed ex vi vim nvim nano pico emacs joe micro patch mkdir mkfifo mknod sponge gzip " +
  "gunzip bzip2 bunzip2 xz unxz zstd unzstd lz4 compress split csplit fallocate mount umount dos2unix unix2dos cpio pax " +
  "rimraf del-cli del erase move ren rd md mklink replace attrib icacls";

/** Are looked at by themselves: by their options, or by what they unpack, apply, find or start. */
const OTHERS =
  "git find fd fdfind patch curl wget aria2c tar bsdtar gtar unzip zip cpio 7z 7za 7zz 7zr sed gsed yq sort base64 xxd perl ruby " +
  "bylaw prettier claude claude-code codex gemini gemini-cli cursor cursor-agent copilot opencode opencode-ai";

/** Verbs of git that change no files that are there, or only those that an option for their output names. */
const GIT =
  " add blame branch cat-file commit describe diff fetch init log ls-files ls-tree merge-base push reflog remote rev-list rev-parse " +
  "shortlog show status tag ";

/** Whether a program may do more with files than to be named them, by its name in whatever case and its words. */
export function isActing(name: string, words: readonly string[]): boolean {
  const program = name.toLowerCase();
  if (program === "git") {
    const [verb = "", ...rest] = words;
    return !GIT.includes(` ${verb} `) || rest.some((word) => /^(?:-o|--output)/.test(word));
  }
  return ` ${COPIER_NAMES} ${WRITER_NAMES} ${OTHERS} `.includes(` ${program} `);
}
