// What doctor finds: each thing that was looked at, and what to do where it is wrong.

export interface Check {
  /** `note` is something that can't be looked at from here, or that works but may surprise. */
  readonly state: "ok" | "note" | "wrong";
  readonly text: string;
  /** What to do. */
  readonly todo?: string;
}

export function ok(text: string): Check {
  return { state: "ok", text };
}

export function note(text: string, todo?: string): Check {
  return { state: "note", text, ...(todo === undefined ? {} : { todo }) };
}

export function wrong(text: string, todo: string): Check {
  return { state: "wrong", text, todo };
}
