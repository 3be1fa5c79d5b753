// How a check of the guard says what it found.

/** Reports a place of the source that is being inspected. */
export type Report = (start: number, end: number, message: string) => void;

/** The start of every message about a place that the parser reads otherwise than bash does. */
export const MISREAD = "may be read otherwise than it seems: ";
