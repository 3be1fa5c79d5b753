// What pages do when they are used: search, filters, commands to copy. Loaded when one of these is needed.
import type { Tools } from "./mount.ts";
import { ruleFilter } from "./rules.ts";
import { runbooks } from "./runbook.ts";
import { openSearch } from "./search.ts";

const tools: Tools = { openSearch, ruleFilter, runbooks };
Object.assign(globalThis, { bylawTools: tools });
