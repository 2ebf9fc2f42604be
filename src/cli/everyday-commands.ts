import type { Everyday } from '../start/everyday.ts';
import { BRIEF_COMMANDS } from './brief-commands.ts';
import type { Loaders } from './program.ts';

/** What is called most. */
export const EVERYDAY_COMMANDS: Loaders<Everyday> = {
  ...BRIEF_COMMANDS,
  wait: async () => (await import('./commands/wait.ts')).waitCommand,
  logs: async () => (await import('./commands/logs.ts')).logsCommand,
  hook: async () => (await import('./commands/hook.ts')).hookCommand,
};
