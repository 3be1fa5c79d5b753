// bylaw serve: the checker over HTTP, for this machine alone.
import { lstatSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { resolve } from "node:path";
import { type HttpOptions, type RunningServer, serveHttp } from "../../server/http/serve.ts";
import { type CommandInput, type CommandRun, textOption, UsageError } from "../command.ts";
import { tokenOf } from "../io/token.ts";
import { serviceOf } from "../service/serving.ts";
import { EXIT, type Terminal } from "../terminal.ts";

const PORT = 8735;

export const serve: CommandRun = async (input, terminal) => {
  const { service, root } = serviceOf(input, terminal);
  const listen = await placeOf(input, terminal);
  if (service.policy().revision === undefined) return EXIT.unusable;
  const { token, from } = tokenOf(
    root,
    terminal.cwd,
    textOption(input, "tokenFile"),
    terminal.env["BYLAW_TOKEN"],
  );
  const server = await started(service, { token, listen });
  terminal.out(`listening on ${server.address}, token in ${from}\n`);
  await untilSignal(server);
  if ("socket" in listen) rmSync(listen.socket, { force: true });
  return EXIT.ok;
};

async function started(
  service: Parameters<typeof serveHttp>[0],
  options: HttpOptions,
): Promise<RunningServer> {
  const { listen } = options;
  // The socket is made for its owner alone, from its first moment.
  const mask = "socket" in listen ? process.umask(0o177) : undefined;
  try {
    return await serveHttp(service, options);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const where = "socket" in listen ? listen.socket : `port ${listen.port}`;
    throw new UsageError(`can't listen on ${where}: ${code === "EADDRINUSE" ? "it is in use" : code}`);
  } finally {
    if (mask !== undefined) process.umask(mask);
  }
}

async function placeOf(input: CommandInput, terminal: Terminal): Promise<HttpOptions["listen"]> {
  const socket = textOption(input, "socket");
  const port = textOption(input, "port");
  const host = textOption(input, "host") ?? "127.0.0.1";
  if (socket !== undefined) {
    if (port !== undefined) throw new UsageError("expected --port or --socket, not both");
    const path = resolve(terminal.cwd, socket);
    await removeOld(path, socket);
    return { socket: path };
  }
  if (host !== "127.0.0.1" && host !== "::1")
    throw new UsageError(
      `unexpected --host ${host}, expected 127.0.0.1 or ::1: it serves this machine alone`,
    );
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    throw new UsageError(`unexpected --port ${port}, expected a number up to 65535; 0 takes a free one`);
  return { port: port === undefined ? PORT : Number(port), host };
}

/** What a server that was killed has left. What isn't a socket, or has somebody behind it, is not ours to remove. */
async function removeOld(path: string, shown: string): Promise<void> {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isSocket()) throw new UsageError(`${shown} is there already, and no socket`);
  if (await isServed(path)) throw new UsageError(`can't listen on ${shown}: it is in use`);
  rmSync(path);
}

function isServed(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** The first signal drains the server, a second one ends it at once. */
function untilSignal(server: RunningServer): Promise<void> {
  return new Promise((resolve) => {
    let ending = false;
    const end = (): void => {
      if (ending) {
        server.stop();
        process.exit(EXIT.failed);
      }
      ending = true;
      void server.drain().then(resolve);
    };
    process.on("SIGTERM", end);
    process.on("SIGINT", end);
  });
}
