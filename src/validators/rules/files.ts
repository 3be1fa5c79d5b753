// Never edit, read or delete `glob`; Ask before editing `glob`; Never write `text` in `file` until *condition*.
import { evaluate } from "../../pattern/condition.ts";
import { beginningFits, isAbove, pathFits } from "../../pattern/paths.ts";
import { any, not, type Truth } from "../../pattern/truth.ts";
import type { Range, RuleOf } from "../../policy/types.ts";
import type { Outcome, Subject } from "../subject.ts";
import { SILENT } from "../subject.ts";
import { code } from "../words.ts";

/** A file that an action touches. `path` is undefined where it can't be known. */
export interface Touch {
  readonly verb: "edit" | "read" | "delete";
  readonly path: string | undefined;
  /** The known beginning of a path that file names take the place of: `build/` of `build/*`. */
  readonly beginning?: string | undefined;
  readonly raw: string;
  readonly range: Range | undefined;
  /** What will stand in it, where that is known. */
  readonly content: string | undefined;
}

const DOING = { edit: "edited", read: "read", delete: "deleted" } as const;

/** Broken by a touch of that kind on a file that fits. Deleting a file that must not be edited breaks that too. */
export function neverTouch(rule: RuleOf<"never-touch">, touch: Touch, subject: Subject): Outcome {
  const meant = touch.verb === rule.verb || (rule.verb === "edit" && touch.verb === "delete");
  return meant ? fitting(rule.globs, touch, subject) : SILENT;
}

/** Broken by editing or deleting a file that fits. */
export function askEditing(rule: RuleOf<"ask-editing">, touch: Touch, subject: Subject): Outcome {
  return touch.verb === "read" ? SILENT : fitting(rule.globs, touch, subject);
}

/** Broken when a text stands in the new content of a file that fits, and what it waits for doesn't hold. */
export function neverWrite(rule: RuleOf<"never-write">, touch: Touch, subject: Subject): Outcome {
  if (touch.verb !== "edit") return SILENT;
  const outcome = fitting(rule.globs, touch, subject);
  if (outcome.broken === false) return SILENT;
  const { content } = touch;
  const written: Truth = content === undefined ? "unknown" : rule.texts.some((t) => content.includes(t));
  const early = rule.notBefore === undefined ? true : not(evaluate(rule.notBefore, subject));
  if (written === false || early === false) return SILENT;
  const sure = written === true && early === true && outcome.broken === true;
  const texts = rule.texts.map(code).join(" or ");
  return {
    ...outcome,
    broken: sure ? true : "unknown",
    message: sure
      ? `${texts} would stand in ${code(touch.raw)}`
      : `whether ${texts} may stand in ${code(touch.raw)} can't be decided`,
  };
}

function fitting(globs: readonly string[], touch: Touch, subject: Subject): Outcome {
  const { path, beginning } = touch;
  const whole = touch.verb === "delete" || path?.endsWith("/") === true;
  const fits = (glob: string, at: string): Truth =>
    whole && isAbove(at, glob, subject) ? true : pathFits(glob, at, subject);
  const broken: Truth = any(
    globs.map((g): Truth => {
      if (path !== undefined) return fits(g, path);
      return beginning === undefined ? "unknown" : beginningFits(g, beginning, subject);
    }),
  );
  if (broken === false) return SILENT;
  const message =
    broken === true
      ? `${code(touch.raw)} would be ${DOING[touch.verb]}`
      : `whether ${code(touch.raw)} is ${globs.map(code).join(" or ")} can't be decided`;
  return { broken, message, range: touch.range };
}
