// The plugin that `bylaw install opencode` writes: it hands each event to the hook, and throws what the hook denies.

/** What the plugin's file is made for. Paths are absolute. */
export interface OpencodePlugin {
  /** The program that runs the hook: `node`, or a path. */
  readonly node: string;
  readonly hook: string;
  /** What stands in the hook line behind the host's name: the policy's path and options. */
  readonly args: readonly string[];
  /** What happens where the hook doesn't come to an answer. */
  readonly fail: "closed" | "open";
}

/** The line that the plugin's file begins with. */
export const OPENCODE_MARK =
  "// Written by bylaw install. Checks each tool call against the policy in force before it runs.";

/** How long a call may wait for the hook's answer, in milliseconds: the hook's own deadline is far below. */
const TIMEOUT = 15_000;
/** The longest input or output of a hook that is passed on, in bytes. */
const MOST_BYTES = 64_000_000;

/** The text of the plugin's file, an ES module that runs in Node and Bun. Only JSON text is put into it. */
export function opencodePlugin({ node, hook, args, fail }: OpencodePlugin): string {
  const command = JSON.stringify([node, hook, "opencode", ...args]);
  return `${OPENCODE_MARK}
import { spawnSync } from "node:child_process";

const [node, ...args] = ${command};
const failOpen = ${JSON.stringify(fail === "open")};

/** Asks the hook. Throws, with the cause, where it doesn't answer with {} or with an object of just these texts. */
function ask(event, directory, input, output, ...texts) {
  const { error, status, stdout, stderr } = spawnSync(node, args, {
    input: JSON.stringify({ event, directory, input, output }),
    encoding: "utf8",
    timeout: ${TIMEOUT},
    maxBuffer: ${MOST_BYTES},
    windowsHide: true,
  });
  if (error) throw new Error(error.message);
  if (status !== 0) throw new Error(stderr.trim() || "it ended with status " + status);
  const answer = JSON.parse(stdout);
  const isObject = answer !== null && typeof answer === "object" && !Array.isArray(answer);
  const keys = isObject ? Object.keys(answer) : ["none"];
  const isWhole = texts.every((name) => typeof answer?.[name] === "string") && keys.length === texts.length;
  if (keys.length > 0 && !isWhole) throw new Error("its answer can't be read");
  return answer;
}

export const Bylaw = async ({ directory }) => ({
  "tool.execute.before": async (input, output) => {
    let answer;
    try {
      answer = ask("tool.execute.before", directory, input, output, "decision", "reason");
    } catch (error) {
      if (failOpen) return;
      throw new Error("Bylaw can't check this call: " + error.message);
    }
    if (answer.decision !== undefined) throw new Error(answer.reason);
  },
  "tool.execute.after": async (input, output) => {
    try {
      const { context } = ask("tool.execute.after", directory, input, output, "context");
      if (context !== undefined && typeof output.output === "string") output.output += "\\n\\n" + context;
    } catch {
      // The call has ended: what couldn't be noted counts as not having succeeded.
    }
  },
  "chat.message": async (input, output) => {
    try {
      ask("chat.message", directory, input, output);
    } catch {
      // A message is never held up; an approval that couldn't be read is none.
    }
  },
});
`;
}
