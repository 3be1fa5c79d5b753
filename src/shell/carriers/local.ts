// Carriers on the same machine: other users, limits, priorities, tracing, terminals.
import type { Carrier } from "../types.ts";
import { command } from "./entry.ts";

/** Carriers that run the words after their options and operands. */
export const localCarriers: () => readonly Carrier[] = () => [
  command(
    "sudo",
    "-A -b -B -E -e -H -i -K -k -l -n -P -S -s -V -v --askpass --background --bell --edit --preserve-env --set-home --login --remove-timestamp --reset-timestamp --list --non-interactive --preserve-groups --stdin --shell --version --validate",
    "-C -D -g -h -p -R -r -T -t -U -u --close-from --chdir --group --host --prompt --chroot --role --command-timeout --type --other-user --user",
    ["assignments"],
  ),
  command("doas", "-L -n -s", "-a -C -u"),
  {
    ...command(
      "env",
      "-i -0 -v - --ignore-environment --null --debug --list-signal-handling",
      "-u -C -P --unset --chdir",
      ["assignments"],
    ),
    splits: ["-S", "--split-string"],
  },
  command("nohup"),
  command("noglob"),
  command("nocorrect"),
  command("repeat", "", "", ["skip"]),
  command("nice", "-0 -1 -2 -3 -4 -5 -6 -7 -8 -9", "-n --adjustment"),
  command("ionice", "-t --ignore", "-c -n -p -P -u --class --classdata --pid --pgid --uid"),
  command("time", "-p -v -a -q -l -V --portability --verbose --append --quiet", "-f -o --format --output"),
  command("timeout", "-v -f --foreground --preserve-status --verbose", "-k -s --kill-after --signal", [
    "skip",
  ]),
  command("gtimeout", "-v -f --foreground --preserve-status --verbose", "-k -s --kill-after --signal", [
    "skip",
  ]),
  command("setsid", "-c -f -w --ctty --fork --wait"),
  command("stdbuf", "", "-i -o -e --input --output --error"),
  command(
    "chrt",
    "-a -b -d -f -i -m -o -r -R -v --all-tasks --batch --deadline --fifo --idle --other --rr --reset-on-fork --verbose",
    "-T -P -D -p --sched-runtime --sched-period --sched-deadline --pid",
    ["skip"],
  ),
  command("taskset", "-a -c -p --all-tasks --cpu-list --pid", "", ["skip"]),
  command(
    "unshare",
    "-m -u -i -n -p -U -C -T -f -r -c --mount --uts --ipc --net --pid --user --cgroup --time --fork --map-root-user --map-current-user --map-auto --keep-caps --kill-child --mount-proc",
    "-R -w -S -G -l --root --wd --setuid --setgid --propagation --setgroups --map-user --map-group --load-interp",
  ),
  command(
    "nsenter",
    "-a -m -u -i -n -p -C -U -T -F -Z -e --all --mount --uts --ipc --net --pid --user --cgroup --time --no-fork --preserve-credentials --env",
    "-t -S -G -W --target --setuid --setgid --wdns",
  ),
  command("caffeinate", "-d -i -m -s -u", "-t -w"),
  command("chroot", "--skip-chdir", "--userspec --groups", ["skip"]),
  command("fakeroot", "-u -h -v --unknown-is-real", "-l -f -i -s -b --lib --faked"),
  command("fakechroot", "-s --use-system-libs", "-l -c -e -b --lib --config-dir --environment --bindir"),
  command(
    "proot",
    "-0 -v -h --kill-on-exit --link2symlink",
    "-r -b -m -q -w -R -S -i -k --rootfs --bind --cwd --pwd",
  ),
  command(
    "setpriv",
    "--no-new-privs --clear-groups --init-groups --keep-groups --reset-env",
    "--reuid --regid --groups --inh-caps --ambient-caps --bounding-set --securebits",
  ),
  command("runcon", "-c --compute", "-t -u -r -l --type --user --role --range", ["skip"]),
  command(
    "numactl",
    "-a -l -H -s --all --localalloc",
    "-m -N -C -i -p -P --membind --cpunodebind --physcpubind --interleave --preferred",
  ),
  command("prlimit", "--raw --noheadings --verbose", "-o -p --output --pid"),
  command("cgexec", "--sticky", "-g"),
  command("firejail", "--quiet --noprofile --private --net=none", "--profile --join"),
  command("dbus-run-session", "", "--config-file --dbus-daemon"),
  command("dbus-launch", "--sh-syntax --exit-with-session --exit-with-x11", "--autolaunch --config-file"),
  command(
    "xvfb-run",
    "-a -l -h --auto-servernum --listen-tcp",
    "-e -f -n -p -s -w --error-file --auth-file --server-num --xauth-protocol --server-args --wait",
  ),
  command(
    "strace",
    "-f -ff -c -C -d -D -DD -F -i -k -n -N -q -qq -r -t -tt -ttt -T -v -w -x -xx -y -yy -z -Z -A --follow-forks --summary-only",
    "-a -b -e -E -I -o -O -p -P -s -S -u -U -X --trace --output",
  ),
  command("ltrace", "-f -c -C -i -L -r -S -t -tt -ttt -T -b", "-a -A -D -e -F -l -n -o -p -s -u -w -x"),
  command(
    "gdb",
    "-q -quiet --quiet -batch --batch -nx -nh --args -args --silent",
    "-ex -iex -x -ix -p -c -d -cd -s -e --ex --command",
  ),
  command("valgrind", "-q -v --quiet --verbose", ""),
  command("unbuffer", "-p"),
  command("rlwrap", "-a -A -c -r -v -n -i", "-b -f -H -p -s -S -t -z"),
  command("chronic", "-v -e"),
  command("eatmydata"),
  command("entr", "-a -c -d -n -p -r -s -x -z"),
  command("softlimit", "", "-a -c -d -f -l -m -o -p -r -s -t"),
  command("systemd-inhibit", "--list", "--what --who --why --mode"),
  command("busybox"),
  command("toybox"),
  command("setarch", "-R -v -3 --addr-no-randomize", "", ["skip"]),
  command("linux32"),
  command("linux64"),
];
