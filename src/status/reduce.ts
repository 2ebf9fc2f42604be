import type { JobEvent } from '../contract/event.ts';
import { type Fact, isProgress } from '../contract/fact.ts';
import { type ActiveJob, isFinished, type JobRecord, type RunningJob } from '../contract/job.ts';
import { last } from '../util/last.ts';
import { unreachable } from '../util/unreachable.ts';
import { newWork } from './new-record.ts';
import { workWith } from './work.ts';

/** Lists of a record are bounded: the log file has everything, the record what a person asks for. */
export const MAX_HISTORY = 200;
export const MAX_DETAIL_CHARS = 2_000;
export const MAX_OPEN_ITEMS = 200;
export const MAX_QUESTIONS = 50;

/** When the event happened (ISO) and who says so: a broker's id, or the reader that reconciled. */
export interface EventContext {
  readonly at: string;
  readonly source: string;
}

/**
 * The only function that changes a job: (record, event) → record, with no clock, disk or process in it.
 * A finished record never changes, and an event that does not fit the state changes nothing: then the
 * same object comes back.
 */
export function reduce(record: JobRecord, event: JobEvent, context: EventContext): JobRecord {
  if (isFinished(record)) return record;
  const next = change(record, event, context);
  return next === record ? record : { ...next, rev: record.rev + 1, updatedAt: context.at };
}

function change(job: ActiveJob, event: JobEvent, context: EventContext): JobRecord {
  switch (event.type) {
    case 'job.queued':
      return job;
    case 'job.started':
      return started(job, event, context);
    case 'job.threadReady':
      return whileRunning(job, (running) => ({
        ...running,
        ...traced(running, context, 'threadReady', event.threadId),
        threadId: event.threadId,
        resolved: event.resolved,
      }));
    case 'job.turnStarted':
      return whileRunning(job, (running) => ({
        ...running,
        ...traced(running, context, 'turnStarted', event.turnId),
        turnId: event.turnId,
        phase: running.stopping === null ? 'running' : running.phase,
        lastProgressAt: context.at,
      }));
    case 'job.progressed':
      return whileRunning(job, (running) => progressed(running, event.facts, context));
    case 'job.asked':
      return whileRunning(job, (running) => ({
        ...running,
        ...traced(running, context, 'asked', `${event.question.what}: ${event.question.subject}`),
        questions: last([...running.questions, event.question], MAX_QUESTIONS),
      }));
    case 'job.answered':
      return whileRunning(job, (running) => answered(running, event, context));
    case 'job.stopping':
      return whileRunning(job, (running) => stopping(running, event, context));
    case 'job.adopted':
      return adopted(job, event, context);
    case 'job.retrying':
      return whileRunning(job, (running) => retrying(running, event, context));
    case 'job.completed':
      return whileRunning(job, (running) => ({
        ...finish(running, context, 'completed', null),
        work: { ...running.work, unfinished: null },
        openItems: [],
        status: 'completed',
        phase: 'done',
        startedAt: running.startedAt,
        completedAt: context.at,
        finalMessage: event.finalMessage,
      }));
    case 'job.failed':
      return {
        ...finish(job, context, 'failed', `${event.reason}: ${event.message}`),
        status: 'failed',
        phase: 'failed',
        startedAt: startOf(job),
        completedAt: context.at,
        reason: event.reason,
        errorMessage: event.message,
        comeBackAt: event.comeBackAt ?? null,
        interruption: event.interruption,
      };
    case 'job.cancelled':
      return {
        ...finish(job, context, 'cancelled', `by ${event.by}`),
        status: 'cancelled',
        phase: 'cancelled',
        startedAt: startOf(job),
        completedAt: context.at,
        interruption: event.interruption,
      };
    default:
      return unreachable(event);
  }
}

type Started = Extract<JobEvent, { type: 'job.started' }>;
type Adopted = Extract<JobEvent, { type: 'job.adopted' }>;
type Retrying = Extract<JobEvent, { type: 'job.retrying' }>;
type Answered = Extract<JobEvent, { type: 'job.answered' }>;
type Stopping = Extract<JobEvent, { type: 'job.stopping' }>;

