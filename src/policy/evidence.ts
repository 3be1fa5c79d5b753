// What all readers of evidence ask of it.

/** What a column's name is compared by: case and blanks don't count. */
export function columnKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}
