// What is said of messages and exit statuses.
import { phrases } from "../words.ts";

export const MESSAGES = {
  say: phrases(
    "say, says, print, prints, report, reports, show, shows, answer, answers, tell, tells, write",
    "writes, post, posts, output, outputs, reply, replies, announce, announces, respond, responds",
    "respond with, reads, reads as, display, displays, log, logs, return, returns, send, sends",
    "is reported as, is shown as, says to, comes with, carries, gives",
  ),
  hearer: phrases(
    "the user, the operator, the engineer, the owner, them, him, her, people, the caller, the reader",
    "the person on call, user, to user, to the user, to the operator, to the engineer, to the owner",
    "to them, to people, to the caller, the agent, it as, the words, the message, the text",
    "the message that, that, back",
  ),
  exits: phrases("exits, exit, ends, returns, fails, quits, leaves, stops"),
  message: phrases("message, text, wording, message text"),
};
