// x
import { lex } from "../src/authoring/import/suggest/lex.ts";
import { draftsOf } from "../src/authoring/import/suggest/clauses.ts";
import { deedsAt } from "../src/authoring/import/suggest/deeds.ts";
const s="Ask before committing.";
console.log(lex(s), draftsOf(s, undefined, ()=>true), deedsAt({sentence:s,words:lex(s),isKnown:()=>true},2,undefined));
