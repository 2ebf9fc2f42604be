import type { Command } from 'commander';
import type { ReviewSubject } from '../contract/review.ts';
import type { Repository } from '../review/repository.ts';
import type { ReviewFault } from '../review/review-fault.ts';
import { resolveTarget } from '../review/target.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { endPreparationOnSignal } from './signals.ts';

export interface TargetOptions {
  readonly base?: string;
  readonly scope?: string;
}

export function withTargetOptions(command: Command): Command {
  return command
    .option('--base <ref>', 'review what the branch has over this ref')
    .option('--scope <scope>', 'auto, working-tree or branch (auto: the working tree when it is dirty)');
}

export interface ChosenTarget {
  readonly repository: Repository;
  readonly subject: ReviewSubject;
}

/** What the review is to look at, found out before there is a job. @throws CliError with the reason when there is nothing. */
export async function chooseTarget(
  context: Context,
  { base, scope }: TargetOptions,
  signal: AbortSignal,
): Promise<ChosenTarget> {
  const where = { cwd: context.workspace.cwd, environment: context.config.environment, signal };
  const resolved = await resolveTarget(where, { base, scope });
  if (!resolved.ok) throw reviewError(resolved.fault);
  const { repository, target, explicit } = resolved;
  const { root: repoRoot, head } = repository;
  const branch = head.id === 'detached' ? 'HEAD' : head.branch;
  return { repository, subject: { target, explicit, repoRoot, branch, summary: null } };
}

export function reviewError({ kind, message }: ReviewFault): CliError {
  switch (kind) {
    case 'unsupported_scope':
    case 'unknown_base':
      return new CliError(EXIT.usage, message);
    case 'git_stopped':
      return new CliError(EXIT.interrupted, message);
    default:
      return new CliError(EXIT.jobFailed, message);
  }
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
