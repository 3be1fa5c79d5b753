// Counters of the HTTP server in Prometheus' text format.
import type { PolicyState } from "../service/service.ts";

/** Upper bounds of the histogram of durations, in seconds. */
const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5] as const;

export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #decisions = new Map<string, number>();
  readonly #buckets: number[] = BUCKETS.map(() => 0);
  #count = 0;
  #seconds = 0;

  /** One answered request: a known endpoint, its HTTP status and how long it took. */
  answered(endpoint: string, status: number, seconds: number): void {
    add(this.#requests, `endpoint="${endpoint}",status="${status}"`);
    this.#count++;
    this.#seconds += seconds;
    for (const [i, bound] of BUCKETS.entries())
      if (seconds <= bound) this.#buckets[i] = (this.#buckets[i] ?? 0) + 1;
  }

  /** One verdict. */
  decided(decision: string): void {
    add(this.#decisions, `decision="${decision}"`);
  }

  /** Everything as text, with the state of the policy. */
  text({ revision, problem, loads, refusals }: PolicyState, running: number): string {
    const lines = [
      ...family("bylaw_http_requests_total", "counter", "Requests answered.", this.#requests),
      ...family("bylaw_verdicts_total", "counter", "Verdicts given.", this.#decisions),
      ...head("bylaw_http_request_seconds", "histogram", "Time from a request's head to its answer."),
      ...BUCKETS.map((bound, i) => `bylaw_http_request_seconds_bucket{le="${bound}"} ${this.#buckets[i]}`),
      `bylaw_http_request_seconds_bucket{le="+Inf"} ${this.#count}`,
      `bylaw_http_request_seconds_sum ${this.#seconds.toFixed(6)}`,
      `bylaw_http_request_seconds_count ${this.#count}`,
      ...gauge("bylaw_http_requests_running", "gauge", "Requests that are being answered.", running),
      ...gauge("bylaw_policy_loads_total", "counter", "Policies taken over.", loads),
      ...gauge("bylaw_policy_refusals_total", "counter", "Policies that could not be used.", refusals),
      ...gauge(
        "bylaw_policy_stale",
        "gauge",
        "1 where a newer policy could not be used.",
        problem === undefined ? 0 : 1,
      ),
      ...head("bylaw_policy_info", "gauge", "The revision in force."),
      `bylaw_policy_info{revision="${revision ?? ""}"} 1`,
    ];
    return `${lines.join("\n")}\n`;
  }
}

function add(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
}

function family(name: string, type: string, help: string, counts: ReadonlyMap<string, number>): string[] {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...head(name, type, help), ...sorted.map(([labels, n]) => `${name}{${labels}} ${n}`)];
}

function gauge(name: string, type: string, help: string, value: number): string[] {
  return [...head(name, type, help), `${name} ${value}`];
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
