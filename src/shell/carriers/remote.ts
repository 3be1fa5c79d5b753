// Carriers that run things elsewhere: on other hosts, in containers, in other sessions.
import type { Carrier } from "../types.ts";
import { command, commands, joined, scripted } from "./entry.ts";

const SSH_FLAGS = "-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -V -v -X -x -Y -y";
const SSH_VALUED = "-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -P -p -Q -R -S -W -w";
const ENGINE_VALUED =
  "-H --host -c --context -l --log-level --config --tlscacert --tlscert --tlskey --root --runroot --url --connection --namespace --address";
const EXEC_FLAGS = "-d -i -t -T -D --debug --tls --detach --interactive --tty --privileged --latest --no-TTY";
const EXEC_VALUED = "-e -u -w --env --env-file --user --workdir --detach-keys --index";
const RUN_FLAGS = `${EXEC_FLAGS} -P -q --rm --init --publish-all --read-only --no-healthcheck --oom-kill-disable --sig-proxy --quiet --use-aliases --service-ports --build --no-deps --replace --systemd --rmi`;
const RUN_VALUED = `${EXEC_VALUED} -a -h -l -m -p -v --add-host --annotation --attach --blkio-weight --cap-add --cap-drop --cgroup-parent --cgroupns --cidfile --cpu-period --cpu-quota --cpu-shares --cpus --cpuset-cpus --cpuset-mems --device --dns --dns-option --dns-search --domainname --entrypoint --expose --gpus --group-add --health-cmd --hostname --ip --ip6 --ipc --isolation --kernel-memory --label --label-file --link --log-driver --log-opt --mac-address --memory --memory-reservation --memory-swap --mount --name --net --network --network-alias --oom-score-adj --pid --pids-limit --platform --pod --publish --pull --restart --runtime --secret --security-opt --shm-size --stop-signal --stop-timeout --storage-opt --sysctl --tmpfs --ulimit --userns --uts --volume --volumes-from`;
const COMPOSE_VALUED =
  "-f -p --file --project-name --profile --project-directory --ansi --parallel --progress";

function engines(verb: string, flags: string, valued: string): readonly Carrier[] {
  return commands(
    ["docker", "podman", "nerdctl"].map((engine) => `${engine} ${verb}`),
    flags,
    `${ENGINE_VALUED} ${valued}`,
    ["skip"],
  );
}

/** Carriers to other places. */
export const remoteCarriers: () => readonly Carrier[] = () => [
  joined("ssh", SSH_FLAGS, SSH_VALUED, ["host"]),
  joined("autossh", SSH_FLAGS.replace(" -M", ""), `${SSH_VALUED} -M`, ["host"]),
  joined("slogin", SSH_FLAGS, SSH_VALUED, ["host"]),
  joined("rsh", "-n -K -d", "-l -p", ["host"]),
  joined("pdsh", "-S -s -b -N -n", "-w -x -l -t -u -f -R -g -G -X"),
  command("mosh", "-4 -6 -a -n -o", "-p --ssh --predict --family --port --server", ["host"]),
  command("sshpass", "-e -v -h -V", "-p -f -d -P"),
  ...engines("exec", EXEC_FLAGS, EXEC_VALUED),
  ...engines("run", RUN_FLAGS, RUN_VALUED),
  ...engines("container exec", EXEC_FLAGS, EXEC_VALUED),
  ...engines("container run", RUN_FLAGS, RUN_VALUED),
  ...engines("compose exec", EXEC_FLAGS, `${EXEC_VALUED} ${COMPOSE_VALUED}`),
  ...engines("compose run", RUN_FLAGS, `${RUN_VALUED} ${COMPOSE_VALUED}`),
  command("docker-compose exec", EXEC_FLAGS, `${EXEC_VALUED} ${COMPOSE_VALUED}`, ["skip"]),
  command("docker-compose run", RUN_FLAGS, `${RUN_VALUED} ${COMPOSE_VALUED}`, ["skip"]),
  command("lxc exec", "-t -T -n", "--cwd --env --group --mode --user --project", ["skip"]),
  command("incus exec", "-t -T -n", "--cwd --env --group --mode --user --project", ["skip"]),
  command("lxc-attach", "-e -k", "-n -a -u -g -L -P -s -R --name --arch --uid --gid"),
  command("machinectl shell", "-q", "-E -M --uid --setenv", ["skip"]),
  command(
    "systemd-run",
    "-d -G -P -q -r -t -S --user --system --scope --pty --pipe --wait --collect --no-block --remain-after-exit --same-dir --quiet --shell --no-ask-password",
    "-E -H -M -p -u --unit --property --description --slice --uid --gid --nice --working-directory --setenv --machine --host --service-type --on-active --on-boot --on-startup --on-calendar --on-unit-active --timer-property",
  ),
  command(
    "systemd-nspawn",
    "-b -q -x -U --boot --quiet --ephemeral --read-only --as-pid2",
    "-D -M -i -u -p -E --directory --machine --image --user --bind --bind-ro --setenv --template",
  ),
  command("flatpak-spawn", "--host --clear-env --watch-bus --sandbox", "--directory --env"),
  command("toolbox run", "", "-c -d -r --container --distro --release"),
  command("distrobox enter", "-r -nw --root --no-workdir", "-n --name -a --additional-flags"),
  command("limactl shell", "", "--workdir --shell", ["skip"]),
  command("lima"),
  command("multipass exec", "", "-d --working-directory", ["skip"]),
  command("heroku run", "-x --exit-code --no-tty", "-a -s -e -r --app --size --env --remote"),
  command("gh codespace ssh", "", "-c -R --codespace --repo"),
  {
    ...scripted(
      "ansible",
      "-b -C -D -K -k -o -v --become --check",
      "-B -c -e -f -i -l -m -M -P -T -t -u --args",
      "-a --args",
      ["host"],
    ),
    carries: "file",
  },
];
