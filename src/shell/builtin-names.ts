// Names that stand for more than one program: builtins of the shell, and interpreters with their version.

/** Programs that only the shell itself can be. */
const BUILTINS =
  " eval source . trap alias unalias export declare typeset readonly local read mapfile readarray getopts unset let set shift exit return break continue true : command builtin exec cd pushd popd dirs chdir ";

/** Names of the interpreters with the versions that are common. */
const INTERPRETER_NAME = /^(?:python|pypy|perl|ruby|php|lua|node)\d[\d.]*$/;

/** Whether a name is that of an interpreter with its version: `python3.11`. */
export function isVersioned(name: string): boolean {
  const code = name.charCodeAt(name.length - 1);
  return code >= 48 && code <= 57 && INTERPRETER_NAME.test(name);
}

/** Whether a program is none of the shell's own, though it has the name of one: a builtin has no folder in its word. */
export function isInFolder(name: string, word: string | undefined): boolean {
  return word !== name && BUILTINS.includes(` ${name} `);
}
