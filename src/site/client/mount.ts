// What the checker's script offers to the script of every page.

/** Puts the checker into a box. With a state it has the one panel that the state is for; without, tabs, and the hash is its state. */
export type Mount = (box: HTMLElement, state: string | undefined) => void;

/** What the script of tools offers. */
export interface Tools {
  readonly openSearch: () => void;
  readonly ruleFilter: (box: HTMLElement) => Promise<void>;
  readonly runbooks: () => void;
}
