// Takes secrets out of text before it is written. What is masked by mistake costs a word; what isn't stays on a disk.

const MASK = "***";

/** Names of options, variables and keys whose value is a secret, as they end: `--db-password`, `AWS_SECRET_ACCESS_KEY`. */
const SECRET_NAME =
  "(?:pass(?:wd|word|phrase|code)?|pwd|secrets?|tokens?|api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?key|private[_-]?key|" +
  "credentials?|auth|authorization|bearer|cookie|session[_-]?key|client[_-]?secret|encryption[_-]?key|signing[_-]?key|" +
  "webhook[_-]?url|connection[_-]?string|dsn)";

/** A value in quotes or a bare word. */
const VALUE = String.raw`(?:"[^"\n]{0,4000}"|'[^'\n]{0,4000}'|[^\s"'&|;<>()]{1,4000})`;

const AWS = ["akia", "asia", "agpa", "aida", "aroa", "anpa", "abia", "acca"];
/** What every name of a secret holds, and `url` and `string` alone would be too common to look for. */
const NAMES = "pass pwd secret token key credential auth bearer cookie webhook connection dsn".split(" ");

type Replacement = readonly [pattern: RegExp, by: string];

/**
 * What is replaced: the whole, but for the part in front that `$1` holds. No nested repetition: time grows with the text.
 * A text that holds none of the cues, in small letters, holds nothing of the kind; most texts hold none at all, and
 * making all patterns takes longer than all else that is done to write an event.
 */
export const KINDS: readonly (readonly [cues: readonly string[], replacement: () => Replacement])[] = [
  // Keys by their shape.
  [AWS, () => [/\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA|ABIA|ACCA)[A-Z0-9]{12,124}\b/g, MASK]],
  [
    ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
    () => [/\b(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{16,255}/g, MASK],
  ],
  [["glpat-"], () => [/\bglpat-[A-Za-z0-9_-]{16,255}/g, MASK]],
  [["xox"], () => [/\bxox[a-z]-[A-Za-z0-9-]{8,255}/g, MASK]],
  [["xapp-"], () => [/\bxapp-[A-Za-z0-9-]{8,255}/g, MASK]],
  [
    ["hooks.slack.com"],
    () => [
      /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9_/-]{8,255}/g,
      `hooks.slack.com/${MASK}`,
    ],
  ],
  [["sk-", "sk_"], () => [/\bsk[-_](?:[a-z]{2,12}[-_]){0,3}[A-Za-z0-9_-]{16,255}/g, MASK]],
  [["rk_", "pk_"], () => [/\b(?:rk|pk)_(?:live|test)_[A-Za-z0-9]{10,255}/g, MASK]],
  [["npm_"], () => [/\bnpm_[A-Za-z0-9]{20,255}/g, MASK]],
  [["pypi-"], () => [/\bpypi-[A-Za-z0-9_-]{20,255}/g, MASK]],
  [["dop_v1_"], () => [/\bdop_v1_[a-f0-9]{20,255}/g, MASK]],
  [["aiza"], () => [/\bAIza[A-Za-z0-9_-]{30,64}/g, MASK]],
  [["hvs."], () => [/\bhvs\.[A-Za-z0-9_-]{16,255}/g, MASK]],
  [["ya29."], () => [/\bya29\.[A-Za-z0-9_-]{16,255}/g, MASK]],
  [["sg."], () => [/\bSG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}/g, MASK]],
  [["eyj"], () => [/\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{4,8000}(?:\.[A-Za-z0-9_-]{0,4000})?/g, MASK]],
  [
    ["-----begin"],
    () => [
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----)?/g,
      MASK,
    ],
  ],
  // Passwords in addresses: scheme://user:password@host, and a token alone in front of the host.
  [["://"], () => [/([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@'"]{0,256}:)[^\s/@'"]{1,1024}(?=@)/gi, `$1${MASK}`]],
  [["://"], () => [/([a-z][a-z0-9+.-]{1,30}:\/\/)[^\s:/@'"]{20,1024}(?=@)/gi, `$1${MASK}`]],
  // Headers, with whatever stands behind their colon up to the end of the word in quotes.
  [
    ["authorization", "token", "key", "secret", "cookie"],
    () => [
      /((?:authorization|proxy-authorization|x-[a-z-]{0,30}(?:token|key|secret)|private-token|cookie|set-cookie|api-key)\s{0,4}:\s{0,4})[^'"\n]{1,4000}/gi,
      `$1${MASK}`,
    ],
  ],
  [["bearer", "basic"], () => [/\b((?:bearer|basic)\s{1,4})[A-Za-z0-9+/=._~-]{8,4000}/gi, `$1${MASK}`]],
  // curl -u user:password, also in one word with the option.
  [
    ["-u", "--proxy-user"],
    () => [/(\s(?:-u|--user|--proxy-user|-U)[\s=]{0,4}['"]?[^\s:'"]{1,256}:)[^\s'"]{1,1024}/g, `$1${MASK}`],
  ],
  // sshpass -p secret, mysql -psecret.
  [
    ["sshpass"],
    () => [/(\bsshpass\s{1,4}-p\s{0,4})(?:"[^"\n]{0,1024}"|'[^'\n]{0,1024}'|\S{1,1024})/g, `$1${MASK}`],
  ],
  [
    ["mysql", "mariadb"],
    () => [
      /(\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n;|&]{0,1000}?\s-p)[^\s'"-][^\s'"]{0,255}/g,
      `$1${MASK}`,
    ],
  ],
  // Options, variables, and keys of JSON, forms and query strings by their names.
  [
    NAMES,
    () => [
      new RegExp(
        String.raw`(--?[A-Za-z0-9_.-]{0,60}?${SECRET_NAME}(?:_?\d{1,3})?(?:=|\s{1,4}))(?!-)${VALUE}`,
        "gi",
      ),
      `$1${MASK}`,
    ],
  ],
  [
    NAMES,
    () => [
      new RegExp(
        String.raw`((?:^|[^A-Za-z0-9_-])["']?[A-Za-z0-9_.-]{0,60}?${SECRET_NAME}(?:_?\d{1,3})?["']?\s{0,2}[=:]\s{0,2})(?!\*\*\*)${VALUE}`,
        "gim",
      ),
      `$1${MASK}`,
    ],
  ],
];

/** The longest text that is looked through, in UTF-16 units. */
const MOST = 64_000;

/** The text with secrets in place of which `***` stands. What is longer than 64,000 characters is cut there. */
export function mask(text: string): string {
  let masked = text.length > MOST ? text.slice(0, MOST) : text;
  const small = masked.toLowerCase();
  for (const [cues, replacement] of KINDS)
    if (cues.some((cue) => small.includes(cue))) masked = masked.replace(...replacement());
  return masked;
}
