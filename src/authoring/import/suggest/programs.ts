// Programs that instructions name, and commands that stand in a sentence without backticks.
import type { IsKnown } from "../plausible.ts";
import type { Word } from "./lex.ts";
import { TAIL_OPENERS } from "./vocabulary.ts";

/** Programs that many projects use, besides those that are declared: their names mean nothing else. */
const COMMON: ReadonlySet<string> = new Set(
  (
    "sudo doas su ls echo npx bun bunx pnpx deno node nodejs tsc tsx eslint prettier biome jest vitest playwright cypress webpack vite " +
    "rollup storybook esbuild turbo nx lerna python python3 pytest tox nox poetry pipenv pipx pdm hatch conda mamba ruff black mypy flake8 " +
    "isort pylint pre-commit prek alembic django-admin flask gunicorn uvicorn celery ruby gem bundle bundler rake rails rspec " +
    "rubocop irb php composer phpunit artisan java javac mvn mvnw gradle gradlew sbt kotlinc scala dotnet msbuild nuget go gofmt " +
    "golangci-lint rustc rustup rustfmt clippy swift xcodebuild pod fastlane flutter dart mix iex elixir make cmake ctest ninja " +
    "bazel buck just task meson nix nix-shell guix vercel netlify wrangler firebase heroku fly flyctl supabase prisma drizzle-kit " +
    "knex sequelize typeorm pulumi cdk sam serverless sls eksctl kustomize argocd flux istioctl minikube kind k3d k9s skaffold " +
    "vagrant packer nomad vault consul ansible chef puppet salt glab hg svn jj jq yq rg fd ag bat sh bash zsh fish pwsh powershell " +
    "systemd-run shutdown reboot halt poweroff dmesg iptables ufw nft ifconfig ip netstat ss ping telnet nc nmap nohup tmux screen " +
    "pacman zypper snap flatpak port choco winget scoop apk rpm dpkg pyenv nvm rbenv asdf mise forge cast anvil hardhat anchor solana " +
    "sentry-cli stripe twilio doctl linode hcloud oci ibmcloud gsutil bq eb copilot husky changeset semantic-release standard-version " +
    "release-it goreleaser twine maturin protoc buf sqlc sqlx diesel flyway liquibase dbmate goose migrate cargo-nextest cargo-insta " +
    "psql pg_dump pg_restore mysqldump mongodump redis-server dropdb createdb visudo chroot mkswap swapoff dbt airflow dagster breeze"
  ).split(" "),
);
/** Of those and of the declared ones, what is a word of the language too: bare, it needs an option behind it. */
const WORDS_TOO: ReadonlySet<string> = new Set(
  (
    "make go just task at find cut sort cat head tail install service kill watch time touch more less split join node helm fold " +
    "flask rake mix dart swift pod port snap fish black flux salt chef puppet consul vault forge cast anvil anchor kind copilot " +
    "screen goose migrate prisma sam bat halt ping stat strings expand tee link unlink mount truncate shred patch test who buck " +
    "celery hatch scala elixir vagrant packer nomad bundle gem stripe python java ruby php bash node playwright cypress airflow " +
    "firebase supabase changeset vercel netlify solana oc shutdown reboot turbo diff"
  ).split(" "),
);
/** Programs whose second word is any name: of a script, a package, a task. */
const RUNNERS: ReadonlySet<string> = new Set(
  "npm npx pnpm pnpx yarn bun bunx deno cargo poetry uv uvx pipenv composer gradle mvn dotnet terraform alembic pip pip3 sudo rails mise wrangler apt apt-get brew conda gcloud aws az heroku bazel nx dbt".split(
    " ",
  ),
);

/** Programs whose subcommands have subcommands. */
const NESTED: ReadonlySet<string> = new Set(["docker", "podman", "kubectl", "gh", "oc"]);

/** Whether a program is declared, shown as a command, or one that many use. */
export function withCommon(isKnown: IsKnown): IsKnown {
  return (name) => COMMON.has(name) || isKnown(name);
}

/** Whether a name is that of a program and means nothing else. */
export function isOnlyProgram(name: string): boolean {
  return COMMON.has(name) && !WORDS_TOO.has(name);
}

/** Whether a name is that of a program and a word of the language too: `find`, `install`. */
export function isWordToo(name: string): boolean {
  return WORDS_TOO.has(name) && !COMMON.has(name);
}

/** Whether a code span is a command: its program is known, a script, or a path. */
export function isCommandText(text: string, isKnown: IsKnown): boolean {
  const [program = ""] = text.split(/\s+/, 1);
  return isKnown(program) || /^(?:\.{0,2}\/[\w./-]+|[\w-]+\.(?:sh|bash|py|rb|pl|ps1|bat|cmd))$/.test(program);
}

/** A command without backticks that begins at a word: how many words it has, 0 where none stands there. */
export function bareCommand(words: readonly Word[], at: number, isKnown: IsKnown): number {
  const first = words[at];
  if (
    first?.kind !== "word" ||
    first.text !== first.low ||
    !/^[a-z]/.test(first.text) ||
    !isKnown(first.text)
  )
    return 0;
  let end = at + 1;
  const sub = words[end];
  const isSub =
    sub?.kind === "word" &&
    isArgument(sub) &&
    (RUNNERS.has(first.text) || isKnown(`${first.text} ${sub.text}`));
  if (isSub) end++;
  const plainEnd = end;
  while (words[end]?.kind === "word" && isSign(words[end])) end++;
  // Behind “npx” and its like the words of the command go on.
  if (isSub && end === plainEnd && (RUNNERS.has(first.text) || NESTED.has(first.text)))
    while (end < plainEnd + 3 && words[end]?.kind === "word" && isArgument(words[end])) end++;
  while (words[end]?.kind === "word" && isSign(words[end])) end++;
  const hasOption = words.slice(at, end).some((w) => /^-/.test(w.text));
  if (WORDS_TOO.has(first.text) && !hasOption)
    return isLast(words, end) && end === at + 1 && ALONE.has(first.text) ? 1 : 0;
  return end - at;
}

/** Words of the language that are hardly meant as such where they are all that is run. */
const ALONE: ReadonlySet<string> = new Set("python node prisma reboot shutdown airflow helm bash".split(" "));

function isLast(words: readonly Word[], end: number): boolean {
  const next = words[end];
  return (
    next === undefined || next.kind === "mark" || ["or", "and", "commands", "directly"].includes(next.low)
  );
}

/** An option, a path, a full stop that is a place. */
function isSign(word: Word | undefined): boolean {
  return word !== undefined && /^(?:--?[A-Za-z]|\.$|\/|\.\/|\*$|~)/.test(word.text);
}

const NO_ARGUMENT: ReadonlySet<string> = new Set(
  "or and nor command commands directly manually yourself automatically again ever instead the a an any it this that these here there is are of than".split(
    " ",
  ),
);
function isArgument(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    /^[a-z][\w:@./-]*$/.test(word.text) &&
    !NO_ARGUMENT.has(word.low) &&
    !TAIL_OPENERS.has(word.low)
  );
}
