// Alert names and texts of errors: what an incident is looked up by.
import type { Token } from "../tokens.ts";
import { isInlineCommand } from "./plausible.ts";

/** Two humps: `TargetDown`, `etcdNoLeader`, `KubeAPIDown`. Products in one word are none. */
const HUMPS = /^[A-Za-z]+[a-z0-9]+[A-Z][A-Za-z0-9_]*$|^[A-Z]{2,}[a-z]+[A-Z]?[A-Za-z0-9_]*[a-z][A-Za-z0-9_]*$/;
const PRODUCTS: ReadonlySet<string> = new Set(
  (
    "GitHub GitLab GitOps OpenShift OpenStack OpenSearch PostgreSQL MySQL MariaDB MongoDB RabbitMQ CockroachDB DynamoDB " +
    "CloudFront CloudWatch CloudFlare CloudSQL HAProxy PgBouncer JavaScript TypeScript PowerShell PagerDuty VictorOps " +
    "OpsGenie LinkedIn YouTube WordPress ElasticSearch NodeJS DevOps BigQuery InfluxDB ClickHouse TiDB TiKV CoreDNS " +
    "MacOS macOS iOS StatefulSet DaemonSet ReplicaSet ConfigMap ServiceMonitor PodMonitor PrometheusRule MachineConfig " +
    "CrashLoopBackOff ImagePullBackOff ErrImagePull OOMKilled NotReady"
  ).split(" "),
);

/** True for a word that has the shape of an alert's name. */
export function isAlertName(word: string): boolean {
  return word.length <= 120 && HUMPS.test(word) && !PRODUCTS.has(word);
}

/** True for a code span that may be an alert's name where the words around it say "alert". */
function mayBeAlert(token: Token): boolean {
  if (token.type === "word") return isAlertName(token.text);
  return token.type === "code" && /^[A-Za-z][\w:.-]{2,119}$/.test(token.text) && /[A-Z_:-]/.test(token.text);
}

const AROUND = ["alert", "alerts", "alertname", "alarm", "alarms"];
const BETWEEN = [
  ":",
  "(",
  '"',
  "“",
  "the",
  "a",
  "an",
  "named",
  "called",
  "name",
  "is",
  "of",
  "or",
  "and",
  ",",
  "rule",
  "rules",
];

/** The names of alerts among tokens: those that the word "alert" stands next to. */
export function alertsAmong(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, i) => {
    if (!mayBeAlert(token)) return false;
    return isNear(tokens, i, -1) || isNear(tokens, i, 1);
  });
}

function isNear(tokens: readonly Token[], from: number, step: 1 | -1): boolean {
  for (let i = from + step, seen = 0; seen < 8; i += step, seen++) {
    const token = tokens[i];
    if (token === undefined) return false;
    const word = token.text.toLowerCase();
    if (AROUND.includes(word)) return true;
    if (!BETWEEN.includes(word) && !mayBeAlert(token)) return false;
  }
  return false;
}

/** Names in queries and rules: `alertname="X"`, `alert: X`. */
export function alertsInCode(text: string): string[] {
  const found = [...text.matchAll(/\balertname\s*(?:=~?|:)\s*["']?([A-Za-z_]\w{2,119})/g)];
  const rules = [...text.matchAll(/^\s*(?:-\s*)?alert:\s*["']?([A-Za-z_]\w{2,119})["']?\s*$/gm)];
  return [...found, ...rules].map((match) => match[1] ?? "");
}

/** What the quotation marks and code spans of a symptom hold, where it reads like a message and not like a name. */
export function errorTexts(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]{4,300})`/g)].map((m) => m[1] ?? "");
  const quoted = [...text.replace(/`[^`\n]*`/g, " ").matchAll(/[“"]([^”"\n]{4,300})[”"]/g)].map(
    (m) => m[1] ?? "",
  );
  const messages = spans.filter(
    (s) => !isInlineCommand(s) && (/\s|\d{3}/.test(s.trim()) || ERROR_WORD.test(s)),
  );
  return [...messages, ...quoted].map((t) => t.trim());
}

/** Words by which a line of output is known to be a message of something that went wrong. */
export const ERROR_WORD: RegExp =
  /\b(?:\w*error|errors|fail|fails|failed|failing|failures?|fatal|panic|refused|denied|timed? ?out|timeout|unable|cannot|can't|could not|couldn't|not found|no such|exceeded|unavailable|exhausted|deadlock|corrupt\w*|invalid|OOM\w*|killed)\b/i;
