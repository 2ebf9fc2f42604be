import { readFileSync } from 'node:fs';

/**
 * Whether the terminal is this process's to draw on: one that a shell runs in the background shares it with the prompt.
 * Where the system does not tell, it is.
 */
export function inForeground(): boolean {
  try {
    return ownsTerminal(readFileSync('/proc/self/stat', 'latin1'));
  } catch {
    return true;
  }
}

/** By a line of `/proc/<pid>/stat`: its process group is that of the terminal's foreground, or it has no terminal (-1). */
export function ownsTerminal(stat: string): boolean {
  // The name in parentheses can hold anything, parentheses too.
  const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return foreground === '-1' || foreground === group;
}
