import type { Command } from 'commander';
import { SCOPES } from '../review/target.ts';
import { choiceOption } from './options.ts';
import { endPreparationOnSignal } from './signals.ts';

export function withTargetOptions(command: Command): Command {
  return command
    .option('--base <ref>', 'review what the branch has over this ref')
    .addOption(choiceOption('--scope <scope>', 'auto: the working tree when it is dirty', SCOPES, String));
}

/** Runs what comes before a review's job, so that a signal leaves nothing of it behind. */
export async function prepare<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const preparation = endPreparationOnSignal();
  try {
    return await work(preparation.signal);
  } finally {
    preparation.stop();
  }
}
