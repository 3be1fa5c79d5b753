// One event as one line, and back: JSON with the CRC-32 of the rest as its last member.
import type { LedgerEvent } from "../policy/types.ts";
import { crc32 } from "./crc32.ts";

/** `,"sum":"01234567"}` */
const SUM = /,"sum":"([0-9a-f]{8})"\}$/;
const SUM_LENGTH = 18;
/** Events as they were written by this version begin so; a line that begins so and has no sum was cut short. */
const START = '{"v":';

/** What a line holds. `cut` is a line that a writer did not get to write to its end; `damaged` is anything else. */
export type ReadLine =
  | { readonly event: LedgerEvent }
  | { readonly problem: "cut" | "damaged"; readonly detail: string };

/** An event as a line, without line breaks. */
export function lineOf(event: LedgerEvent): string {
  const text = JSON.stringify(event);
  return `${text.slice(0, -1)},"sum":"${crc32(text)}"}`;
}

/** Reads a line. The sum proves that it is as it was written, and so that it is an event. */
export function readLine(line: string): ReadLine {
  const sum = SUM.exec(line)?.[1];
  if (sum === undefined) {
    const begun = line.startsWith(START) || START.startsWith(line);
    return begun
      ? { problem: "cut", detail: "it was not written to its end" }
      : { problem: "damaged", detail: "it has no checksum" };
  }
  const text = `${line.slice(0, -SUM_LENGTH)}}`;
  if (crc32(text) !== sum) return { problem: "damaged", detail: "its checksum is wrong" };
  try {
    const event: LedgerEvent = JSON.parse(text);
    if (event !== null && event.v === 1 && typeof event.event === "string") return { event };
    return { problem: "damaged", detail: "it is no event that this version reads" };
  } catch {
    return { problem: "damaged", detail: "it is not JSON" };
  }
}
