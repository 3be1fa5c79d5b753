// The MCP server over standard input and output. Nothing but the protocol is written to standard output.
import type { Readable, Writable } from "node:stream";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import { Problem } from "../service/problem.ts";
import { call, type Service } from "../service/service.ts";
import { instructions } from "./instructions.ts";
import { isOperation, TOOL_NAMES, tools } from "./tools.ts";

/** The longest message that is taken, in bytes; a longer one ends the connection. */
const MAX_MESSAGE = 4 * 1024 * 1024;

/** A server of the tools, not yet connected. */
function mcpServer(service: Service, version: string): Server {
  const server = new Server(
    { name: "bylaw", version },
    { capabilities: { tools: {} }, instructions: instructions(service) },
  );
  const listed = tools();
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listed }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    toolResult(service, params.name, params.arguments),
  );
  return server;
}

/** Serves until the client goes away. Never throws. */
export async function serveMcp(
  service: Service,
  version: string,
  streams: { readonly input: Readable; readonly output: Writable; readonly log: (text: string) => void },
): Promise<void> {
  const { input, output, log } = streams;
  const server = mcpServer(service, version);
  const transport = new StdioServerTransport(input, output, { maxBufferSize: MAX_MESSAGE });
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve;
    input.once("end", resolve);
    input.once("close", resolve);
    output.once("error", () => resolve());
  });
  server.onerror = (error) => log(`bylaw mcp: ${oneLine(error.message)}\n`);
  await server.connect(transport);
  await ended;
  await server.close();
}

function toolResult(service: Service, name: string, input: unknown): CallToolResult {
  if (!isOperation(name))
    throw new McpError(ErrorCode.InvalidParams, `unknown tool, expected one of ${TOOL_NAMES.join(", ")}`);
  try {
    const { data, text } = call(service, name, input);
    const { problem } = service.policy();
    const notice =
      problem === undefined
        ? []
        : [{ type: "text" as const, text: `The newest policy can't be used: ${problem}` }];
    return { content: [{ type: "text", text }, ...notice], structuredContent: { ...data } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, more } = error;
    const data = JSON.stringify({ code, ...more });
    return {
      isError: true,
      content: [
        { type: "text", text: `${code}: ${message}` },
        { type: "text", text: data },
      ],
    };
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 500);
}
