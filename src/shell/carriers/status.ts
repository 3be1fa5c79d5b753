// Carriers whose success or variables are not those of what they carry, and options with which they carry nothing.

/** Carriers that may end well though the carried program has failed or never ran. */
export const LOSES_STATUS: ReadonlySet<string> = new Set(
  "at atq batch xargs find fd parallel watch script tmux screen systemd-run trap setsid watchexec entr nodemon hyperfine gdb ltrace pdsh ansible make daemonize start-stop-daemon crontab ts mosh rlwrap unbuffer xvfb-run machinectl".split(
    " ",
  ),
);

/** Carriers that don't hand on the variables of the shell around them. */
export const CLEARS_VARIABLES: ReadonlySet<string> = new Set(
  "sudo doas su runuser ssh autossh mosh docker podman nerdctl docker-compose kubectl oc systemd-run machinectl pdsh ansible tmux screen at batch".split(
    " ",
  ),
);

/** Options with which a carrier runs nothing of what follows. */
export const SILENCES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "sudo",
    ["-e", "--edit", "-l", "--list", "-v", "--validate", "-V", "--version", "-K", "--remove-timestamp"],
  ],
  ["command", ["-v", "-V"]],
  ["ionice", ["-p", "--pid", "-P", "-u"]],
  ["taskset", ["-p", "--pid"]],
  ["chrt", ["-p", "--pid"]],
  ["ssh", ["-G", "-V", "-Q", "-O"]],
  ["doas", ["-C", "-L"]],
  ["sshpass", ["-V", "-h"]],
  ["timeout", ["--help", "--version"]],
]);

/** Options with which a carrier doesn't wait for what it carries, or may end well without it. */
export const LEAVES_BEHIND: ReadonlyMap<string, readonly string[]> = new Map([
  ["sudo", ["-b", "--background"]],
  ["ssh", ["-f"]],
  ["autossh", ["-f"]],
  ["flock", ["-E", "--conflict-exit-code"]],
]);

/** Carriers that start a shell of their own when no program is given to them. */
export const STARTS_SHELL: ReadonlySet<string> = new Set(
  "ssh autossh slogin rsh su runuser chroot unshare nsenter fakeroot proot newgrp machinectl lxc-attach".split(
    " ",
  ),
);

/** Carriers to hosts that their words don't name one by one. */
export const MANY_HOSTS: ReadonlySet<string> = new Set(["pdsh", "parallel-ssh"]);

/** Carriers that run things where other files are, or in a directory that is not known. */
const OTHER_PLACE: ReadonlySet<string> = new Set(
  "ssh autossh slogin rsh mosh docker podman nerdctl docker-compose kubectl oc machinectl pdsh parallel-ssh ansible chroot nsenter proot lxc incus lxc-attach systemd-run systemd-nspawn bwrap wsl vagrant gcloud aws heroku fly flyctl multipass limactl distrobox toolbox crontab at batch gh".split(
    " ",
  ),
);

/** True when a carrier takes what it carries to a place of its own. */
export function leavesPlace(name: string): boolean {
  return OTHER_PLACE.has(name);
}

/** True where other files may be than those of the action. */
export function isElsewhere(frame: {
  readonly host: string | null | undefined;
  readonly carriers: readonly string[];
}): boolean {
  return frame.host !== undefined || frame.carriers.some(leavesPlace);
}

/** Options that say in which directory a carrier runs what it carries. */
export const PLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ["sudo", ["-D", "--chdir"]],
  ["run0", ["-D", "--chdir"]],
  ["env", ["-C", "--chdir"]],
  ["genv", ["-C", "--chdir"]],
  ["unshare", ["--wd"]],
  ["systemd-run", ["--working-directory"]],
  ["start-stop-daemon", ["-d", "--chdir"]],
  ["uv", ["--directory"]],
  ["poetry", ["-C", "--directory"]],
  ["pnpm", ["-C", "--dir"]],
  ["bun", ["--cwd"]],
  ["npm", ["--prefix"]],
  ["mise", ["-C"]],
]);
