/** What is called most: a program of its own has these commands and nothing else, and is shorter to load. */
const EVERYDAY = ['task', 'status', 'wait', 'result', 'cancel', 'logs', 'hook'] as const;
export type Everyday = (typeof EVERYDAY)[number];

/** Those of them that ask, say what there is, and leave: without what it takes to stay, their program is half of that. */
const BRIEF = ['task', 'status', 'result', 'cancel'] as const;
export type Brief = (typeof BRIEF)[number];

export type ProgramName = 'brief' | 'everyday' | 'program';

/**
 * The smallest program that has what the command line asks for, as far as can be said before it is understood: a slash command hands
 * over all of it as one argument, and what looks like an option may be a word of a prompt. The brief program says when it has less.
 */
export function programOf([command = '', ...args]: readonly string[]): ProgramName {
  if (!isOneOf(EVERYDAY, command)) return 'program';
  const says = (flag: string) => args.some((arg) => arg.includes(flag));
  if (!isOneOf(BRIEF, command) || says('--wait')) return 'everyday';
  return command === 'task' && !says('--background') ? 'everyday' : 'brief';
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
