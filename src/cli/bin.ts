// The process: runs the command line and ends with its exit status.
import { run } from "./main.ts";
import { packageVersion } from "./package.ts";
import { processTerminal } from "./terminal.ts";

process.exitCode = await run(process.argv.slice(2), processTerminal(), packageVersion());
