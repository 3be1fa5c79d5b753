// Commands that only a person may give: those of Bylaw that let something through, and starts of a host by which an agent
// would prompt itself.
import type { Invocation, Word } from "../../shell/types.ts";
import { FOR_A_PERSON, holdsOwnCommand, LEARN_FOR_A_PERSON, RUNS_FOR_A_PERSON } from "./own-text.ts";
import { INTERPRETERS, SAYERS } from "./programs.ts";
import { ANY } from "./segments.ts";
import { isOption, knownText } from "./words.ts";

/** What was found of a command, and whether that is certain. */
export interface Hit {
  readonly message: string;
  readonly instead: string;
  readonly decision: "deny" | "ask";
  readonly certain: boolean;
  readonly at?: Word;
}

const FOR_ANYBODY = new Set(
  "build census check classify decide diff doctor explain find fmt gate help import init mcp new next observe propose report retry runbook serve test".split(
    " ",
  ),
);
const PROGRAM = /(?:^|[/\\:])(?:bylaw(?:@[^/\\]*)?|bylaw\.(?:js|cmd|exe|ps1|bat))$/i;
const OWN_FILE = /(?:^|[/\\])(?:hook|hook-main)\.cjs$|[/\\]dist[/\\]lib[/\\]bin\.js$/i;

/** What a call of the server's hook, which could tell of results that never were, has in it. */
const SERVER = ["/v1/hook", "serve.token"];

const ASK_A_PERSON = "ask the person to run it, on a terminal of their own";

/** What a program of Bylaw, or one that is given its words, is asked to do. */
export function ownCommand(invocation: Invocation): Hit | undefined {
  const all = [invocation.program, ...invocation.args];
  const sayer = SAYERS.has(invocation.name ?? "");
  const sends = !sayer || invocation.name === "curl";
  const asHost = !sends ? undefined : all.find((w) => SERVER.some((text) => knownText(w).includes(text)));
  if (asHost !== undefined)
    return hit("only a host speaks to the server's hook, and with the server's token", "deny", asHost);
  for (const [at, word] of all.entries()) {
    if (at > 0 && (sayer || (invocation.name !== undefined && isOwn(invocation.program)))) break;
    if (!isOwn(word) && !(at === 0 && invocation.lookalike === "bylaw")) continue;
    if (OWN_FILE.test(knownText(word)) && /hook/i.test(knownText(word)))
      return isRun(invocation, at)
        ? hit("starts the hook, which can stand in for a person's message", "deny", word)
        : undefined;
    const found = subcommand(all.slice(at + 1), at === 0);
    if (found !== undefined) return found === "fine" ? undefined : found;
  }
  return sayer ? undefined : (inText(invocation, all.slice(1)) ?? ownPackage(invocation));
}

function isOwn(word: Word): boolean {
  const text = knownText(word);
  return PROGRAM.test(text) || OWN_FILE.test(text);
}

/** Whether a word is run: it is the program, or an interpreter's. */
function isRun({ name, carriers }: Invocation, at: number): boolean {
  return at === 0 || INTERPRETERS.test(name ?? "") || carriers.length > 0;
}

/** The first word that is a command of ours decides. One that can't be known in front of it may be any. */
function subcommand(words: readonly Word[], isProgram: boolean): Hit | "fine" | undefined {
  for (const [at, word] of words.entries()) {
    const text = knownText(word);
    if (text.includes(ANY) && !isOption(word))
      return isProgram ? hit("may be a command that only a person gives", "ask", word) : undefined;
    if (FOR_ANYBODY.has(text)) return "fine";
    if (text === "runs") return runs(words.slice(at + 1), word) ?? "fine";
    if (text === "learn") return learn(words.slice(at + 1), word) ?? "fine";
    if (FOR_A_PERSON.has(text)) return hit(`\`bylaw ${text}\` is for a person alone`, "deny", word);
  }
  return undefined;
}

function runs(words: readonly Word[], at: Word): Hit | undefined {
  for (const word of words) {
    const text = knownText(word);
    if (isOption(word)) continue;
    if (text.includes(ANY)) return hit("may be a command that only a person gives", "ask", word);
    return RUNS_FOR_A_PERSON.has(text)
      ? hit(`\`bylaw runs ${text}\` is for a person alone`, "deny", at)
      : undefined;
  }
  return undefined;
}

/** Its first operand decides. Where options stand in front, what belongs to them isn't told apart: any word may be it. */
function learn(words: readonly Word[], at: Word): Hit | undefined {
  const [first] = words;
  const possible = first === undefined || isOption(first) ? words : [first];
  for (const word of possible) {
    const text = knownText(word);
    if (LEARN_FOR_A_PERSON.has(text)) return hit(`\`bylaw learn ${text}\` is for a person alone`, "deny", at);
  }
  const unknown = possible.find((w) => knownText(w).includes(ANY) && !isOption(w));
  return unknown === undefined ? undefined : hit("may be a command that only a person gives", "ask", unknown);
}

