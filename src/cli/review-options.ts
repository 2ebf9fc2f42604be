import type { Command } from 'commander';
import { endPreparationOnSignal } from './signals.ts';

export function withTargetOptions(command: Command): Command {
  return command
    .option('--base <ref>', 'review what the branch has over this ref')
    .option('--scope <scope>', 'auto, working-tree or branch (auto: the working tree when it is dirty)');
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
