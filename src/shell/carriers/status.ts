// Carriers whose success or variables are not those of what they carry, and options with which they carry nothing.

/** Carriers that may end well though the carried program has failed or never ran. */
export const LOSES_STATUS: ReadonlySet<string> = new Set(
  "at atq batch xargs find fd parallel watch script tmux screen systemd-run trap setsid watchexec entr nodemon hyperfine gdb ltrace pdsh ansible make daemonize start-stop-daemon crontab ts mosh rlwrap unbuffer xvfb-run".split(
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

/** Carriers that start a shell of their own when no program is given to them. */
export const STARTS_SHELL: ReadonlySet<string> = new Set(
  "ssh autossh slogin rsh su runuser chroot unshare nsenter fakeroot proot newgrp machinectl lxc-attach".split(
    " ",
  ),
);

/** Carriers to hosts that their words don't name one by one. */
export const MANY_HOSTS: ReadonlySet<string> = new Set(["pdsh", "parallel-ssh"]);
