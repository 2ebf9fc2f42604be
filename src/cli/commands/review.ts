import type { Command } from 'commander';
import { openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { READ_ONLY } from '../job-spec.ts';
import { chooseTarget, prepare } from '../review-target.ts';
import { type ReviewOptions, runReviewJob, withReviewOptions } from '../run-review.ts';

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
  const context = openContext(options.cwd);
  const { subject } = await prepare((signal) => chooseTarget(context, options, signal));
  if (text.length > 0) throw focusRefused(text.join(' '));
  const parts = {
    kind: 'review',
    title: 'Codex Review',
    summary: `Review ${subject.target.label}`,
    prompt: '',
    permissions: READ_ONLY,
    review: subject,
  } as const;
  return runReviewJob(context, parts, options);
}

function focusRefused(focus: string): CliError {
  return new CliError(
    EXIT.usage,
    `"review" is Codex's own reviewer, which does not support custom focus text. Retry with: /codex:adversarial-review ${focus}`,
  );
}
