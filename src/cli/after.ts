// What --after says to have succeeded before in the run: commands, or tools by their names.
import type { Past } from "../policy/history.ts";
import type { CommandAction } from "../policy/types.ts";
import type { Checker } from "../validators/checker.ts";
import type { CheckContext } from "../validators/context.ts";
import { type CommandInput, listOption } from "./command.ts";

/** In the order in which it was given. `place` is how the commands are read; `known` what is known of the files that they run. */
export function doneBefore(
  input: CommandInput,
  checker: Checker,
  place: Pick<CommandAction, "cwd" | "shell">,
  known: CheckContext = {},
): readonly Past[] {
  return listOption(input, "after").map((command) => ({
    does: [checker.doneBy({ kind: "command", command, ...place }, known)],
    outcome: "succeeded",
  }));
}