function started(job: ActiveJob, event: Started, context: EventContext): JobRecord {
  if (job.status !== 'queued') return job;
  const { retryAt: _retryAt, ...common } = job;
  return {
    ...common,
    ...traced(job, context, 'started', job.request.retries === 0 ? null : `attempt ${job.attempt + 1}`),
    status: 'running',
    phase: 'starting',
    attempt: job.attempt + 1,
    startedAt: context.at,
    deadlineAt: event.deadlineAt,
    broker: event.broker,
    appServer: event.appServer,
    stopping: null,
    lastProgressAt: context.at,
  };
}

/** As it was when it was accepted: what the lost attempt said and thought is in the log. What it used was used. */
function retrying(job: RunningJob, event: Retrying, context: EventContext): JobRecord {
  const { startedAt: _startedAt, ...common } = withoutProcesses(job);
  const { reason, message, attempt, of, retryAt } = event;
  const { usage } = job.work;
  return {
    ...common,
    ...traced(job, context, 'retrying', `attempt ${attempt} of ${of} after ${reason}: ${message}`),
    status: 'queued',
    phase: 'queued',
    threadId: null,
    turnId: null,
    resolved: null,
    work: { ...newWork(), usage, earlierUsage: usage },
    openItems: [],
    questions: [],
    lastProgressAt: null,
    retryAt,
  };
}

function answered(job: RunningJob, { questionId, decision, by }: Answered, context: EventContext): RunningJob {
  const questions = job.questions.filter(({ id }) => id !== questionId);
  if (questions.length === job.questions.length) return job;
  return { ...job, ...traced(job, context, 'answered', `${decision} by ${by}`), questions };
}

/** A job that waits can change hands; one that runs ends with its broker. */
function adopted(job: ActiveJob, event: Adopted, context: EventContext): JobRecord {
  if (job.status !== 'queued') return job;
  return { ...job, ...traced(job, context, 'adopted', event.owner.brokerId), owner: event.owner };
}

function stopping(job: RunningJob, event: Stopping, context: EventContext): RunningJob {
  if (job.stopping !== null) return job;
  return {
    ...job,
    ...traced(job, context, 'stopping', event.cause),
    phase: event.cause === 'cancel' ? 'cancelling' : 'stopping',
    stopping: { cause: event.cause, at: context.at },
  };
}

function progressed(job: RunningJob, facts: readonly Fact[], context: EventContext): RunningJob {
  let { phase, turnId } = job;
  const open = new Map(job.openItems.map((item) => [item.itemId, item]));
  for (const fact of facts) {
    switch (fact.kind) {
      case 'itemStarted': {
        const { itemId, label, command } = fact;
        open.set(itemId, { itemId, label, command, since: context.at });
        phase = fact.phase;
        break;
      }
      case 'itemEnded':
      case 'commandCompleted':
      case 'filesChanged':
        open.delete(fact.itemId);
        break;
      case 'turnRenamed':
        turnId = fact.turnId;
        break;
      default:
    }
  }
  return {
    ...job,
    turnId,
    work: workWith(job.work, facts),
    openItems: last([...open.values()], MAX_OPEN_ITEMS),
    phase: job.stopping === null ? phase : job.phase,
    lastEventAt: context.at,
    lastProgressAt: facts.some(isProgress) ? context.at : job.lastProgressAt,
  };
}

/** What every ending shares: the fields of all states, and nobody who is asked any more. What was open tells where it was cut off. */
function finish(job: ActiveJob, context: EventContext, event: string, detail: string | null) {
  return { ...commonOf(job), ...traced(job, context, event, detail), questions: [] };
}

function commonOf(job: ActiveJob) {
  if (job.status === 'running') return withoutProcesses(job);
  const { retryAt: _retryAt, ...common } = job;
  return common;
}

function withoutProcesses(job: RunningJob) {
  const { deadlineAt: _deadlineAt, broker: _broker, appServer: _appServer, stopping: _stopping, ...common } = job;
  return common;
}

function startOf(job: ActiveJob): string | null {
  return job.status === 'running' ? job.startedAt : null;
}

function whileRunning(job: ActiveJob, change: (running: RunningJob) => JobRecord): JobRecord {
  return job.status === 'running' ? change(job) : job;
}

function traced(job: JobRecord, context: EventContext, event: string, detail: string | null) {
  const entry = { at: context.at, event, source: context.source, detail: detail?.slice(0, MAX_DETAIL_CHARS) ?? null };
  return { history: last([...job.history, entry], MAX_HISTORY), lastEventAt: context.at };
}
