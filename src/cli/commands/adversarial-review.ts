import type { Command } from 'commander';
import { collectContext } from '../../review/context.ts';
import { MAX_FOCUS_CHARS } from '../../review/limits.ts';
import { buildReviewPrompt } from '../../review/prompt.ts';
import { VERDICT_JSON_SCHEMA } from '../../review/verdict-schema.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { READ_ONLY } from '../job-spec.ts';
import { readPrompt } from '../prompt.ts';
import { chooseTarget, prepare, reviewError, type TargetOptions } from '../review-target.ts';
import { type ReviewOptions, runReviewJob, withReviewOptions } from '../run-review.ts';

export function adversarialReviewCommand(program: Command): void {
  withReviewOptions(program.command('adversarial-review'))
    .summary('have Codex try to break your changes')
    .description(
      'Has Codex look for the reasons why a change must not ship. Prints a verdict and findings, worst first.',
    )
    .argument('[focus...]', 'where to look hardest')
    .option('--prompt-file <file>', 'read the focus from a file ("-" is standard input)')
    .action(async (focus: string[], options: FocusOptions) => {
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
  if (focus.length > MAX_FOCUS_CHARS) {
    throw new CliError(
      EXIT.usage,
      `The focus has ${focus.length} characters, at most ${MAX_FOCUS_CHARS} fit (shorten it)`,
    );
  }
  const context = openContext(options.cwd);
  const { subject, material } = await prepare((signal) => readMaterial(context, options, signal));
  for (const note of material.notes) context.io.note(`[codex] ${note}`);
  const parts = {
    kind: 'adversarial-review',
    title: 'Codex Adversarial Review',
    summary: `Adversarial Review ${subject.target.label}`,
    prompt: buildReviewPrompt(material, focus),
    permissions: READ_ONLY,
    cwd: subject.repoRoot,
    review: { ...subject, summary: material.summary },
    outputSchema: VERDICT_JSON_SCHEMA,
  } as const;
  return runReviewJob(context, parts, options);
}

async function readMaterial(context: Context, options: TargetOptions, signal: AbortSignal) {
  const { repository, subject } = await chooseTarget(context, options, signal);
  const collected = await collectContext(repository, subject.target);
  if (!collected.ok) throw reviewError(collected.fault);
  return { subject, material: collected.context };
}
