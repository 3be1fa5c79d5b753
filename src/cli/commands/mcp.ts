// bylaw mcp: the checker and its answers as tools, over standard input and output.
import { serveMcp } from "../../server/mcp/serve.ts";
import type { CommandRun } from "../command.ts";
import { packageVersion } from "../package.ts";
import { serviceOf } from "../service/serving.ts";
import { EXIT } from "../terminal.ts";

export const mcp: CommandRun = async (input, terminal) => {
  const { service } = serviceOf(input, terminal);
  service.policy();
  await serveMcp(service, packageVersion(), {
    input: process.stdin,
    output: process.stdout,
    log: terminal.err,
  });
  return EXIT.ok;
};
