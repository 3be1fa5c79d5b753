// Reads the notation in which the productions are written.

export type Slot = "F" | "V" | "L" | "T" | "K" | "X" | "G" | "N" | "P" | "R" | "S" | "C" | "E" | "noun";

export type Part =
  | { readonly type: "word"; readonly word: string }
  | { readonly type: "comma" }
  /** `name` is the slot with its digit, such as T2. */
  | { readonly type: "slot"; readonly slot: Slot; readonly name: string }
  | { readonly type: "sequence"; readonly parts: readonly Part[] }
  | { readonly type: "optional"; readonly choices: readonly Part[] }
  | { readonly type: "same"; readonly choices: readonly Part[] }
  | { readonly type: "repeat"; readonly part: Part };

const SLOTS: readonly string[] = ["F", "V", "L", "T", "K", "X", "G", "N", "P", "R", "S", "C", "E", "noun"];

/** Parses a form such as `pass F [V | with every L [noun]] to T`. Throws on a form that is not well written. */
export function parseForm(form: string): Part {
  const items = form.match(/[A-Za-z]+\d?|[[\](){}|,]/g) ?? [];
  let at = 0;
  const choices = (close: string): Part[] => {
    const found = [sequence()];
    while (items[at] === "|") {
      at++;
      found.push(sequence());
    }
    if (items[at] !== close) throw new Error(`form ${form}: expected ${close}`);
    at++;
    return found;
  };
  const sequence = (): Part => {
    const parts: Part[] = [];
    for (let item = items[at]; item !== undefined && !"])}|".includes(item); item = items[at]) {
      at++;
      const slot = item.replace(/\d$/, "");
      if (item === "[") parts.push({ type: "optional", choices: choices("]") });
      else if (item === "(") parts.push({ type: "same", choices: choices(")") });
      else if (item === "{") parts.push({ type: "repeat", part: { type: "sequence", parts: choices("}") } });
      else if (item === ",") parts.push({ type: "comma" });
      else if (isSlot(slot)) parts.push({ type: "slot", slot, name: item });
      else parts.push({ type: "word", word: item });
    }
    return { type: "sequence", parts };
  };
  const whole = sequence();
  if (at !== items.length) throw new Error(`form ${form}: unexpected ${items[at]}`);
  return whole;
}

function isSlot(item: string): item is Slot {
  return SLOTS.includes(item);
}
