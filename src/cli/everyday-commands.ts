import type { Everyday } from '../start/everyday.ts';
import type { Loaders } from './program.ts';

/** What is called most; `src/start` says why they are apart. */
export const EVERYDAY_COMMANDS: Loaders<Everyday> = {
  task: async () => (await import('./commands/task.ts')).taskCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  wait: async () => (await import('./commands/wait.ts')).waitCommand,
  result: async () => (await import('./commands/result.ts')).resultCommand,
  cancel: async () => (await import('./commands/cancel.ts')).cancelCommand,
  logs: async () => (await import('./commands/logs.ts')).logsCommand,
  hook: async () => (await import('./commands/hook.ts')).hookCommand,
};
