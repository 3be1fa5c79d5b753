// What widely used tools are known to only look: nothing that they are asked to do here changes anything. Taken from
// their manual pages; what isn't listed is not known.

/** Programs that only look, with the options that make them do more. */
const PROGRAMS: Readonly<Record<string, RegExp | undefined>> = {
  journalctl: /^--(?:vacuum|rotate|flush|sync|relinquish|setup-keys|update-catalog)/,
  find: /^-(?:delete|fprint|fls)/,
  sort: /^(?:-[A-Za-z]*o|--output)/,
  date: /^(?:-[A-Za-z]*s|--set)/,
  dmesg: /^(?:-[A-Za-z]*[cCDEn]|--(?:clear|read-clear|console))/,
  tree: /^-o/,
  ...Object.fromEntries(
    (
      "basename cat cd cmp column cut df diff dig dirname du echo egrep env false fgrep file free grep head hexdump host " +
      "id iostat jq less ls lsblk lsof md5sum more mpstat netstat nl nslookup od pidof pidstat ping printenv printf ps pwd " +
      "readlink realpath seq sha256sum sleep ss stat strings tac tail test top tr traceroute true uname uniq uptime vmstat wc " +
      "which whoami zcat zgrep ["
    )
      .split(" ")
      .map((name) => [name, undefined]),
  ),
};

/** Subcommands that only look, as the words behind the program. */
const SUBCOMMANDS: Readonly<Record<string, string>> = {
  ceph: "df,health,osd df,osd tree,pg stat,status",
  cilium: "endpoint list,status,version",
  consul: "members,monitor,operator raft list-peers",
  crictl: "images,info,inspect,logs,pods,ps,stats,version",
  docker:
    "container ls,diff,history,image ls,images,info,inspect,logs,network ls,port,ps,stats,top,version,volume ls",
  etcdctl: "alarm list,endpoint health,endpoint status,get,member list,version",
  git: "blame,describe,diff,log,ls-files,rev-parse,shortlog,show,status",
  helm: "get,history,list,ls,search,show,status,template,version",
  istioctl: "analyze,proxy-config,proxy-status,version",
  kubectl:
    "api-resources,api-versions,auth can-i,cluster-info,config get-contexts,config view,describe,events,explain,get,logs," +
    "rollout history,rollout status,top,version",
  nodetool: "describecluster,info,netstats,status,tpstats",
  nomad: "job status,node status,operator raft list-peers,status",
  promtool: "check,query",
  rabbitmqctl: "cluster_status,list_connections,list_consumers,list_queues,status",
  systemctl: "cat,is-active,is-enabled,is-failed,list-dependencies,list-timers,list-units,show,status",
  terraform: "graph,output,providers,show,validate,version",
  vault: "operator raft list-peers,status",
};

/** Programs that take the subcommands of another one. */
const SAME_AS: Readonly<Record<string, string>> = { oc: "kubectl", podman: "docker", nerdctl: "docker" };

/** First words behind a program that has subcommands which are known to change something. */
const CHANGING: ReadonlySet<string> = new Set(
  (
    "annotate apply commit cordon create delete destroy disable drain edit enable expand install kill label mask merge patch " +
    "pause prune push reload remove replace reset restart rm rmi rollback scale set start stop taint uncordon uninstall " +
    "unmask upgrade"
  ).split(" "),
);

/** Whether words behind a program only look (true), change something (false), or nobody knows. */
export function onlyLooks(
  program: string,
  operands: readonly (string | undefined)[],
  options: readonly string[],
): boolean | undefined {
  if (Object.hasOwn(PROGRAMS, program)) return !options.some((o) => PROGRAMS[program]?.test(o));
  const name = Object.hasOwn(SAME_AS, program) ? (SAME_AS[program] ?? program) : program;
  if (!Object.hasOwn(SUBCOMMANDS, name)) return undefined;
  const known = (SUBCOMMANDS[name] ?? "").split(",");
  if (namesOne(known, operands)) return true;
  const [first = "", second = ""] = operands.map((o) => o ?? "");
  return CHANGING.has(first) || (first === "rollout" && CHANGING.has(second)) ? false : undefined;
}

/** Whether operands begin with one of several subcommands. */
export function namesOne(subcommands: readonly string[], operands: readonly (string | undefined)[]): boolean {
  return subcommands.some((words) =>
    words === "" ? true : words.split(" ").every((word, i) => operands[i] === word),
  );
}
