// The policy that a server answers with: loaded anew when its files change, kept where the new one can't be used.
import type { Policy } from "../../policy/types.ts";
import type { PolicyState } from "./service.ts";

/** A policy with the text that it was loaded from, or why there is none. */
export type Loaded = { readonly policy: Policy; readonly text: string } | { readonly problem: string };

/** How a policy is found: what tells one state of its files from another, and loading it. */
export interface PolicySource {
  readonly stamp: () => string;
  readonly load: () => Loaded;
}

export class PolicyHolder {
  readonly #source: PolicySource;
  readonly #onRefusal: (problem: string) => void;
  #stamp: string | undefined;
  #good: { readonly policy: Policy; readonly text: string } | undefined;
  #problem: string | undefined;
  #loads = 0;
  #refusals = 0;

  /** `onRefusal` is told each time that a policy is refused. */
  constructor(source: PolicySource, onRefusal: (problem: string) => void) {
    this.#source = source;
    this.#onRefusal = onRefusal;
  }

  /** The policy in force now; undefined where there has been none that could be used. */
  current(): Policy | undefined {
    // The stamp is taken first: what changes while it is read is seen by the next call.
    const stamp = this.#source.stamp();
    if (stamp === this.#stamp) return this.#good?.policy;
    this.#stamp = stamp;
    const loaded = this.#source.load();
    if ("problem" in loaded) {
      this.#refusals++;
      this.#problem = loaded.problem;
      this.#onRefusal(loaded.problem);
    } else {
      if (loaded.text !== this.#good?.text) {
        this.#good = loaded;
        this.#loads++;
      }
      this.#problem = undefined;
    }
    return this.#good?.policy;
  }

  state(): PolicyState {
    const policy = this.current();
    return {
      revision: policy?.revision,
      text: this.#good?.text,
      problem: this.#problem,
      loads: this.#loads,
      refusals: this.#refusals,
    };
  }
}
