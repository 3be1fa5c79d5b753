// Generates what the compiler makes of sources of our own. It needs the messages, so it runs behind scripts/generate.ts.
import { agents } from "./generate/agents.ts";
import { knownTools } from "./generate/known-tools.ts";
import { isCheck, writeGenerated } from "./generate/write.ts";

writeGenerated([...agents(), ...(isCheck ? [] : knownTools())]);
