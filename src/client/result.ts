import type { Reason } from '../contract/fault.ts';
import type { FinishedJob } from '../contract/job.ts';
import type { ReviewSubject, ReviewTarget } from '../contract/review.ts';
import type { Usage } from '../contract/usage.ts';
import { parseVerdict, type Verdict } from '../review/verdict.ts';

/** What a command that ran a job prints with `--json`: the keys are a promise to scripts. */
export type JobResult = TaskResult | ReviewResult | AdversarialReviewResult;

interface Common {
  readonly jobId: string;
  readonly threadId: string | null;
  /** Tokens of the job, of all of its attempts and sub-agents; null when Codex has told of none. */
  readonly usage: Usage | null;
  /** These only of a job that failed; the last, when Codex may be used again, of one that a usage limit has ended. */
  readonly reason?: Reason;
  readonly errorMessage?: string;
  readonly comeBackAt?: string;
}

export interface TaskResult extends Common {
  /** 0 for a job that completed, 1 for any other. */
  readonly status: 0 | 1;
  /** The final message, or the last one of a job that did not complete. */
  readonly rawOutput: string;
  readonly touchedFiles: readonly string[];
  readonly reasoningSummary: readonly string[];
}

export interface ReviewResult extends Common {
  readonly review: 'Review';
  readonly target: ReviewTarget & { readonly explicit: boolean };
  readonly sourceThreadId: string | null;
  readonly codex: CodexOutput;
}

export interface AdversarialReviewResult extends Common {
  readonly review: 'Adversarial Review';
  readonly target: ReviewTarget & { readonly explicit: boolean };
  readonly context: { readonly repoRoot: string; readonly branch: string; readonly summary: string | null };
  readonly codex: CodexOutput;
  /** Null when there is no verdict; then `parseError` says what is wrong with `rawOutput`, if the job completed. */
  readonly result: Verdict | null;
  readonly rawOutput: string;
  readonly parseError: string | null;
  readonly reasoningSummary: readonly string[];
}

/** As a process would have ended. */
export interface CodexOutput {
  readonly status: 0 | 1;
  readonly stderr: string;
  readonly stdout: string;
  readonly reasoning: readonly string[];
}

export function resultOf(job: FinishedJob): JobResult {
  const { review } = job.request;
  if (review === null) return taskResult(job);
  return job.kind === 'adversarial-review' ? verdictResult(job, review) : reviewResult(job, review);
}

function taskResult(job: FinishedJob): TaskResult {
  const { touchedFiles, reasoningSummary } = job.work;
  return { status: statusOf(job), ...commonOf(job), rawOutput: textOf(job), touchedFiles, reasoningSummary };
}

function reviewResult(job: FinishedJob, subject: ReviewSubject): ReviewResult {
  return {
    review: 'Review',
    target: targetOf(subject),
    ...commonOf(job),
    sourceThreadId: job.threadId,
    codex: codexOf(job),
  };
}

/** Only a turn that completed has a verdict, whatever it had said before. */
function verdictResult(job: FinishedJob, subject: ReviewSubject): AdversarialReviewResult {
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

function commonOf(job: FinishedJob): Common {
  return { jobId: job.id, threadId: job.threadId, usage: job.work.usage, ...failureOf(job) };
}

function failureOf(job: FinishedJob): Pick<Common, 'reason' | 'errorMessage' | 'comeBackAt'> {
  if (job.status !== 'failed') return {};
  const { reason, errorMessage, comeBackAt } = job;
  return { reason, errorMessage, ...(comeBackAt === null ? {} : { comeBackAt }) };
}

function codexOf(job: FinishedJob): CodexOutput {
  const stderr = job.status === 'failed' ? job.errorMessage : '';
  return { status: statusOf(job), stderr, stdout: textOf(job), reasoning: job.work.reasoningSummary };
}

export function targetOf({ target, explicit }: ReviewSubject): ReviewTarget & { readonly explicit: boolean } {
  return { ...target, explicit };
}

function statusOf(job: FinishedJob): 0 | 1 {
  return job.status === 'completed' ? 0 : 1;
}

/** Of a job that did not complete, the last words: whole ones, where there are any. */
export function textOf(job: FinishedJob): string {
  if (job.status === 'completed') return job.finalMessage;
  return job.work.lastMessage ?? job.work.unfinished?.text ?? '';
}
