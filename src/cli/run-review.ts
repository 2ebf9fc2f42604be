import type { Command } from 'commander';
import { type JobOptions, jobSpec } from '../client/job-spec.ts';
import type { PreparedReview, TargetOptions } from '../client/review-parts.ts';
import type { JobSpec } from '../contract/job.ts';
import { SCOPES } from '../review/scope.ts';
import type { Context } from './context.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { withJobOptions } from './job-options.ts';
import { type NotifyOptions, notifyDone, refuseToNotifyLater, withNotifyOption } from './notify.ts';
import { type CommonOptions, choiceOption, nameArgument, withCommonOptions } from './options.ts';
import { printEmptyReview, printReview } from './render/review.ts';
import { runInBackground } from './run-in-background.ts';

export interface ReviewOptions extends CommonOptions, JobOptions, TargetOptions, NotifyOptions {
  readonly wait?: boolean;
}

export function withReviewOptions(command: Command): Command {
  return withNotifyOption(withTargetOptions(withJobOptions(withCommonOptions(command))))
    .option('--wait', 'stay until the review has ended (the default)')
    .option('--background', 'return at once with the job id; with --wait, stay, and the review outlives its session');
}

function withTargetOptions(command: Command): Command {
  return command
    .option('--base <ref>', 'review what the branch has over this ref', nameArgument)
    .addOption(choiceOption('--scope <scope>', 'auto: the working tree when it is dirty', SCOPES, String));
}

/** Has the job of a review run, if there is anything to look at, and prints what it found. Returns the exit status. */
export async function runReviewJob(
  context: Context,
  { parts, isEmpty, notes }: PreparedReview,
  options: ReviewOptions,
): Promise<number> {
  for (const note of notes) context.io.note(`[codex] ${note}`);
  if (isEmpty) {
    printEmptyReview(context, parts, options);
    return EXIT.done;
  }
  return runReviewSpec(context, jobSpec(context, parts, options), options);
}

export interface RunReviewOptions extends NotifyOptions {
  readonly background?: boolean;
  readonly wait?: boolean;
  readonly json?: boolean;
}

export async function runReviewSpec(context: Context, spec: JobSpec, options: RunReviewOptions): Promise<number> {
  if (goesOnAlone(options)) return runInBackground(context, spec, options);
  const { runToEnd } = await import('./run-job.ts');
  const job = await runToEnd(context, spec, { quiet: options.json === true });
  if (job === null) return EXIT.terminated;
  printReview(context, job, options);
  await notifyDone(context, [job], options);
  return exitCodeOf(job);
}

/** Before anything is looked at. @throws CliError (exit 2) */
export function refuseToNotifyOfReviewLater(options: RunReviewOptions): void {
  refuseToNotifyLater({ notify: options.notify === true, background: goesOnAlone(options) });
}

function goesOnAlone({ background, wait }: RunReviewOptions): boolean {
  return background === true && wait !== true;
}
