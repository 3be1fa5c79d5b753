// What the hook line says behind host and policy: node hook.cjs HOST POLICY [--fail open] [--observe] [--deadline MS]

export interface HookOptions {
  /** What becomes of a call that can't be checked. A person chooses `open`; it is never the default. */
  readonly fail: "closed" | "open";
  /** True where nothing is decided, only written down. */
  readonly observe: boolean;
  /** After how many milliseconds the answer is that it can't be checked. Far below the time-outs of all hosts. */
  readonly deadline: number;
}

export const DEFAULT_OPTIONS: HookOptions = { fail: "closed", observe: false, deadline: 5_000 };

/** Reads the words behind host and policy. What isn't known is refused: it may be a misspelt choice. */
export function hookOptions(words: readonly string[]): HookOptions | { readonly problem: string } {
  let options = DEFAULT_OPTIONS;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === "--observe") options = { ...options, observe: true };
    else if (word === "--fail") {
      const fail = words[++at];
      if (fail !== "closed" && fail !== "open")
        return { problem: `the hook line says --fail ${fail ?? ""}, expected closed or open` };
      options = { ...options, fail };
    } else if (word === "--deadline") {
      const deadline = Number(words[++at]);
      if (!Number.isInteger(deadline) || deadline < 1 || deadline > 60_000)
        return { problem: "the hook line's --deadline is no number of milliseconds up to 60000" };
      options = { ...options, deadline };
    } else return { problem: `the hook line says ${word}, which is none of its options` };
  }
  return options;
}
