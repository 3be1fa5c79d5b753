// The words of instructions: what opens a prohibition, what is done, by which command, and who is asked.
import type { Lead } from "../../../compiler/1-read/grammar/productions.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** What a clause comes to. */
export type Mood = "never" | "ask" | "always" | "only";

/** The mood that a lead above gives. */
export const MOOD_OF: Readonly<Partial<Record<Lead, Mood>>> = {
  Never: "never",
  Always: "always",
  "Ask before": "ask",
};

/** What is done: a command is run, used by its name, a file is edited, … */
export type Act =
  | "run"
  | "use"
  | "edit"
  | "read"
  | "delete"
  | "stage"
  | "pass"
  | "hooks"
  | "create"
  | "commit"
  | "push"
  | "force-push"
  | "merge"
  | "rebase"
  | "amend"
  | "stash"
  | "cherry-pick"
  | "pull";

/** Who is asked, what is asked for, and words around them. */
export const ASKED =
  "me|us|the|a|an|user|user's|users|human|humans|operator|maintainer|maintainers|owner|team|lead|reviewer|explicit|explicitly|prior|written|my|our|your|their|direct|clear|for|from|with|of|first|permission|permissions|approval|confirmation|consent|instruction|instructions|sign-off|signoff|authorization|authorisation|clarification|request|go-ahead|review";

const MOODS: readonly (readonly [Mood, readonly string[]])[] = [
  [
    "never",
    [
      "never ever?",
      "do|must|shall|should|may|can not ever?",
      "must|shall|should|may never",
      "don't|dont|mustn't|shouldn't|can't|cannot ever?",
      "are|is not|never allowed|permitted|supposed to",
      "not|never allowed|permitted to",
      "are|is forbidden|prohibited|banned from|to",
      "forbidden|prohibited to",
      "it is forbidden|prohibited to",
      "under no circumstances should|must|may|can? you|we|agents?",
      "avoid",
      "refrain from",
      "never do :|—|–|-",
      "no",
    ],
  ],
  [
    "ask",
    [
      `always|must|please|stop|and|do* ask ${ASKED}* before`,
      `always|must|please* check|confirm|verify with ${ASKED}* before`,
      `always|must|please* confirm before`,
      `always|must|please* get|obtain|request|seek|require|await ${ASKED}* before`,
      `always|must|please* wait for ${ASKED}* before`,
      "ask|confirm first :|—|–|- before?",
    ],
  ],
  [
    "always",
    [
      "always",
      "always do :|—|–|-",
      "must|shall|should|need|have|has always? to?",
      "make|be sure to|you|that? always?",
      "ensure you|to|that?",
      "remember to",
      "do|must not forget|fail to",
      "don't|never forget|fail to",
      "it is mandatory|required to",
    ],
  ],
  ["only", ["only"]],
];
export const OPENERS: readonly (readonly [Phrase, Mood])[] = MOODS.flatMap(([mood, texts]) =>
  texts.map((text) => [phrase(text), mood] as const),
);

/** Words in front of an opener that say who is meant, or nothing. */
export const HEAD: ReadonlySet<string> = new Set(
  "please you we i agents agent the ai coding llm claude codex copilot cursor gemini assistants assistant contributors developers everyone subagents and but also then so just again all".split(
    " ",
  ),
);
/** Words in front with a colon behind that say nothing but how much it matters. */
export const EMPHASIS: ReadonlySet<string> = new Set(
  "important critical note warning caution attention mandatory remember rule strict danger required very absolutely 🚨 hard security safety git requirement".split(
    " ",
  ),
);

const VERBS: readonly (readonly [Act, string])[] = [
  [
    "run",
    "run|running|runs|execute|executing|invoke|invoking|launch|launching|start|starting|issue|issuing|trigger|triggering",
  ],
  ["use", "use|using|call|calling|employ"],
  [
    "edit",
    "edit|editing|modify|modifying|change|changing|touch|touching|alter|altering|update|updating|overwrite|overwriting|hand-edit|hand-editing|rewrite|rewriting|modifications|edits|changes",
  ],
  ["read", "read|reading|print|printing|cat|view|display|open|opening"],
  ["delete", "delete|deleting|remove|removing"],
  ["stage", "add|adding|stage|staging"],
  ["pass", "pass|passing|supply|include|including"],
  ["hooks", "skip|skipping|bypass|bypassing|disable|disabling|circumvent"],
  ["create", "create|creating|submit|submitting|make|making|perform|performing|raise|raising"],
  ["commit", "commit|committing|commits"],
  ["push", "push|pushing|pushes"],
  ["force-push", "force-push|force-pushing|force-pushes"],
  ["merge", "merge|merging"],
  ["rebase", "rebase|rebasing"],
  ["amend", "amend|amending"],
  ["stash", "stash|stashing"],
  ["cherry-pick", "cherry-pick|cherry-picking"],
  ["pull", "pull|pulling"],
];
const LONG_VERBS: readonly (readonly [string, Act])[] = [
  ["force push|pushing|pushes", "force-push"],
  ["hand edit", "edit"],
  ["check in", "stage"],
  ["look at", "read"],
  ["make|making changes|edits to", "edit"],
  ["schema|api|any|all|direct* changes|edits|modifications to", "edit"],
  ["run|running|use|using the? commands?", "run"],
];
export const ACTS: readonly (readonly [Phrase, Act])[] = [
  ...VERBS.map(([act, text]) => [phrase(text), act] as const),
  ...LONG_VERBS.map(([text, act]) => [phrase(text), act] as const),
];

