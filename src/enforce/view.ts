// The ledger as rules see it: read where a rule asks for it, once a call.
import { entriesOf, historyOf, runningIn } from "../ledger/history.ts";
import type { Ledger, RecordedRun } from "../ledger/ledger.ts";
import { approvedFacts, waivedRules } from "../ledger/plans.ts";
import { fileOfRun } from "../ledger/run-name.ts";
import type { LedgerView } from "../policy/history.ts";
import type { Policy } from "../policy/types.ts";

const HOUR = 3_600_000;
/** How long a command that nobody has seen end counts as running. */
const LEASE_HOURS = 4;

export interface ViewOptions {
  readonly ledger: Ledger;
  readonly settings: Policy["settings"];
  readonly run: string | undefined;
  /** Called before the first reading, and gives the id of the call that is being checked: it and what follows is left out. */
  readonly own: () => string | undefined;
  readonly sha256: (text: string) => string;
}

/** What can't be read is not known. */
export function ledgerView({ ledger, settings, run, own, sha256 }: ViewOptions): LedgerView {
  const recorded = once((): RecordedRun | undefined => {
    own();
    return run === undefined ? undefined : (ledger.read(run) ?? { events: [], problems: [] });
  });
  const lease = (settings.leaseHours ?? LEASE_HOURS) * HOUR;
  const running = once(() => {
    const id = own();
    const now = ledger.now();
    const ownFile = run === undefined ? undefined : fileOfRun(run, sha256);
    const recent = ledger.files().filter((f) => now - f.changed < lease + HOUR);
    return recent.flatMap(({ file }) => {
      const events = ledger.readFile(file)?.events ?? [];
      return runningIn(entriesOf(events, file === ownFile ? id : undefined), now, lease);
    });
  });
  const waived = once(() => waivedRules(ledger.waivers().events, ledger.now(), run));
  const history = once(() => {
    const read = recorded();
    return read === undefined ? undefined : historyOf(read, own());
  });
  return {
    run: history,
    running,
    facts: () => approvedFacts(recorded()?.events ?? []),
    isWaived: (rule) => waived()?.has(rule) === true,
  };
}

/** Calls a function at the first need, and once; undefined where it fails. */
function once<T>(read: () => T): () => T | undefined {
  let known: { readonly value: T | undefined } | undefined;
  return () => {
    if (known !== undefined) return known.value;
    try {
      known = { value: read() };
    } catch {
      known = { value: undefined };
    }
    return known.value;
  };
}
