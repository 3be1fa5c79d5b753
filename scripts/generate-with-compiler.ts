// Generates what the compiler makes of sources of our own. It needs the messages, so it runs behind scripts/generate.ts.
import { agents } from "./generate/agents.ts";
import { writeGenerated } from "./generate/write.ts";

writeGenerated(agents());
