// The live checker: the same code as the command line, loaded when this page, or a "Try it", is used.
import { h } from "hastscript";
import { code, ONLY_HERE } from "../elements.ts";
import type { Page } from "../page.ts";

/** The page that scripts fill in; without JavaScript it says how to ask at the command line. */
export function checkPage(): Page {
  return {
    path: "check.html",
    title: "Check",
    about: "A command's verdict as you type it; a playbook step by step; a decision table.",
    area: "check",
    unsearched: true,
    body: [
      h(
        "p.lead",
        "The checker of the command line, with this project's policy. Nothing that you type leaves the browser.",
      ),
      h("div", { id: "checker", ...ONLY_HERE }),
      h("noscript", [
        h("p", ["This page needs JavaScript. At the command line: ", code("bylaw check 'git push --force'")]),
      ]),
    ],
  };
}
