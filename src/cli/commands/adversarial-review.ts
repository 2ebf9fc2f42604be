import type { Command } from 'commander';
import { adversarialReviewParts } from '../../client/review-parts.ts';
import { openContextForJob } from '../context.ts';
import { nameArgument } from '../options.ts';
import { withProgress } from '../progress/progress.ts';
import { readPrompt } from '../prompt.ts';
import { type ReviewOptions, refuseToNotifyOfReviewLater, runReviewJob, withReviewOptions } from '../run-review.ts';
import { untilSignalled } from '../until-signalled.ts';

export function adversarialReviewCommand(program: Command): void {
  withReviewOptions(program.command('adversarial-review'))
    .summary('have Codex try to break your changes')
    .description(
      'Has Codex look for the reasons why a change must not ship. Prints a verdict and findings, worst first.',
    )
    .argument('[focus...]', 'where to look hardest')
    .option('--prompt-file <file>', 'read the focus from a file ("-" is standard input)', nameArgument)
    .action(async (focus: string[], options: FocusOptions) => {
      refuseToNotifyOfReviewLater(options);
      process.exitCode = await runReview(await readFocus(focus, options), options);
    });
}

interface FocusOptions extends ReviewOptions {
  readonly promptFile?: string;
}

async function readFocus(words: readonly string[], { promptFile: file, cwd = '.' }: FocusOptions): Promise<string> {
  return file === undefined ? words.join(' ') : readPrompt({ words, file, directory: cwd });
}

async function runReview(focus: string, options: ReviewOptions): Promise<number> {
  const context = openContextForJob(options.cwd);
  const prepared = await withProgress(
    context,
    'Looking at the changes',
    () => untilSignalled((signal) => adversarialReviewParts(context, { target: options, signal }, focus)),
    { quiet: options.json === true },
  );
  return runReviewJob(context, prepared, options);
}