/** Acts that are a command by themselves. */
export const COMMAND_OF: Readonly<Partial<Record<Act, string>>> = {
  commit: "git commit",
  push: "git push",
  "force-push": "git push --force",
  merge: "git merge",
  rebase: "git rebase",
  amend: "git commit --amend",
  stash: "git stash",
  "cherry-pick": "git cherry-pick",
  pull: "git pull",
};

/** Words for something that is about to be done, and its command. */
const DOINGS: readonly (readonly [string, string])[] = [
  ["you? commit|committing|commits", "git commit"],
  ["a|any|each|every|the|your commit|commits", "git commit"],
  ["creating|making a|any? commit|commits", "git commit"],
  ["you? push|pushing", "git push"],
  ["a|any|each|every|the push|pushes", "git push"],
  ["you? merge|merging", "git merge"],
  [
    "you? open|opening|create|creating|submit|submitting|raise|raising a|any|the|your? new? pr|prs",
    "gh pr create",
  ],
  [
    "you? open|opening|create|creating|submit|submitting|raise|raising a|any|the|your? new? pull request|requests",
    "gh pr create",
  ],
];
export const DOING: readonly (readonly [Phrase, string])[] = DOINGS.map(([text, command]) => [
  phrase(text),
  command,
]);

/** Options that belong to commands, where only the option is named. */
export const OWNER_OF: Readonly<Record<string, readonly string[]>> = {
  "--no-verify": ["git commit", "git push"],
  "--no-gpg-sign": ["git commit"],
  "--amend": ["git commit"],
  "--allow-empty": ["git commit"],
  "--force-with-lease": ["git push"],
  "--legacy-peer-deps": ["npm install"],
};

/** Words between a verb and what it is about, or behind both, that change nothing. */
export const IDLE: ReadonlySet<string> = new Set(
  "ever directly straight simply just yourself please also direct explicitly either ever, actually".split(
    " ",
  ),
);
/** Words that say how it is done: what a rule can't see. */
export const MANNER: ReadonlySet<string> = new Set(
  "locally automatically blindly silently proactively casually accidentally unnecessarily manually interactively globally immediately".split(
    " ",
  ),
);
/** Words in front of and behind what is named, which say what it is. */
export const BEFORE_NAME: ReadonlySet<string> = new Set(
  "the a an any your all of either this these like such command commands file files script scripts tool option flag flags folder directory generated bare raw destructive dangerous plain auto-generated autogenerated existing".split(
    " ",
  ),
);
export const BEHIND_NAME: ReadonlySet<string> = new Set(
  "command commands file files flag flags option options script scripts tool tools folder folders directory directories dir branch branches switch itself lockfile".split(
    " ",
  ),
);
export const BRANCHES: ReadonlySet<string> = new Set(
  "main master develop trunk mainline dev staging production".split(" "),
);
export const SEPARATORS: ReadonlySet<string> = new Set([",", "or", "and", "nor", "/", "and/or", "&", "+"]);
/** Words that stand behind a name without belonging to it. */
export const CLOSING: ReadonlySet<string> = new Set(
  "here there again twice once yourself yourselves anymore alone is are requires require needs need must should may can first only".split(
    " ",
  ),
);
/** What begins something that is said beside: a condition, a reason. */
export const TAIL_OPENERS: ReadonlySet<string> = new Set(
  "without unless until till except when whenever if while on in for before after because since as so to from outside inside during at by via with within under instead rather otherwise only but not even including no using — – - ; : ( → => -> |".split(
    " ",
  ),
);
/** Behind a prohibition they say that it holds always. */
export const STRENGTHENING =
  /^(?:under any circumstances|for any reason|at all|at any time|no matter what|in any case|ever|anywhere|without exception|by hand|manually|directly|yourself|in this (?:repo(?:sitory)?|project|workspace|codebase)|from this (?:repo(?:sitory)?|project))?[.!]?$/;
