import type { Command } from 'commander';
import { collectContext } from '../../review/context.ts';
import { MAX_FOCUS_CHARS } from '../../review/limits.ts';
import { buildReviewPrompt } from '../../review/prompt.ts';
import { VERDICT_JSON_SCHEMA } from '../../review/verdict-schema.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT, exitCodeOf } from '../exit-codes.ts';
import { type JobOptions, jobSpec, READ_ONLY, withJobOptions } from '../job-spec.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { printReview } from '../render/review.ts';
import { chooseTarget, prepare, reviewError, type TargetOptions, withTargetOptions } from '../review-target.ts';
import { runInBackground, runToEnd } from '../run-job.ts';

type ReviewOptions = CommonOptions & JobOptions & TargetOptions;

export function adversarialReviewCommand(program: Command): void {
  withTargetOptions(withJobOptions(withCommonOptions(program.command('adversarial-review'))))
    .summary('have Codex try to break your changes')
    .description(
      'Has Codex look for the reasons why a change must not ship. Prints a verdict and findings, worst first.',
    )
    .argument('[focus...]', 'where to look hardest')
    .action(async (focus: string[], options: ReviewOptions) => {
      process.exitCode = await runReview(focus.join(' '), options);
    });
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
  const spec = jobSpec(context, parts, options);
  if (options.background) return runInBackground(context, spec, options);
  const job = await runToEnd(context, spec);
  if (job === null) return EXIT.terminated;
  printReview(context, job, options);
  return exitCodeOf(job);
}

async function readMaterial(context: Context, options: TargetOptions, signal: AbortSignal) {
  const { repository, subject } = await chooseTarget(context, options, signal);
  const collected = await collectContext(repository, subject.target);
  if (!collected.ok) throw reviewError(collected.fault);
  return { subject, material: collected.context };
}
