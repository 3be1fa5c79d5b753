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

/** Whether a program is one of them, in whatever case. */
export function isActing(name: string): boolean {
  const own = ` ${name.toLowerCase()} `;
  return ` ${COPIER_NAMES} ${WRITER_NAMES} ${OTHERS} `.includes(own);
}
