import type { WatchedJob } from '../../client/job-mirror.ts';
import { shortId } from '../../contract/ids.ts';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import { formatClock } from '../../util/duration.ts';
import { unreachable } from '../../util/unreachable.ts';

// What the table says of a job, one function a column: plain text of any length, from whoever wrote it.

const TOKENS = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export function kindOf({ kind }: JobRecord): string {
  switch (kind) {
    case 'adversarial-review':
      return 'adversarial';
    case 'stop-gate-review':
      return 'gate';
    default:
      return kind;
  }
}

/** In a word, what is the matter with it. */
export function stateOf({ job, waitingForJob }: WatchedJob): string {
  if (isFinished(job)) return job.status;
  if (job.status === 'running') return job.questions.length > 0 && job.stopping === null ? 'asking' : job.phase;
  if (job.retryAt !== null) return 'retrying';
  return waitingForJob === null ? 'queued' : 'waiting';
}

/** How long it has run, or waited, or did run. `nowMs` is wall-clock time here and below. */
export function elapsedMs({ job, runningMs }: WatchedJob, nowMs: number): number | null {
  const jumpMs = job.work.clockJumpMs;
  if (isFinished(job)) {
    return job.startedAt === null ? null : Date.parse(job.completedAt) - Date.parse(job.startedAt) - jumpMs;
  }
  if (runningMs !== null) return runningMs;
  return nowMs - Date.parse(job.status === 'running' ? job.startedAt : job.createdAt) - jumpMs;
}

/** The clock that will end it and in how long; of one that has ended, how long ago that was. */
export function endOf({ job, clock }: WatchedJob, nowMs: number): string {
  if (isFinished(job)) return age(nowMs - Date.parse(job.completedAt));
  return clock === null ? '' : `${clock.name} ${formatClock(clock.inMs)}`;
}

/** Coarse: it need not change while somebody looks at it. */
function age(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes}m ago`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)}h ago` : `${Math.floor(minutes / (24 * 60))}d ago`;
}

export function tokensOf({ work }: JobRecord): string {
  return work.usage === null ? '' : TOKENS.format(work.usage.totalTokens);
}

/** What it does, waits for, asks or ended of, beside its state; '' when there is nothing to say of it. */
export function doingOf(watched: WatchedJob, nowMs: number): string {
  const { job } = watched;
  switch (job.status) {
    case 'queued':
      return waitOf(watched, nowMs);
    case 'running':
      return itemOf(job, nowMs);
    case 'failed':
      return `${job.reason}: ${job.errorMessage}`;
    case 'cancelled':
      return job.history.at(-1)?.detail ?? '';
    case 'completed':
      return '';
    default:
      return unreachable(job);
  }
}

function waitOf({ job, position, waitingForJob }: WatchedJob, nowMs: number): string {
  if (job.status !== 'queued') return '';
  if (job.retryAt !== null) {
    const restMs = Date.parse(job.retryAt) - nowMs;
    const when = restMs > 0 ? `in ${formatClock(restMs)}` : 'as soon as it is its turn';
    return `attempt ${job.attempt + 1} of ${job.request.retries + 1} ${when}`;
  }
  if (waitingForJob !== null) return `for ${shortId(waitingForJob.id)}: ${waitingForJob.why}`;
  return position === null ? '' : `number ${position} in the queue`;
}

function itemOf(job: Extract<JobRecord, { status: 'running' }>, nowMs: number): string {
  const [question] = job.questions;
  if (job.stopping !== null) return job.stopping.cause === 'cancel' ? '' : job.stopping.cause;
  if (question !== undefined) return `${question.what}: ${question.subject}`;
  const [oldest] = job.openItems;
  if (oldest === undefined) return '';
  const label = oldest.command ? oldest.label.replace(/^command: /u, '$ ') : oldest.label;
  const more = job.openItems.length > 1 ? ` and ${job.openItems.length - 1} more` : '';
  return `${label}${more} (${formatClock(nowMs - Date.parse(oldest.since))})`;
}
