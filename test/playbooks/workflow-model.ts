// What the workflow that the promote gate was read from does, written down once more as a program: for comparison only.

/** What set a run off, and what the outside world would answer to its questions. */
export interface World {
  readonly trigger:
    | "workflow_dispatch"
    | "E2E Staging SaaS (full lifecycle)"
    | "publish-workspace-server-image";
  /** The branch and the conclusion of the upstream run. */
  readonly branch: string;
  readonly upstream: string;
  /** What an operator typed. */
  readonly sha: string;
  /** The list of E2E runs for the commit; undefined where the question failed. */
  readonly runs: readonly { readonly status: string; readonly conclusion: string }[] | undefined;
  readonly platform: boolean;
  readonly tenant: boolean;
  /** The label of the tag's image: that of the commit, another one, none; undefined where the registry failed. */
  readonly label: "same" | "another" | "" | undefined;
  /** GitHub's word for where the commit stands; undefined where the question failed. */
  readonly compare: string | undefined;
}

/** Nothing started; stopped in red; stopped in green; both tags set. */
export type Ending = "skip" | "abort" | "defer" | "retag";

/** The step that looks at E2E: go on, stop in green, or stop in red. */
export function e2eStep({ trigger, runs }: World): "proceed" | "defer" | "abort" {
  if (trigger === "workflow_dispatch") return "proceed";
  if (trigger === "E2E Staging SaaS (full lifecycle)") return "proceed";
  // A question that fails is answered like an empty list.
  const [run] = runs ?? [];
  const found = run === undefined ? "none/none" : `${run.status}/${run.conclusion}`;
  if (found === "completed/success") return "proceed";
  if (found === "completed/failure" || found === "completed/timed_out") return "abort";
  if (found === "completed/cancelled") return "defer";
  if (/^(in_progress|queued|requested|waiting|pending)\//.test(found)) return "defer";
  return found === "none/none" ? "proceed" : "abort";
}

/** The step that looks for both images. */
export function imageStep({ platform, tenant }: World): "proceed" | "abort" {
  return platform && tenant ? "proceed" : "abort";
}

/** The step that looks where the tag stands. A start by hand skips it. */
export function ancestryStep({ trigger, label, compare }: World): "proceed" | "abort" {
  if (trigger === "workflow_dispatch") return "proceed";
  // A registry that fails looks like an image without a label, and that one passes with a warning.
  if (label === undefined || label === "" || label === "same") return "proceed";
  return compare === "ahead" || compare === "identical" ? "proceed" : "abort";
}

/** The workflow from its filter to the tags. */
export function ending(world: World): Ending {
  const byHand = world.trigger === "workflow_dispatch";
  if (!byHand && (world.branch !== "main" || world.upstream !== "success")) return "skip";
  const e2e = e2eStep(world);
  if (e2e !== "proceed") return e2e;
  // Without a commit there is no tag of that name.
  const images = byHand && world.sha === "" ? "abort" : imageStep(world);
  if (images === "abort" || ancestryStep(world) === "abort") return "abort";
  return "retag";
}
