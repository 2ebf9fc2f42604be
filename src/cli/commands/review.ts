import type { Command } from 'commander';
import { reviewParts } from '../../client/review-parts.ts';
import { openContextForJob } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { withProgress } from '../progress/progress.ts';
import { type ReviewOptions, refuseToNotifyOfReviewLater, runReviewJob, withReviewOptions } from '../run-review.ts';
import { untilSignalled } from '../until-signalled.ts';

export function reviewCommand(program: Command): void {
  withReviewOptions(program.command('review'))
    .summary("have Codex's own reviewer look at your changes")
    .description("Runs Codex's own review of the working tree, or of a branch against its base.")
    .argument('[text...]', 'none: a review with a focus is "adversarial-review"')
    .action(async (text: string[], options: ReviewOptions) => {
      process.exitCode = await runReview(text, options);
    });
}

async function runReview(text: readonly string[], options: ReviewOptions): Promise<number> {
  refuseToNotifyOfReviewLater(options);
  if (text.length > 0) throw focusRefused(text.join(' '));
  const context = openContextForJob(options.cwd);
  const prepared = await withProgress(
    context,
    'Looking at the changes',
    () => untilSignalled((signal) => reviewParts(context, { target: options, signal })),
    { quiet: options.json === true },
  );
  return runReviewJob(context, prepared, options);
}

function focusRefused(focus: string): CliError {
  return new CliError(
    EXIT.usage,
    `"review" is Codex's own reviewer, which does not support custom focus text. Retry with: /codex:adversarial-review ${focus}`,
  );
}
