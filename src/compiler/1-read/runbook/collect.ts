// Collects the alerts and errors of a runbook, each once, where it stands first.
import type { Runbook, Source } from "../../../policy/types.ts";
import type { Token } from "../tokens.ts";
import { alertsAmong, errorTexts } from "./names.ts";

/** Most alerts and most errors that a runbook keeps. */
const MOST = 200;
const SHORTEST_ERROR = 4;
const LONGEST_ERROR = 300;

export class IncidentNames {
  readonly #alerts = new Map<string, Runbook["alerts"][number]>();
  readonly #errors = new Map<string, Runbook["errors"][number]>();

  /** Takes an alert's name. Whatever can't be one is passed over. */
  alert(name: string, source: Source): void {
    if (this.#alerts.has(name) || this.#alerts.size >= MOST || !/^[A-Za-z][\w:.-]{2,119}$/.test(name)) return;
    this.#alerts.set(name, { name, source });
  }

  /** Takes the names that the word "alert" stands next to. */
  alertsIn(tokens: readonly Token[]): void {
    for (const { text, source } of alertsAmong(tokens)) this.alert(text, source);
  }

  /** Takes the text of an error. */
  error(text: string, source: Source): void {
    const plain = text.replace(/\s+/g, " ").trim().slice(0, LONGEST_ERROR);
    if (plain.length < SHORTEST_ERROR || this.#errors.size >= MOST || this.#errors.has(plain)) return;
    this.#errors.set(plain, { text: plain, source });
  }

  /** Takes what a text quotes. */
  errorsIn(text: string, source: Source): void {
    for (const error of errorTexts(text)) this.error(error, source);
  }

  all(): Pick<Runbook, "alerts" | "errors"> {
    return {
      alerts: [...this.#alerts.values()],
      errors: [...this.#errors.values()].filter((e) => !this.#alerts.has(e.text)),
    };
  }
}
