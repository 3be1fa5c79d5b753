// Whether a line reads like a command or like what a command prints.

/** Programs that runbooks name most. Only where nothing else tells commands from text: a fence without a language. */
const COMMON: ReadonlySet<string> = new Set(
  (
    "amtool ansible ansible-playbook apt apt-get argocd aws az bash brew bundle calicoctl cat cd ceph chef-client " +
    "chmod chown cilium consul cp cqlsh crictl ctr curl date df dig dmesg docker docker-compose du echo eksctl env " +
    "etcdctl export find flux free gcloud git gitlab-ctl gitlab-rake grep gsutil head helm host hostname id iostat ip " +
    "iptables istioctl jq journalctl kafka-topics kill knife kops kubeadm kubectl less linkerd ls lsblk lsof make mkdir " +
    "mongo mongosh mount mv mysql mysqldump nc netstat nodetool nomad npm ns nslookup oc openssl patronictl pg_dump ping " +
    "podman promtool ps psql python python3 rabbitmqctl rails rbd redis-cli rm rsync sar scp sed service sh ss ssh " +
    "strace su sudo supervisorctl systemctl tail tar tcpdump telnet terraform tmux top touch traceroute tsh umount " +
    "uptime vault velero vmstat watch wget xargs yarn yum zpool"
  ).split(" "),
);

/** What only commands have: an option, a pipe or list, a placeholder, a variable, a path as an argument. */
const SHELL_LIKE =
  /(?:^|\s)(?:--?[A-Za-z][\w-]*|\||&&|\$\(|\$\{?[A-Za-z_]\w*|<[A-Za-z][\w .:/-]*>|~?\/[\w./-]+)/;

const PROGRAM = /^(?:\.{0,2}\/|~\/)?[a-z_][\w.+-]*(?:\/[\w.+-]+)*$/;

/** True for a line that may well be a command, without knowing more of it. */
export function looksLikeCommand(line: string): boolean {
  const words = line
    .trim()
    .replace(/^(?:sudo|time|exec)\s+(?!-)/, "")
    .replace(/^(?:[A-Za-z_]\w*=\S*\s+)+/, "")
    .split(/\s+/, 2);
  const [program = "", next] = words;
  if (!PROGRAM.test(program)) return false;
  const name = program.slice(program.lastIndexOf("/") + 1);
  if (COMMON.has(name) || /(?:ctl|-cli|adm|\.sh|\.py|\.rb|\.pl)$/.test(name))
    return next !== undefined || program.length > 1;
  return next !== undefined && SHELL_LIKE.test(line.slice(line.indexOf(program) + program.length));
}

/** True for a code span that is a command and not only a name: several words, the first of them a program. */
export function isInlineCommand(text: string): boolean {
  return /\s/.test(text.trim()) && !text.includes("\n") && looksLikeCommand(text);
}

/** True for a line that no command begins with: a table's head, a log line, JSON, a label with its value. */
export function looksLikeOutput(line: string): boolean {
  const text = line.trim();
  const first = text.split(/\s/, 1)[0] ?? "";
  if (/^[A-Z][A-Z0-9_()-]*$/.test(first) && /\S {2,}[A-Z]/.test(text)) return true;
  if (/^[\w./"'-]+:$/.test(first) && first !== ":") return true;
  if (/^(?:[\d+*|}\],]|--|==|\[?"|\{$|\{[\s"]*"|<[/?!]?[A-Za-z]+[^>\s]*>\s*$|\.\.\.$|…)/.test(text))
    return !/^\d+>/.test(text);
  if (/^\w+="?[^"\s]*"?\s+\w+="/.test(text)) return true;
  if (/^[A-Z][a-z]+:?(?:\s|$)/.test(text)) return true;
  return /^[a-zA-Z_]\w*=\S+\s+\d/.test(text);
}

/** True for the first line of a query to a database of metrics or logs, which people put into fences of a shell. */
export function looksLikeQuery(line: string): boolean {
  return /^(?:[a-z_:][\w:]*\s*(?:\{|\((?!\)))|(?:sum|max|min|avg|count|topk|bottomk|quantile|stddev)\s+(?:by|without)\b|\([a-z_:]\w*\s*[-+*/]\s|[a-z]+(?:_[a-z0-9]+){2,}\s*(?:$|[<>=!]=?\s*\d))/.test(
    line.trim(),
  );
}
