import { ALL_COMMANDS } from './all-commands.ts';
import { runCommandLine } from './run-command-line.ts';

void runCommandLine(ALL_COMMANDS);
