// A claim: what is said of one thing, by a definition or by prose, and where. Everything that may be said has a kind.
import type { Source } from "../../../policy/types.ts";
import type { Thing } from "./things.ts";
import type {
  DaysBefore,
  FailureSaid,
  FollowersSaid,
  MessageSaid,
  OptionSaid,
  OrderSaid,
  OutcomeSaid,
  PlaceSaid,
  SectionsSaid,
  ThresholdSaid,
  TimeSaid,
} from "./values.ts";

/** The value of a claim, by its kind. A new kind is a line here, one in `kinds/all.ts`, and whoever makes such claims. */
export interface Values {
  readonly duration: TimeSaid;
  readonly interval: TimeSaid;
  readonly limit: TimeSaid;
  readonly retries: number;
  readonly order: OrderSaid;
  readonly followers: FollowersSaid;
  readonly "days before": DaysBefore;
  readonly failure: FailureSaid;
  readonly outcome: OutcomeSaid;
  readonly message: MessageSaid;
  /** How a message ends that opens with the subject. */
  readonly ending: MessageSaid;
  readonly "exit status": number;
  /** From when on, or from how much on, something is what the subject says of it: stuck, full. */
  readonly threshold: ThresholdSaid;
  /** Where in a text the subject is to stand. */
  readonly place: PlaceSaid;
  readonly sections: SectionsSaid;
  /** The name of a command's option for what the subject says. */
  readonly option: OptionSaid;
}

export type ClaimKind = keyof Values;

/** A claim of one kind. */
export interface ClaimOf<K extends ClaimKind> {
  readonly kind: K;
  readonly subject: Thing;
  readonly value: Values[K];
  /** Who says so. A definition wins over nobody: both sides are shown. */
  readonly by: "definition" | "prose";
  readonly source: Source;
  /** The date of the entry that it stands in. */
  readonly date: string | undefined;
  /** What its entry says that it replaces: what entries of these dates say, or all that was. */
  readonly replaces?: ReadonlySet<string> | "all";
}

export type Claim = { [K in ClaimKind]: ClaimOf<K> }[ClaimKind];

/** How claims of one kind are held against each other. */
export interface Kind<V> {
  /**
   * What `other` says of the case that `one` speaks of, where both can't be right; undefined where they agree. Holds
   * both ways round, but for a definition that says more than any sentence can: that one is always `other`.
   */
  readonly conflict: (one: V, other: V, subject: Thing, order: OrderOf) => Conflict | undefined;
  /** True where an entry holds until a later one says that it replaces it, and not only until one says something else. */
  readonly lasts?: true;
  /** What in a definition makes such a claim: "the line `Takes`". */
  readonly line: string;
  /** The claim as a sentence without its full stop: "`x` takes 10 minutes". */
  readonly says: (value: V, subject: Thing) => string;
}

export interface Conflict {
  /** The other claim in words, where `says` doesn't give what is meant. */
  readonly says?: string;
  /** Where the other one says it, where that is a part of its place. */
  readonly source?: Source;
}

/** What comes before what, by all that is known. */
export interface OrderOf {
  /** Whether one part comes some time before another; undefined where that takes too long to find out. */
  readonly isBefore: (before: Thing, after: Thing) => boolean | undefined;
  /** A part with all that is over in the same moment: behind a gate stands what the gate needs. */
  readonly atOnce: (part: Thing) => readonly Thing[];
}
