// Generates what the sources of Bylaw itself are made of: messages, schemas, validators, tables of the docs.
import { docs } from "./generate/docs.ts";
import { messages } from "./generate/messages.ts";
import { schemas } from "./generate/schemas.ts";
import { specialPrograms } from "./generate/special-programs.ts";
import { validators } from "./generate/validators.ts";
import { isCheck, writeGenerated } from "./generate/write.ts";

writeGenerated([
  ...messages(),
  ...schemas(),
  ...docs(),
  ...(isCheck ? [] : [...validators(), ...specialPrograms()]),
]);
