// What a caller says to have succeeded before, behind what the ledger tells.
import type { LedgerView, RunHistory } from "../policy/history.ts";
import type { CheckContext } from "./context.ts";

/** Where no ledger is read: nothing is known of it. */
const NO_LEDGER: LedgerView = {
  run: () => undefined,
  running: () => undefined,
  facts: () => ({}),
  isWaived: () => false,
};

/** The context in which `before` stands at the end of the run's history. */
export function withBefore({ before = [], ...context }: CheckContext): CheckContext {
  if (before.length === 0) return context;
  const { ledger = NO_LEDGER, history } = context;
  const run = (): RunHistory => {
    const known = ledger.run() ?? { whole: history === "empty", recorded: false, past: [] };
    return { ...known, past: [...known.past, ...before] };
  };
  return { ...context, ledger: { ...ledger, run } };
}
