// Runs the plugin that OpenCode loads, as OpenCode does: in a process of its own, so that nothing of it stays.
import { type Ran, run } from "./run-line.ts";

/** Loads the plugin's text and calls its hook; prints the reason of a denied call as the hook itself would. */
const SCRIPT = `
const chunks = [];
for await (const c of process.stdin) chunks.push(c);
const { text, directory, input, output } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const { Bylaw } = await import("data:text/javascript;base64," + Buffer.from(text).toString("base64"));
const hooks = await Bylaw({ directory });
try {
  await hooks["tool.execute.before"](input, output);
  process.stdout.write("{}");
} catch (error) {
  process.stdout.write(JSON.stringify({ decision: "deny", reason: error.message }));
}`;

/** Calls the plugin's hook with the input of the host's own format. */
export function runPlugin(
  text: string,
  input: string,
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Ran {
  const { input: call, output } = JSON.parse(input) as { readonly input: unknown; readonly output: unknown };
  return run(
    { program: "node", args: ["--input-type=module", "-e", SCRIPT], env: {} },
    JSON.stringify({ text, directory: root, input: call, output }),
    root,
    env,
    20_000,
  );
}
