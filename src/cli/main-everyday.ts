import { EVERYDAY_COMMANDS } from './everyday-commands.ts';
import { runCommandLine } from './run-command-line.ts';

void runCommandLine(EVERYDAY_COMMANDS);
