// Runs a function for no longer than a time: V8 itself ends it, whatever it is doing.
import { Script } from "node:vm";

const NAME = "__bylawWithin";

/** What the function gives, or undefined where the time is over before. What it throws is thrown. */
export function within<T>(milliseconds: number, what: () => T): T | undefined {
  const timeout = Math.floor(milliseconds);
  if (timeout < 1) return undefined;
  let result: T | undefined;
  Object.defineProperty(globalThis, NAME, {
    configurable: true,
    value: () => {
      result = what();
    },
  });
  try {
    new Script(`${NAME}()`).runInThisContext({ timeout });
    return result;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return undefined;
    throw error;
  }
}
