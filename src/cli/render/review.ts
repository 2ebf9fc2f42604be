import { emptyReviewPayload, nothingToReview } from '../../client/empty-review.ts';
import { resultOf } from '../../client/result.ts';
import type { ReviewParts } from '../../client/review-parts.ts';
import type { FinishedJob } from '../../contract/job.ts';
import { parseVerdict } from '../../review/verdict.ts';
import type { Context } from '../context.ts';
import { endSentence, resumeLines } from './job.ts';
import { noVerdictLines, verdictLines } from './verdict.ts';

/** The end of a review that somebody waited for. */
export function printReview({ io }: Context, job: FinishedJob, options: { readonly json?: boolean }): void {
  if (options.json) io.json(resultOf(job));
  else io.foreign(renderReview(job));
  if (job.status === 'completed') return;
  io.note(endSentence(job));
  for (const line of resumeLines(job)) io.note(line);
}

/** A review that was not begun, on the page of one that has ended. */
export function printEmptyReview({ io }: Context, parts: ReviewParts, options: { readonly json?: boolean }): void {
  const { target } = parts.review;
  if (options.json) io.json(emptyReviewPayload(parts));
  else io.foreign(`# ${parts.title}\n\nTarget: ${target.label}\n\n${nothingToReview(target)}\n`);
}

/** A review that has ended, whichever kind, with its heading. Only one that completed has a verdict. */
export function renderReview(job: FinishedJob): string {
  const target = job.request.review?.target.label ?? '';
  const lines = [`# ${job.title}`, '', ...bodyOf(job, target), ...reasoningLines(job)];
  return `${lines.join('\n').trimEnd()}\n`;
}

function bodyOf(job: FinishedJob, target: string): string[] {
  if (job.status !== 'completed') return [`Target: ${target}`, '', `${endSentence(job)}; there is no verdict.`];
  if (job.kind !== 'adversarial-review') {
    const text = job.finalMessage.trim() === '' ? 'Codex review completed without any output.' : job.finalMessage;
    return [`Target: ${target}`, '', text];
  }
  const parsed = parseVerdict(job.finalMessage);
  return parsed.ok ? verdictLines(parsed.verdict, target) : noVerdictLines(parsed, target);
}

function reasoningLines({ work }: FinishedJob): string[] {
  const sections = work.reasoningSummary;
  return sections.length === 0 ? [] : ['', 'Reasoning:', ...sections.map((section) => `- ${section}`)];
}
