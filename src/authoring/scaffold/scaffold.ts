// First versions of rules, definitions and documents: they compile as they stand, and say what is to be put in their place.

export const SCAFFOLDS = ["rule", "list", "task", "decision", "runbook", "learning"] as const;
export type ScaffoldKind = (typeof SCAFFOLDS)[number];

export interface Scaffold {
  /** Markdown, without a blank line around it. */
  readonly text: string;
  /** What stands in for something of the author's own, each in the words of the text. */
  readonly blanks: readonly string[];
}

/** Makes the scaffold of a name. `date` is the day of a learning, `YYYY-MM-DD`. */
export function scaffoldOf(kind: ScaffoldKind, name: string, date: string): Scaffold {
  switch (kind) {
    case "rule":
      return { text: rule(name), blanks: RULE_BLANKS };
    case "learning":
      return {
        text: `## ${date} — ${titleOf(name)}\n\nSay here what happened.\n\n${rule(name)}`,
        blanks: ["Say here what happened.", ...RULE_BLANKS],
      };
    case "list":
      return {
        text: `### List \`${name}\`\n\n| member | reason |\n| --- | --- |\n| \`first-member\` | say here why it is on the list |`,
        blanks: ["first-member", "say here why it is on the list"],
      };
    case "task":
      return {
        text: `### Task \`${name}\`\n\n- Runs: \`some-command ${name}\`\n- Passes when it exits 0\n- Fails when stdout contains \`FAILED\`\n- On failure: tell \`owner\`, stop`,
        blanks: [`some-command ${name}`, "FAILED", "owner"],
      };
    case "decision":
      return decision(name);
    default:
      return runbook(name);
  }
}

const RULE_BLANKS = ["some-command", "--some-option", "say here what goes wrong."];

function rule(name: string): string {
  return [
    "- **Never** run `some-command --some-option`.",
    `  - Id: \`${name}\``,
    "  - Because: say here what goes wrong.",
    "  - Blocks: `some-command --some-option`",
    "  - Passes: `some-command`",
  ].join("\n");
}

function decision(name: string): Scaffold {
  const fact = `${name}-input`;
  const text = [
    `### Fact \`${fact}\``,
    "",
    "- From: the operator",
    "- Values: `yes`, `no`",
    "",
    `### Decision \`${name}\``,
    "",
    "Exactly one row applies.",
    "",
    `| \`${fact}\` | then | because |`,
    "| --- | --- | --- |",
    "| `yes` | `go-on` | say here why it goes on |",
    "| `no` | `stop` | say here why it stops |",
  ].join("\n");
  return { text, blanks: [fact, "go-on", "stop", "say here why it goes on", "say here why it stops"] };
}

function runbook(name: string): Scaffold {
  const title = titleOf(name);
  const sections: readonly (readonly [string, string])[] = [
    ["Symptoms", `- Alert \`${name}\``],
    ["Impact", "- Say here who notices, and how."],
    ["Diagnosis", "1. Look at what runs:\n\n   ```sh\n   uptime\n   ```"],
    ["Resolution", "1. Say here what to do, with its commands in fences:\n\n   ```sh\n   date\n   ```"],
    ["Verification", "1. Look that it is over:\n\n   ```sh\n   uptime\n   ```"],
  ];
  const body = sections.map(([heading, text]) => `## ${heading}\n\n${text}`).join("\n\n");
  return {
    text: `# ${title}\n\n${body}`,
    blanks: [
      `Alert \`${name}\``,
      "Say here who notices, and how.",
      "uptime",
      "Say here what to do, with its commands in fences",
      "date",
    ],
  };
}

function titleOf(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A document with something at its end; every other byte stays as it is, its byte order mark and ends of lines too. */
export function appended(before: string, text: string): string {
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const gap =
    /^\ufeff?$/.test(before) || /\n\r?\n$/.test(before) ? "" : before.endsWith("\n") ? end : end + end;
  return `${before}${gap}${text.replaceAll("\n", end)}${end}`;
}
