// bylaw waive: a person lifts a rule that may be lifted, for a reason and for a time.
import { didYouMean } from "../../compiler/messages/near.ts";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { endOf, ledgerOf, needPerson, policyInForce } from "../runs.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

/** The longest waiver: what is to be lifted for longer belongs into the sources. */
const MOST_DAYS = 90;

export const waive: CommandRun = (input, terminal) => {
  needPerson(terminal, "bylaw waive");
  const policy = projectPolicy(textOption(input, "policy") ?? policyInForce(terminal.cwd), terminal);
  if (policy === undefined) return EXIT.unusable;
  const [id = ""] = input.operands;
  const rule = policy.rules.find((r) => r.id === id);
  if (rule === undefined) {
    const near = didYouMean(
      id,
      policy.rules.map((r) => r.id),
    );
    throw new UsageError(`there is no rule ${id}${near === undefined ? "" : `. ${near}`}`);
  }
  if (!rule.unless.some((e) => "operator" in e))
    throw new UsageError(`the rule ${id} can't be waived: its sentence doesn't say “unless the operator …”`);
  const reason = textOption(input, "reason")?.trim() ?? "";
  if (reason === "") throw new UsageError("expected --reason with the reason");
  const ledger = ledgerOf(terminal.cwd);
  const now = ledger.now();
  const end = endOf(textOption(input, "until") ?? "", now);
  if (end === undefined)
    throw new UsageError("expected --until with an end, such as 2h, 3d, a day or an ISO time");
  if (end <= now) throw new UsageError("the end of --until is over");
  if (end - now > MOST_DAYS * 86_400_000)
    throw new UsageError(
      `a waiver lasts ${MOST_DAYS} days at most; what holds for longer belongs into the sources`,
    );
  const run = textOption(input, "run");
  const until = new Date(end).toISOString();
  ledger.appendWaiver({
    event: "waived",
    rule: id,
    reason,
    until,
    ...(run === undefined ? {} : { only: run }),
  });
  terminal.out(
    `waived until ${until.slice(0, 16)}Z${run === undefined ? "" : ` in run ${run}`}: ${rule.sentence}\n`,
  );
  return EXIT.ok;
};
