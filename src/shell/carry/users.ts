// Carriers whose words a table alone can't tell apart: kubectl, runuser.
import { command } from "../carriers/entry.ts";
import type { Carrier } from "../types.ts";
import { readCarrier } from "./options.ts";
import type { Handler } from "./shared.ts";
import { carryCommand, carryText } from "./shared.ts";
import { valueText } from "./values.ts";

const KUBECTL: Carrier = command(
  "kubectl exec",
  "-i -t -q --stdin --tty --quiet --insecure-skip-tls-verify",
  "-n -c -f -s --namespace --container --context --kubeconfig --cluster --user --server --token --as --as-group --filename --pod-running-timeout --request-timeout --v",
  ["skip"],
);

/** The handler for kubectl and oc: the words behind `--`, or behind the pod. */
export const handleKubectl: Handler = (walker, job, state, frame) => {
  const verb = job.args.findIndex((field) => /^(?:exec|run|debug|rsh)$/.test(field.word.text ?? ""));
  if (verb < 0) return undefined;
  const marker = job.args.findIndex((field) => field.word.text === "--");
  const conditions = { losesStatus: false };
  if (marker > verb) {
    carryCommand(walker, job, job.args.slice(marker + 1), state, frame, conditions);
    return undefined;
  }
  const name = `kubectl ${job.args[verb]?.word.text ?? "exec"}`;
  if (name === "kubectl run") return undefined;
  for (const reading of readCarrier({ ...KUBECTL, name }, job.args)) {
    const words = job.args.slice(reading.start);
    carryCommand(walker, job, words, state, frame, { ...conditions, certain: reading.certain });
  }
  return undefined;
};

const RUNUSER_FLAGS = "- -l -m -p -P -f --login --preserve-environment --pty --fast";
const RUNUSER_VALUED = "-g -G -s -u -w --group --supp-group --shell --user --whitelist-environment";

/** The handler for runuser: `-u USER PROGRAM`, or as su. */
export const handleRunuser: Handler = (walker, job, state, frame) => {
  const program = job.args.some((field) => /^(?:-u|--user(?:=.*)?)$/.test(field.word.text ?? ""));
  const carrier: Carrier = {
    ...command("runuser", RUNUSER_FLAGS, RUNUSER_VALUED, program ? [] : ["skip"]),
    script: ["-c", "--command", "--session-command"],
  };
  for (const reading of readCarrier(carrier, job.args)) {
    const { certain } = reading;
    for (const script of reading.scripts)
      carryText(walker, job, valueText(script), state, frame, { certain });
    if (reading.scripts.length > 0) continue;
    carryCommand(walker, job, job.args.slice(reading.start), state, frame, { certain });
  }
  return undefined;
};
