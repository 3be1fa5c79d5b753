// Members of a list that another member covers. Can't see members of different lists that mean the same.
import { memberFor } from "../../pattern/compare.ts";
import { coveredMember } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports members of lists of prefixes or globs that another member matches. */
export const members: Analysis = ({ policy }) =>
  policy.lists
    .filter((list) => list.matching !== "exact")
    .flatMap((list) =>
      list.members.flatMap((member) => {
        const others = { ...list, members: list.members.filter((m) => m !== member) };
        const other = memberFor(member.value, others);
        if (other === undefined) return [];
        const related = [{ message: `\`${other.value}\``, source: other.source }];
        return [
          coveredMember(
            member.source,
            { member: member.value, list: list.name, other: other.value },
            { related },
          ),
        ];
      }),
    );
