// Verbs that are commands of git: to a branch, with an option, of files, or as they are.

import { looksLikeFile } from "../plausible.ts";
import { besideNotes, command, type Deeds, NARROWER, option, single, WIDER } from "./deed.ts";
import { fileDeeds } from "./file-deeds.ts";
import { quote } from "./lex.ts";
import { behindSeparators, type Clause, isClosed, namesAt, skipped } from "./objects.ts";
import { matchAt, phrase } from "./phrase.ts";
import { type Act, BRANCHES, COMMAND_OF, IDLE, MANNER, TAIL_OPENERS } from "./vocabulary.ts";

const OBJECTS_OF_GIT: ReadonlySet<string> = new Set(
  "changes code anything everything work it them your any the all a new commits commit history local".split(
    " ",
  ),
);
const TO_REMOTE = phrase("to the? remote|repo|repository|github|git|origin repository?");
const TO_BRANCH = phrase("to|on|onto|into|in|against");

export const PULL_REQUEST = phrase("a|any|the|your|new|open* pr|prs|pull requests|request?");

/** Acts that are commands of git: to a branch, with an option, of files, or as they are. */
export function ofGit(clause: Clause, acts: readonly Act[], at: number): Deeds | undefined {
  const { words, sentence } = clause;
  const commands = acts.flatMap((a) => COMMAND_OF[a] ?? []);
  let i = skipped(words, skipped(words, at, OBJECTS_OF_GIT), IDLE);
  const request = acts.includes("merge") ? matchAt(words, at, PULL_REQUEST) : undefined;
  if (request !== undefined)
    return single(
      command(["gh pr merge"], [`merging elsewhere than by \`gh\` is not in it, ${NARROWER}`]),
      request,
    );
  i = matchAt(words, i, TO_REMOTE) ?? i;
  i = skipped(words, i, IDLE);
  const isForced = acts.every((a) => a === "force-push") && words[i]?.kind === "code";
  const to = isForced ? i : matchAt(words, i, TO_BRANCH);
  const branches = to === undefined ? undefined : branchesAt(clause, to);
  if (branches !== undefined && !acts.includes("merge")) return toBranch(acts, branches);
  const by = matchAt(words, i, phrase("with|using the?"));
  const options = by === undefined ? undefined : namesAt(clause, by, "command");
  if (options?.names.every((n) => n.text.startsWith("-")) === true)
    return single(
      option(
        options.names.map((n) => n.text),
        commands,
        besideNotes(options),
      ),
      options.end,
    );
  const stands = words[i];
  if (
    acts[0] === "commit" &&
    acts.length === 1 &&
    stands !== undefined &&
    stands.kind !== "mark" &&
    !isPassive(stands.low) &&
    !MANNER.has(stands.low) &&
    !TAIL_OPENERS.has(stands.low)
  ) {
    const found = namesAt(clause, at, "file");
    return found === undefined || !isClosed(words[found.end]) ? undefined : fileDeeds("stage", found);
  }
  const history = matchAt(
    words,
    at,
    phrase(
      "any|the|a|an* pushed|shared|public|published|existing|previous|remote|protected|main|old|others'* commits|commit|branches|branch|history",
    ),
  );
  if (history !== undefined && history > at) {
    const text = quote(sentence, words.slice(at, history));
    const notes =
      /^(?:any |the |an? )?(?:existing |previous )?(?:commits?|history)$|^any branch(?:es)?$/i.test(text)
        ? []
        : [`“${text}” is not in it, ${WIDER}`];
    return single({ ...command(commands, notes), isVerb: true }, history);
  }
  const closes =
    stands === undefined || stands.kind === "mark" || TAIL_OPENERS.has(stands.low) || isPassive(stands.low);
  return closes || behindSeparators(words, i) !== undefined || MANNER.has(stands.low)
    ? single({ ...command(commands, []), isVerb: true }, i)
    : undefined;
}

function isPassive(word: string): boolean {
  return ["locally", "is", "are", "requires", "require", "needs", "need", "must", "should"].includes(word);
}

function toBranch(
  acts: readonly Act[],
  { branches, end }: { readonly branches: readonly string[]; readonly end: number },
): Deeds {
  const forced = acts.every((a) => a === "force-push");
  const committed = acts.includes("commit") || acts.includes("rebase") || acts.includes("amend");
  const unseen = forced
    ? "`--force-with-lease` and a push that names no branch are not in it"
    : "a push that names no branch is not in it";
  const notes = [
    ...(committed ? [`no command says to which branch a commit goes: what is seen is the push`] : []),
    `${unseen}, ${NARROWER}`,
  ];
  const isRemote = branches.every((b) => b === "upstream" || b === "origin");
  if (isRemote)
    return single(
      command(
        branches.map((b) => `git push ${forced ? "--force " : ""}${b}`),
        [],
      ),
      end,
    );
  return single(
    { kind: "branch", what: branches, of: forced ? ["--force"] : [], notes, unknown: false },
    end,
  );
}

/** Branches in backticks, or by a name that most have: `main`, main/master. */
function branchesAt(
  { words }: Clause,
  at: number,
): { readonly branches: string[]; readonly end: number } | undefined {
  const branches: string[] = [];
  let end = at;
  for (let i = skipped(words, at, new Set(["the", "either"])); i < words.length; ) {
    const word = words[i];
    const names = word?.kind === "code" ? [word.text] : (word?.low.split("/") ?? []);
    const isBranch = names.every((n) =>
      word?.kind === "code"
        ? /^[\w./-]+$/.test(n) && !n.startsWith("-") && !looksLikeFile(n)
        : BRANCHES.has(n),
    );
    if (!isBranch || names.length === 0) break;
    branches.push(...names);
    end = skipped(words, i + 1, new Set(["branch", "branches"]));
    const next = behindSeparators(words, end);
    if (next === undefined) break;
    i = skipped(words, next, new Set(["the"]));
  }
  if (!isClosed(words[end])) return undefined;
  return branches.length === 0 ? undefined : { branches, end };
}
