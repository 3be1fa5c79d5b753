// Takes secrets out of text before it is written. What is masked by mistake costs a word; what isn't stays on a disk.

const MASK = "***";

/** Names of options, variables and keys whose value is a secret, as they end: `--db-password`, `AWS_SECRET_ACCESS_KEY`. */
const SECRET_NAME =
  "(?:pass(?:wd|word|phrase|code)?|pwd|secrets?|tokens?|api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?key|private[_-]?key|" +
  "credentials?|auth|authorization|bearer|cookie|session[_-]?key|client[_-]?secret|encryption[_-]?key|signing[_-]?key|" +
  "webhook[_-]?url|connection[_-]?string|dsn)";

/** A value in quotes or a bare word. */
const VALUE = String.raw`(?:"[^"\n]{0,4000}"|'[^'\n]{0,4000}'|[^\s"'&|;<>()]{1,4000})`;

/** What is replaced: the whole, but for the part in front that `$1` holds. No nested repetition: time grows with the text. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Keys by their shape.
  [/\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA|ABIA|ACCA)[A-Z0-9]{12,124}\b/g, MASK],
  [/\b(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{16,255}/g, MASK],
  [/\bglpat-[A-Za-z0-9_-]{16,255}/g, MASK],
  [/\bxox[a-z]-[A-Za-z0-9-]{8,255}/g, MASK],
  [/\bxapp-[A-Za-z0-9-]{8,255}/g, MASK],
  [/\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9_/-]{8,255}/g, `hooks.slack.com/${MASK}`],
  [/\bsk[-_](?:[a-z]{2,12}[-_]){0,3}[A-Za-z0-9_-]{16,255}/g, MASK],
  [/\b(?:rk|pk)_(?:live|test)_[A-Za-z0-9]{10,255}/g, MASK],
  [/\bnpm_[A-Za-z0-9]{20,255}/g, MASK],
  [/\bpypi-[A-Za-z0-9_-]{20,255}/g, MASK],
  [/\bdop_v1_[a-f0-9]{20,255}/g, MASK],
  [/\bAIza[A-Za-z0-9_-]{30,64}/g, MASK],
  [/\bhvs\.[A-Za-z0-9_-]{16,255}/g, MASK],
  [/\bya29\.[A-Za-z0-9_-]{16,255}/g, MASK],
  [/\bSG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}/g, MASK],
  [/\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{4,8000}(?:\.[A-Za-z0-9_-]{0,4000})?/g, MASK],
  [
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----)?/g,
    MASK,
  ],
  // Passwords in addresses: scheme://user:password@host, and a token alone in front of the host.
  [/([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@'"]{0,256}:)[^\s/@'"]{1,1024}(?=@)/gi, `$1${MASK}`],
  [/([a-z][a-z0-9+.-]{1,30}:\/\/)[^\s:/@'"]{20,1024}(?=@)/gi, `$1${MASK}`],
  // Headers, with whatever stands behind their colon up to the end of the word in quotes.
  [
    /((?:authorization|proxy-authorization|x-[a-z-]{0,30}(?:token|key|secret)|private-token|cookie|set-cookie|api-key)\s{0,4}:\s{0,4})[^'"\n]{1,4000}/gi,
    `$1${MASK}`,
  ],
  [/\b((?:bearer|basic)\s{1,4})[A-Za-z0-9+/=._~-]{8,4000}/gi, `$1${MASK}`],
  // curl -u user:password, also in one word with the option.
  [/(\s(?:-u|--user|--proxy-user|-U)[\s=]{0,4}['"]?[^\s:'"]{1,256}:)[^\s'"]{1,1024}/g, `$1${MASK}`],
  // sshpass -p secret, mysql -psecret.
  [/(\bsshpass\s{1,4}-p\s{0,4})(?:"[^"\n]{0,1024}"|'[^'\n]{0,1024}'|\S{1,1024})/g, `$1${MASK}`],
  [/(\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n;|&]{0,1000}?\s-p)[^\s'"-][^\s'"]{0,255}/g, `$1${MASK}`],
  // Options, variables, and keys of JSON, forms and query strings by their names.
  [
    new RegExp(
      String.raw`(--?[A-Za-z0-9_.-]{0,60}?${SECRET_NAME}(?:_?\d{1,3})?(?:=|\s{1,4}))(?!-)${VALUE}`,
      "gi",
    ),
    `$1${MASK}`,
  ],
  [
    new RegExp(
      String.raw`((?:^|[^A-Za-z0-9_-])["']?[A-Za-z0-9_.-]{0,60}?${SECRET_NAME}(?:_?\d{1,3})?["']?\s{0,2}[=:]\s{0,2})(?!\*\*\*)${VALUE}`,
      "gim",
    ),
    `$1${MASK}`,
  ],
];

/** The longest text that is looked through, in UTF-16 units. */
const MOST = 64_000;

/** The text with secrets in place of which `***` stands. What is longer than 64,000 characters is cut there. */
export function mask(text: string): string {
  let masked = text.length > MOST ? text.slice(0, MOST) : text;
  for (const [pattern, by] of PATTERNS) masked = masked.replace(pattern, by);
  return masked;
}