/** Texts for programs that run them, or may. */
function inText({ name }: Invocation, words: readonly Word[]): Hit | undefined {
  if (name === undefined || PROGRAM.test(name)) return undefined;
  const found = words.find((w) => /[\s"'(]/.test(knownText(w)) && holdsOwnCommand(knownText(w)));
  if (found === undefined) return undefined;
  return INTERPRETERS.test(name)
    ? hit("it would run a command that only a person gives", "deny", found)
    : hit(`whether \`${name}\` runs a command that only a person gives can't be decided`, "ask", found);
}

const MANAGERS = new Set("npm pnpm yarn bun cnpm ni".split(" "));
const TAKING_AWAY = new Set("uninstall un unlink remove rm r".split(" "));
const PUTTING = new Set("install i add update up upgrade link ln dedupe patch patch-commit".split(" "));

/** A package manager that takes Bylaw away, or puts another in its place. */
function ownPackage({ name, args }: Invocation): Hit | undefined {
  if (name === undefined || !MANAGERS.has(name)) return undefined;
  const operands = args.filter((w) => !isOption(w));
  const verb = operands.map(knownText).find((t) => TAKING_AWAY.has(t) || PUTTING.has(t));
  const named = operands.find((w) => /^bylaw(?:@|$)|[/\\]bylaw(?:$|[@-])/i.test(knownText(w)));
  if (verb === undefined || named === undefined) return undefined;
  return TAKING_AWAY.has(verb)
    ? hit("it takes Bylaw away, and with it the hook", "deny", named)
    : hit("it may put another Bylaw in place of the one that holds the hook", "ask", named);
}

interface HostWords {
  /** Words that go on with a session: what is then sent counts as a person's message. */
  readonly continues: readonly string[];
  /** Words that switch hooks off, or name other settings. */
  readonly loosens: readonly string[];
  /** First words of commands that change the host's settings or what is plugged into it. */
  readonly sets: readonly string[];
}

const HOSTS: ReadonlyMap<string, HostWords> = new Map(
  Object.entries({
    claude: {
      continues: [
        "--resume",
        "-r",
        "--continue",
        "-c",
        "--session-id",
        "--fork-session",
        "--from-pr",
        "--teleport",
      ],
      loosens: ["--bare", "--settings", "--setting-sources", "--plugin-dir"],
      sets: ["config", "plugin", "plugins"],
    },
    codex: {
      continues: ["resume", "fork", "app-server", "mcp-server"],
      loosens: ["--dangerously-bypass-hook-trust", "--disable", "--ignore-user-config", "--ignore-rules"],
      sets: ["features", "plugin"],
    },
    gemini: {
      continues: ["--resume", "-r", "--acp", "--experimental-acp"],
      loosens: ["--policy", "--admin-policy"],
      sets: ["extensions", "hooks"],
    },
    "cursor-agent": { continues: ["resume", "--resume", "--continue"], loosens: [], sets: [] },
    copilot: { continues: ["--resume", "--continue", "--acp", "--server"], loosens: [], sets: ["plugin"] },
    opencode: {
      continues: ["--continue", "-c", "--session", "-s", "--fork", "attach", "serve", "web", "acp"],
      loosens: ["--pure"],
      sets: ["plugin", "agent"],
    },
  }),
);
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["claude-code", "claude"],
  ["gemini-cli", "gemini"],
  ["opencode-ai", "opencode"],
  ["cursor", "cursor-agent"],
]);

/** Variables that take a host to other settings, or other code into it. */
const HOST_VARIABLES =
  /^(?:NODE_OPTIONS|HOME|USERPROFILE|XDG_CONFIG_HOME|CODEX_HOME|COPILOT_HOME|CLAUDE_CONFIG_DIR|CLAUDE_CODE_SIMPLE|GEMINI_\w*SETTINGS\w*|OPENCODE_\w+|BUN_OPTIONS)$/;

/** An agent's host that is started so that its hooks don't hold, or that goes on with a session. */
export function hostCommand({ name, args, env }: Invocation): Hit | undefined {
  const own = name === undefined ? undefined : (ALIASES.get(name) ?? name);
  const host = own === undefined ? undefined : HOSTS.get(own);
  if (host === undefined) return undefined;
  const heads = args.map((word) => ({ word, head: knownText(word).split("=", 1)[0] ?? "" }));
  const loosening = heads.find(({ head }) => host.loosens.includes(head));
  if (loosening !== undefined)
    return hit("it would start an agent whose hooks may not hold", "deny", loosening.word);
  const setting = args.find((w) =>
    /^(?:--config=|-c)?(?:\w+\.)*(?:hooks|features)[\w.]*\s*=/.test(knownText(w)),
  );
  const variable = env.find((e) => HOST_VARIABLES.test(e.name));
  if (setting !== undefined || variable !== undefined)
    return hit("it would start an agent whose hooks may not hold", "deny", setting ?? variable?.value);
  const going = heads.find(({ head }) => host.continues.includes(head));
  if (going !== undefined)
    return hit(
      "it goes on with an agent's session: what an agent sends there would look like a person's message",
      "deny",
      going.word,
    );
  const first = args.find((w) => !isOption(w));
  if (first !== undefined && host.sets.includes(knownText(first)))
    return hit("it changes the settings of an agent's host, or what is plugged into it", "ask", first);
  const streamed = args.find((w) => knownText(w).includes("stream-json"));
  const sends = args.some((w) => knownText(w).includes("input-format"));
  return streamed !== undefined && sends
    ? hit("what is sent to that agent would look like a person's messages", "ask", streamed)
    : undefined;
}

function hit(message: string, decision: "deny" | "ask", at: Word | undefined): Hit {
  const place = at === undefined ? {} : { at };
  return { message, instead: ASK_A_PERSON, decision, certain: decision === "deny", ...place };
}
