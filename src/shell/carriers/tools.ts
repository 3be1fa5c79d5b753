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
export const PACKAGE_RUNNERS: readonly Carrier[] = [
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
  command("nix run", "--impure", ""),
];

/** Other tools. */
export const TOOLS: readonly Carrier[] = [
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
];
