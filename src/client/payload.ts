import type { FinishedJob } from '../contract/job.ts';
import type { ReviewSubject } from '../contract/review.ts';
import { parseVerdict } from '../review/verdict.ts';

/** What a command that ran a job prints with `--json`: the keys are a promise to scripts. */
export function payloadOf(job: FinishedJob): object {
  const { review } = job.request;
  if (review === null) return taskPayload(job);
  return job.kind === 'adversarial-review' ? verdictPayload(job, review) : reviewPayload(job, review);
}

function taskPayload(job: FinishedJob): object {
  const { touchedFiles, reasoningSummary } = job.work;
  return { status: statusOf(job), ...commonOf(job), rawOutput: textOf(job), touchedFiles, reasoningSummary };
}

function reviewPayload(job: FinishedJob, subject: ReviewSubject): object {
  return {
    review: 'Review',
    target: targetOf(subject),
    ...commonOf(job),
    sourceThreadId: job.threadId,
    codex: codexOf(job),
  };
}

/** Only a turn that completed has a verdict, whatever it had said before. */
function verdictPayload(job: FinishedJob, subject: ReviewSubject): object {
  const { repoRoot, branch, summary } = subject;
  const parsed = job.status === 'completed' ? parseVerdict(job.finalMessage) : null;
  return {
    review: 'Adversarial Review',
    target: targetOf(subject),
    ...commonOf(job),
    context: { repoRoot, branch, summary },
    codex: codexOf(job),
    result: parsed?.ok ? parsed.verdict : null,
    rawOutput: textOf(job),
    parseError: parsed?.ok === false ? parsed.error : null,
    reasoningSummary: job.work.reasoningSummary,
  };
}

function commonOf(job: FinishedJob): object {
  return { jobId: job.id, threadId: job.threadId, usage: job.work.usage, ...failureOf(job) };
}

function failureOf(job: FinishedJob): object {
  if (job.status !== 'failed') return {};
  const { reason, errorMessage, comeBackAt } = job;
  return { reason, errorMessage, ...(comeBackAt === null ? {} : { comeBackAt }) };
}

function codexOf(job: FinishedJob): object {
  const stderr = job.status === 'failed' ? job.errorMessage : '';
  return { status: statusOf(job), stderr, stdout: textOf(job), reasoning: job.work.reasoningSummary };
}

export function targetOf({ target, explicit }: ReviewSubject): object {
  return { ...target, explicit };
}

function statusOf(job: FinishedJob): 0 | 1 {
  return job.status === 'completed' ? 0 : 1;
}

/** Of a job that did not complete, the last words: whole ones, where there are any. */
function textOf(job: FinishedJob): string {
  if (job.status === 'completed') return job.finalMessage;
  return job.work.lastMessage ?? job.work.unfinished?.text ?? '';
}
