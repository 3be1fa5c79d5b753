// Guidance as the policy keeps it.
import type { Guidance } from "../../policy/types.ts";
import type { GuidanceItem } from "../1-read/document.ts";

/** A guidance item without what it doesn't have. */
export function guidanceOf(item: GuidanceItem): Guidance {
  const { labels, entry } = item;
  return {
    ...(labels.id === undefined ? {} : { id: labels.id.text }),
    text: item.text,
    details: [...item.details],
    ...(labels.because === undefined ? {} : { because: labels.because }),
    ...(labels.until === undefined ? {} : { until: labels.until }),
    ...(entry === undefined ? {} : { date: entry.date, entry: entry.title }),
    source: item.source,
  };
}
