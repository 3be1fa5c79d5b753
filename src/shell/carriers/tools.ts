// Carriers among development tools: package runners, watchers, terminals with a script.
import type { Carrier } from "../types.ts";
import { command, commands, joined, scripted } from "./entry.ts";

const NODE_FLAGS =
  "-y -q -s --yes --no --quiet --silent --no-install --ignore-existing --if-present --offline --prefer-offline --bun --verbose";
const NODE_VALUED = "-p -w -C --package --workspace --prefix --dir --filter --registry --cwd --shell";
const PYTHON_FLAGS =
  "-q -v --quiet --verbose --no-sync --frozen --locked --isolated --no-project --offline --active --all-extras --dev --no-dev --no-cache --refresh --exact --no-cd --live-stream --no-capture-output";
const PYTHON_VALUED =
  "-p -n -C -P --python --with --with-requirements --with-editable --from --spec --extra --group --env-file --directory --project --index-url --pip-args --name --prefix --cwd";

/** Package runners: the program is the package's name without its version. */
export const packageRunners: () => readonly Carrier[] = () => [
  { ...scripted("npx", NODE_FLAGS, NODE_VALUED, "-c --call") },
  { ...scripted("npm exec", NODE_FLAGS, NODE_VALUED, "-c --call") },
  { ...scripted("npm x", NODE_FLAGS, NODE_VALUED, "-c --call") },
  ...commands(
    ["bunx", "bun x", "pnpx", "pnpm dlx", "pnpm exec", "yarn dlx", "yarn exec", "corepack"],
    NODE_FLAGS,
    NODE_VALUED,
  ),
  ...commands(
    [
      "uvx",
      "uv run",
      "uv tool run",
      "pipx run",
      "poetry run",
      "pipenv run",
      "pdm run",
      "hatch run",
      "rye run",
      "conda run",
      "mamba run",
      "micromamba run",
    ],
    PYTHON_FLAGS,
    PYTHON_VALUED,
  ),
  command("bundle exec", "--keep-file-descriptors", "--gemfile"),
  command("direnv exec", "", "", ["skip"]),
  command("mise exec", "-q -v", "-C -j"),
  command("asdf exec"),
  command("rustup run", "--install", "", ["skip"]),
];

/** Other tools. */
export const toolCarriers: () => readonly Carrier[] = () => [
  joined(
    "watch",
    "-b -c -C -d -e -g -p -r -t -w -x --beep --color --differences --errexit --chgexit --precise --no-rerun --no-title --no-wrap --exec",
    "-n -q --interval --equexit",
  ),
  {
    ...scripted(
      "flock",
      "-s -x -e -n -u -o -F -v --shared --exclusive --nonblock --nb --unlock --close --no-fork --verbose",
      "-w -E --timeout --wait --conflict-exit-code",
      "-c --command",
      ["skip"],
    ),
  },
  scripted(
    "script",
    "-a -e -f -q -r -t --append --return --flush --force --quiet",
    "-E -I -O -B -o -m -T --echo --log-in --log-out --log-io --output-limit --logging-format --log-timing",
    "-c --command",
    ["skip"],
  ),
  scripted(
    "su",
    "- -l -m -p -P -f --login --preserve-environment --pty --fast",
    "-g -G -s -w --group --supp-group --shell --whitelist-environment",
    "-c --command --session-command",
    ["skip"],
  ),
  joined("git submodule foreach", "--recursive -q --quiet", "-C -c"),
  command("git bisect run", "", "-C -c"),
  command(
    "watchexec",
    "-c -r -n -q -v --clear --restart --shell=none",
    "-e -w -i -f -d -s --exts --watch --ignore --filter --debounce --signal",
  ),
  command("daemonize", "-a -v", "-c -e -E -o -p -l -u"),
  command("parallel-ssh", "-i -v -P", "-h -H -l -p -t -o -e -A"),
  joined("wsl", "", "-d -u --distribution --user --cd"),
  command("dotenv", "-o --override", "-e -f -v -c --file", []),
  command(
    "env-cmd",
    "--fallback --no-override --use-shell --silent --verbose",
    "-f --file -e --environments -r --rc-file",
  ),
  command("cross-env", "", "", ["assignments"]),
  command("cross-env-shell", "", "", ["assignments"]),
  command("op run", "--no-masking", "--env-file --account --session"),
  command(
    "aws-vault exec",
    "-n -t -s --no-session --server --ecs-server --json",
    "-d -p --duration --region --prompt --mfa-token",
    ["skip"],
  ),
  command("chamber exec", "--pristine --strict", "--backend -b --kms-key-alias", ["skip"]),
  command(
    "doppler run",
    "--no-fallback --preserve-env --silent",
    "-p -c -t --project --config --token --fallback --mount",
  ),
  command("infisical run", "--expand --silent --watch", "--env --path --projectId --token --tags"),
  command("teller run", "--reset --shell", "-c --config"),
  joined("sops exec-env", "--pristine --background", "--user", ["skip"]),
  joined("sops exec-file", "--background --no-fifo", "--user --filename", ["skip"]),
  command("mise x", "-q -v", "-C -j"),
  command("dumb-init", "-c -v --single-child --verbose", "-r --rewrite"),
  command("tini", "-g -v -s -w", "-e -p"),
  command("gosu", "", "", ["skip"]),
  command("su-exec", "", "", ["skip"]),
  command("setuidgid", "", "", ["skip"]),
  command("envuidgid", "", "", ["skip"]),
  command("envdir", "", "", ["skip"]),
  command("chpst", "-v -P -0 -1 -2", "-u -U -b -e -/ -C -n -l -L -m -d -o -p -f -c -t"),
  command("cpulimit", "-z -i -v -f", "-l -e -p -c -P"),
  command("faketime", "-m -f", "--exclude-monotonic", ["skip"]),
  command("torsocks", "-i", "-u -p -a -P"),
  command("torify"),
  command("proxychains", "-q", "-f"),
  command("proxychains4", "-q", "-f"),
  command("perf record", "-a -g -v", "-e -o -F -c -p"),
  command("perf stat", "-a -d -v", "-e -o -r -p"),
  command("logsave", "-a -s -v", "", ["skip"]),
  command("sg", "-", "", ["skip"]),
  command("ssh-agent", "-D -d -c -s", "-a -t -E -O -P"),
  command("pkexec", "--disable-internal-agent --keep-cwd", "--user"),
  command("run0", "--pipe --pty", "-u -g -D --user --group --chdir --nice --setenv --unit --property"),
  command("ip netns exec", "-4 -6 -j", "-n", ["skip"]),
  command("ip vrf exec", "", "", ["skip"]),
  command("kitty", "--detach --hold -1", "-o -T -d --title --directory --class"),
  command(
    "start-stop-daemon",
    "-S -b -m -q -t -v -C -o --start --background --make-pidfile --quiet --test --verbose --oknodo --no-close",
    "-p -u -c -g -r -d -N -k -n -s -R --pidfile --user --chuid --group --chroot --chdir --nicelevel --umask --name --signal --retry --output",
  ),
  command("retry", "", "-t -d -m --times --delay --tries"),
  command("with-contenv"),
  command("gtime", "-p -v -a -q", "-f -o"),
  command("gnice", "", "-n --adjustment"),
  command("gnohup"),
  command("genv", "-i -0 -v -", "-u -C", ["assignments"]),
];
