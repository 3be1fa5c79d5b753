// Whether words above a rule are general, such as “Rules” or “Git”. All others may limit it, invert it, or retire it.
import type { IsKnown } from "./plausible.ts";

/** Words that say what kind of text follows, and nothing of when, where, or for whom. */
const GENERAL: ReadonlySet<string> = new Set(
  (
    "rule rules guideline guidelines guidance convention conventions instruction instructions policy policies principle " +
    "principles standard standards boundary boundaries constraint constraints restriction restrictions requirement " +
    "requirements do dos do's don't don'ts donts never always must important critical mandatory required strict hard " +
    "golden general key core safety security secrets git github commit commits branches version control " +
    "command commands shell terminal testing tests code coding style quality tools tooling package packages manager " +
    "dependencies file files generated linting formatting documentation docs project repository repo working " +
    "agreement agreements contributing note notes warning overview forbidden prohibited what how we you our the " +
    "a an and or & of to with about these this following follow please obey keep are is here all any every it them " +
    "things agents.md claude.md gemini.md workflow workflows management branching strategy committing changes change pushing guardrails " +
    "guardrail hooks hook pre-commit practice practices typechecking linters"
  ).split(" "),
);

/** Words of a role, a phase, a place, a time, or of what isn't meant any more, or never was. */
const NARROW = new RegExp(
  `\\b(?:${[
    "roles?|reviewers?|testers?|developers?|planners?|explorers?|writers?|architects?|operators?|maintainers?|managers?",
    "humans?|people|interns?|juniors?|bots?|sub-?agents?|teams?|users?|customers?|admins?|leads?|owners?|personas?|on-?call",
    "modes?|phases?|steps?|stages?|staging|stag|production|prod|ci|cd|pipelines?|reviews?|reviewing|releas(?:e|es|ed|ing)",
    "deploy\\w*|shipping|windows|mac(?:os)?|linux|unix|wsl|docker|containers?|devcontainers?|kubernetes|local(?:ly)?|remote",
    "dev|development|environments?|sandbox\\w*|hotfix\\w*|emergenc(?:y|ies)|incidents?|outages?|investigat\\w*|debug\\w*",
    "migrat(?:e|ion|ing)|upgrad\\w*|onboarding|setup|install\\w*|weekends?|nights?|holidays?|freezes?|temporar(?:y|ily)|optional(?:ly)?",
    "anti-?patterns?|anti|mistakes?|pitfalls?|myths?|deprecat\\w*|outdated|obsolete|histor\\w*|previous(?:ly)?|old|older",
    "legacy|former(?:ly)?|no longer|longer|earlier|past|once|used to|archiv\\w*|retired|superseded|replaced|removed",
    "was|were|had|examples?|samples?|templates?|bad|wrong|incorrect|invalid|avoid|draft|drafts|propos\\w*|ideas?|planned",
    "future|rejected|alternatives?|questions?|faq|changelog|not|no|without|isn't|aren't|wasn't|doesn't|don't apply|ignore",
    "\\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|now",
  ].join("|")})\\b|~`,
  "i",
);
/** Agents that are all of them: not “the test agent”. */
const ALL_AGENTS =
  /\b(?:(?:ai|coding|llm|all|any|every|our|the|for|to|you) ){1,4}agents?\b|^agents?(?:\.md)?(?: (?:guide|guidelines|instructions|rules))?$|\bagents\.md\b/gi;

/** Guides to a project: not words of a phase. */
const GUIDE =
  /\b(?:development|developer|contributor|release and development) (?:guide|guidelines|instructions|notes|rules|workflow|conventions|standards|practices)\b/gi;

/** Names of tools that mean something else in a heading. */
const NO_TOOL = new Set(
  "at last who watch time timeout wait test until while for if in case do done then".split(" "),
);

/** Whether words name a role, a phase, a place or a time, or what isn't meant any more. */
export function isNarrow(words: string): boolean {
  const text = words.replace(GUIDE, " ");
  return NARROW.test(text) || /\bagents?\b/i.test(text.replace(ALL_AGENTS, " "));
}

/** Whether words say no more than what kind of text follows: each is known to be such a word, or is a tool. */
export function isGeneral(text: string, isKnown: IsKnown): boolean {
  const rest = text.toLowerCase().replaceAll("’", "'").replace(ALL_AGENTS, " ").replace(GUIDE, " ");
  if (NARROW.test(rest)) return false;
  const words = rest.split(/[^\p{L}\p{N}'.&_-]+/u).map((w) => w.replace(/^[-._']+|[-._']+$/g, ""));
  return words.every((w) => w === "" || GENERAL.has(w) || (!NO_TOOL.has(w) && isKnown(w)));
}

/** Whether words forbid what stands below them: an “Always …” there is the opposite of what it says. */
export function forbids(text: string): boolean {
  const words = text.toLowerCase().replaceAll("’", "'");
  return (
    /\b(?:never|don't|donts|don'ts|do not|must not|not|forbidden|prohibited|avoid|off limits)\b/.test(
      words,
    ) && !/\b(?:always|do|dos|do's) ?(?:\/|&|and|or|,)/.test(words)
  );
}
