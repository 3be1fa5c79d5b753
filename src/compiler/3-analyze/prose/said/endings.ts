// One message without a name that ends in two ways: "no results yet, look again later" and "… in 5–10 minutes".
import type { Claim } from "../claim.ts";
import { formSet } from "../text/form-set.ts";
import { matches } from "../text/match.ts";
import { claim, type Extractor } from "./reading.ts";

const FORMS = formSet<true>([["@say … [, | :] Q", true]]);

/** The words with which a message says when to look again. */
const AGAIN =
  /[,;.–—-]\s*((?:please )?(?:check|look|try|come|ask|run)\b[^,;.]{0,20}\b(?:again|back)\b[^"“”]{0,60})$/i;
/** Of fewer words the opening says too little to be one message. */
const FEWEST_WORDS = 3;

/** The subject is the opening of the message, the value what it says of when to look again. */
export const endings: Extractor = (sentence, reading) =>
  matches(sentence, FORMS, reading.effort).flatMap(({ quote }): Claim[] => {
    const text = quote?.text.slice(0, 400) ?? "";
    const ending = AGAIN.exec(text);
    const head = text.slice(0, ending?.index ?? 0).trim();
    if (quote === undefined || ending === null || head.split(/\s+/).length < FEWEST_WORDS) return [];
    const key = `message ${reading.file} ${head.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    const subject = { ...reading.things.find(head, reading.file, quote.source), key, name: head };
    return [claim("ending", subject, { text: (ending[1] ?? "").trim() }, quote.source, reading)];
  });
