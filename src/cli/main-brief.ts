import { BRIEF_COMMANDS, stays } from './brief-commands.ts';
import { runCommandLine } from './run-command-line.ts';

/** Settles with whether the command line asks for more than is in this program; nothing was done of it then. */
export const asksForMore: Promise<boolean> = runCommandLine(BRIEF_COMMANDS, { refuses: stays });
