// The command line: finds the command in the table, runs it, and turns every failure into one plain line.
import { Command, CommanderError } from "commander";
import type { CommandInput, CommandRow } from "./command.ts";
import { UsageError } from "./command.ts";
import { COMMANDS } from "./command-table.ts";
import { printable } from "./print/style.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/** Runs `bylaw` with the words after the program's name. Returns the exit status and never throws. */
export async function run(argv: readonly string[], terminal: Terminal, version: string): Promise<number> {
  try {
    return await dispatch(argv, terminal, version);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    const message = printable(error instanceof Error ? error.message : String(error));
    terminal.err(error instanceof UsageError ? `bylaw: ${message}\n` : `bylaw: internal error: ${message}\n`);
    return EXIT.unusable;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal, version: string): Promise<number> {
  const dashes = argv.indexOf("--");
  const behindDashes = dashes < 0 ? undefined : argv.slice(dashes + 1);
  let status: number = EXIT.ok;
  const program = new Command("bylaw")
    .description("Compiles Markdown rules and playbooks into one policy, and checks commands against it.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const row of COMMANDS) {
    addCommand(program, row, async (operands, options) => {
      const input: CommandInput = { operands, options, behindDashes, commands: COMMANDS };
      const command = await row.load();
      status = await command(input, terminal);
    });
  }
  if (argv.length === 0) {
    terminal.out(program.helpInformation());
    return EXIT.ok;
  }
  await program.parseAsync([...argv.slice(0, dashes < 0 ? undefined : dashes)], { from: "user" });
  return status;
}

function addCommand(
  program: Command,
  row: CommandRow,
  action: (operands: readonly string[], options: CommandInput["options"]) => Promise<void>,
): void {
  const command = program.command(row.name).description(row.summary).addHelpText("after", `\n${row.details}`);
  for (const operand of row.operands) command.argument(operand.name, operand.about);
  for (const option of row.options) command.option(option.flags, option.about);
  command.exitOverride().configureOutput(program.configureOutput());
  command.action((...given: unknown[]) => {
    const operands = given
      .slice(0, row.operands.length)
      .flat()
      .filter((o): o is string => typeof o === "string");
    return action(operands, command.opts());
  });
}
