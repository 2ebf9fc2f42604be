import type { Command } from 'commander';
import type { ReviewSubject } from '../contract/review.ts';
import type { Repository } from '../review/repository.ts';
import type { ReviewFault } from '../review/review-fault.ts';
import { resolveTarget } from '../review/target.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';

export interface TargetOptions {
  readonly base?: string;
  readonly scope?: string;
}

export function withTargetOptions(command: Command): Command {
  return command
    .option('--wait', 'stay until the review has ended (the default)')
    .option('--base <ref>', 'review what the branch has over this ref')
    .option('--scope <scope>', 'auto, working-tree or branch (auto: the working tree when it is dirty)');
}

export interface ChosenTarget {
  readonly repository: Repository;
  readonly subject: ReviewSubject;
}

/** What the review is to look at, found out before there is a job. @throws CliError with the reason when there is nothing. */
export async function chooseTarget(context: Context, { base, scope }: TargetOptions): Promise<ChosenTarget> {
  const where = { cwd: context.workspace.cwd, environment: context.config.environment };
  const resolved = await resolveTarget(where, { base, scope });
  if (!resolved.ok) throw reviewError(resolved.fault);
  const { repository, target } = resolved;
  const { root: repoRoot, head } = repository;
  const explicit = base !== undefined || (scope !== undefined && scope !== 'auto');
  const branch = head.id === 'detached' ? 'HEAD' : head.branch;
  return { repository, subject: { target, explicit, repoRoot, branch, summary: null } };
}

export function reviewError({ kind, message }: ReviewFault): CliError {
  const usage = kind === 'unsupported_scope' || kind === 'unknown_base';
  return new CliError(usage ? EXIT.usage : EXIT.jobFailed, message);
}
