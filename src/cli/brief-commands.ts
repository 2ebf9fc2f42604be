import type { Command } from 'commander';
import type { Brief } from '../start/everyday.ts';
import type { Loaders } from './program.ts';

/** What asks, says what there is, and leaves; `src/start` says why they are apart. */
export const BRIEF_COMMANDS: Loaders<Brief> = {
  task: async () => (await import('./commands/task.ts')).taskCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  result: async () => (await import('./commands/result.ts')).resultCommand,
  cancel: async () => (await import('./commands/cancel.ts')).cancelCommand,
};

/** Whether the command, as its options say, is one that stays until a job has ended. */
export function stays(command: Command): boolean {
  const { wait, background } = command.opts<{ readonly wait?: boolean; readonly background?: boolean }>();
  return command.name() === 'task' ? background !== true : wait === true;
}
