// What was done before in the run, held against patterns.
import { argumentsMatch, asksForHelp, programMatches } from "../pattern/match.ts";
import { all, any, type Truth } from "../pattern/truth.ts";
import type { Past } from "../policy/history.ts";
import type { CommandPattern } from "../policy/types.ts";
import type { Invocation } from "../shell/types.ts";
import type { PolicyIndex } from "./policy-index.ts";

/** One program or tool call of the past. */
export interface PastPart {
  readonly invocation: Invocation | undefined;
  /** Whether it is what one of the patterns describes. */
  readonly fits: (patterns: readonly CommandPattern[]) => Truth;
  readonly ran: Truth;
  readonly succeeded: Truth;
}

/** The programs and tool calls of something that was done before, in order. */
export function partsOf(past: Past, policy: PolicyIndex): PastPart[] {
  const { outcome } = past;
  const ended = outcome === "succeeded" || outcome === "failed" || outcome === "unknown";
  return past.does.flatMap((done): PastPart[] => {
    if (done.kind === "tool") {
      const name = policy.toolName(done.tool);
      const fits = (patterns: readonly CommandPattern[]): Truth =>
        any(patterns.map((p) => toolFits(p, name)));
      const ran: Truth = ended || outcome === "started" ? true : "unknown";
      return [{ invocation: undefined, fits, ran, succeeded: successOf(outcome) }];
    }
    if (done.kind !== "command") return [];
    const alone = done.alone === true;
    return done.ran.map((ran): PastPart => {
      const sure =
        ran.unsure !== true &&
        ((alone && done.ran.length === 1) || (outcome === "succeeded" && ran.proven === true));
      const succeeded =
        ran.proven === true && outcome === "succeeded"
          ? true
          : alone && outcome === "failed"
            ? false
            : "unknown";
      const invocation = policy.past(ran);
      return {
        invocation,
        fits: (patterns) => any(patterns.map((p) => ranFits(p, invocation, policy))),
        ran: sure && (ended || outcome === "started") ? true : "unknown",
        succeeded: ran.unsure === true ? "unknown" : succeeded,
      };
    });
  });
}

/** Whether more ran in it than is known. */
export function holdsMore({ does }: Past): boolean {
  return does.some((d) => d.kind === "command" && d.more === true);
}

function ranFits(pattern: CommandPattern, invocation: Invocation | undefined, policy: PolicyIndex): Truth {
  if (invocation === undefined) return "unknown";
  if (asksForHelp(pattern, invocation.args)) return false;
  const { tool, args } = policy.read(invocation);
  const name = programMatches(pattern.program, tool);
  return name === false ? false : all([name, argumentsMatch(pattern, args)]);
}

function toolFits({ program, operands, options }: CommandPattern, name: string): Truth {
  const fits = programMatches(program, name);
  return operands.length + options.length === 0 ? fits : all([fits, "unknown"]);
}

function successOf(outcome: Past["outcome"]): Truth {
  return outcome === "succeeded" ? true : outcome === "failed" ? false : "unknown";
}
