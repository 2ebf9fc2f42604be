import type { LiveJob } from '../contract/control.ts';
import { isFinished, type JobRecord, mayWrite, type OpenItem, type Work } from '../contract/job.ts';
import type { JobView } from '../contract/job-view.ts';
import type { ProcessIdentity } from '../contract/process-identity.ts';
import { cutOffItems } from './cut-off.ts';
import { witnessesOf } from './witnesses.ts';

/** What is known of a job beyond its record. `live` is what its broker answered, null when it did not. */
export interface JobViewExtras {
  readonly formatMs: (ms: number) => string;
  readonly progressPreview?: readonly string[];
  readonly isAlive: (process: ProcessIdentity) => boolean;
  readonly live: LiveJob | null;
}

/** `nowMs` is wall-clock time. Moments in the result are ISO instants, `elapsed` and `duration` are for people. */
export function jobView(job: JobRecord, nowMs: number, extras: JobViewExtras): JobView {
  const startedAt = job.status === 'queued' ? null : job.startedAt;
  const completedAt = isFinished(job) ? job.completedAt : null;
  const sinceStart = Math.max(
    0,
    (completedAt === null ? nowMs : Date.parse(completedAt)) -
      Date.parse(startedAt ?? job.createdAt) -
      job.work.clockJumpMs,
  );
  return {
    schemaVersion: job.schemaVersion,
    id: job.id,
    kind: job.kind,
    ...labelsOf(job),
    title: job.title,
    summary: job.summary,
    requestSummary: job.summary,
    status: job.status,
    phase: job.phase,
    position: extras.live?.position ?? null,
    waitingForJob: extras.live?.waitingForJob ?? null,
    pid: job.status === 'running' ? job.broker.pid : null,
    threadId: job.threadId,
    turnId: job.turnId,
    sessionId: job.sessionId,
    key: job.key,
    retryOf: job.retryOf,
    workspaceRoot: job.workspaceRoot,
    ...permissionsOf(job),
    logFile: job.logFile,
    createdAt: job.createdAt,
    startedAt,
    completedAt,
    updatedAt: job.updatedAt,
    elapsed: extras.formatMs(sinceStart),
    duration: completedAt === null ? null : extras.formatMs(sinceStart),
    progressPreview: [...(extras.progressPreview ?? [])],
    errorMessage: errorMessageOf(job),
    ...failureOf(job),
    deadlineAt: job.status === 'running' ? job.deadlineAt : null,
    idleSince: idleSinceOf(job, nowMs, extras.live?.idleMs ?? null),
    lastEventAt: job.lastEventAt,
    waitingFor: isFinished(job) ? null : waitingForOf(job.openItems, nowMs, extras.formatMs),
    clock: extras.live?.clock ?? null,
    attempt: job.attempt,
    retries: job.request.retries,
    retryAt: job.status === 'queued' ? job.retryAt : null,
    resolved: job.resolved,
    usage: job.work.usage,
    partial: partialOf(job),
    witnesses: job.status === 'running' ? witnessesOf(job, { isAlive: extras.isAlive, live: extras.live }) : null,
  };
}

/** The predecessor has two classes and three labels; the stop gate runs as a task there. */
function labelsOf(job: JobRecord) {
  switch (job.kind) {
    case 'review':
    case 'adversarial-review':
      return { kindLabel: job.kind, jobClass: 'review' } as const;
    case 'task':
    case 'stop-gate-review':
      return { kindLabel: 'rescue', jobClass: 'task' } as const;
  }
}

/** What it may do, and what it asks to be allowed. `inherit`: as the user's own Codex configuration says. */
function permissionsOf({ request, questions }: JobRecord) {
  const { sandbox, onApproval } = request;
  return { write: mayWrite(request), sandbox: sandbox ?? ('inherit' as const), onApproval, questions };
}

/** Who a job was cancelled by, as a part of a sentence: "by user". */
export function cancelledBy({ history }: JobRecord): string {
  return history.at(-1)?.detail ?? 'by user';
}

function errorMessageOf(job: JobRecord): string | null {
  switch (job.status) {
    case 'failed':
      return job.errorMessage;
    case 'cancelled':
      return `Cancelled ${cancelledBy(job)}.`;
    default:
      return null;
  }
}

function failureOf(job: JobRecord) {
  return job.status === 'failed'
    ? { reason: job.reason, comeBackAt: job.comeBackAt }
    : { reason: null, comeBackAt: null };
}

/** The broker's own, monotonic figure where there is one; else what the record says. */
function idleSinceOf(job: JobRecord, nowMs: number, idleMs: number | null): string | null {
  if (job.status !== 'running') return null;
  return idleMs === null ? job.lastProgressAt : new Date(nowMs - idleMs).toISOString();
}

/** The item that has been open for longest. */
function waitingForOf(items: readonly OpenItem[], nowMs: number, formatMs: (ms: number) => string) {
  const [oldest] = items;
  if (oldest === undefined) return null;
  const waitedMs = Math.max(0, nowMs - Date.parse(oldest.since));
  return { label: oldest.label, since: oldest.since, for: formatMs(waitedMs) };
}

/** What was saved of a turn that did not complete; null when there is nothing, or when it did. */
function partialOf(job: JobRecord) {
  if (job.status !== 'failed' && job.status !== 'cancelled') return null;
  const { lastMessage, unfinished, reasoningSummary, touchedFiles, commands, lastNotice } = job.work;
  const cutOff = cutOffItems(job);
  if (isEmpty(job.work) && cutOff.length === 0) return null;
  const unfinishedMessage = unfinished?.text ?? null;
  return { lastMessage, unfinishedMessage, reasoningSummary, touchedFiles, commands, cutOff, lastNotice };
}

function isEmpty({ lastMessage, unfinished, lastNotice, reasoningSummary, touchedFiles, commands }: Work): boolean {
  const lists = [reasoningSummary, touchedFiles, commands];
  return (lastMessage ?? unfinished ?? lastNotice) === null && lists.every((list) => list.length === 0);
}
