import * as v from 'valibot';
import { described } from './described.ts';
import { FactSchema } from './fact.ts';
import { ReasonSchema } from './fault.ts';
import { JobIdSchema, JobKindSchema } from './ids.ts';
import { InstantSchema } from './instant.ts';
import { InterruptionSchema, OwnerSchema, QuestionSchema, ResolvedSchema, StopCauseSchema } from './job.ts';
import { ProcessIdentitySchema } from './process-identity.ts';

/**
 * The version of the envelope on the bus. A subscriber skips and counts what has another one. A new one makes a new `CONTROL_VERSION`, too:
 * clients learn of it by the hello, before they listen.
 */
export const EVENT_VERSION = 1;

const jobId = described(JobIdSchema, 'The job.');

/** Why a broker ends. Only the last four end it with exit status 1. */
export const SHUTDOWN_CAUSES = [
  'idle',
  'superseded',
  'stopped',
  'signal',
  'app_server_exited',
  'app_server_unresponsive',
  'app_server_start_failed',
  'internal',
] as const;
export const ShutdownCauseSchema = v.picklist(SHUTDOWN_CAUSES);
export type ShutdownCause = v.InferOutput<typeof ShutdownCauseSchema>;

/** Where the job log stood before and after the lines of this event, in bytes. */
export const LogRangeSchema = v.object({
  start: described(v.number(), 'The first byte of the lines.'),
  end: described(v.number(), 'The byte after the last one.'),
});
export type LogRange = v.InferOutput<typeof LogRangeSchema>;

const reason = described(ReasonSchema, 'Why, of the closed set: programs match on it.');
const interruption = described(
  v.nullable(InterruptionSchema),
  'How the interrupt of the turn went. Null: there was no turn to interrupt, or it had ended.',
);

/** What happens to one job. Past tense; every change of a record is one of these. */
export const JobEventSchema = v.variant('type', [
  described(
    v.object({
      type: v.literal('job.queued'),
      jobId,
      kind: described(JobKindSchema, 'What kind of job it is.'),
      title: described(v.string(), 'What people call such a job, such as "Codex Task".'),
      summary: described(v.string(), 'The job in a line: the beginning of its prompt, or what is reviewed.'),
    }),
    'The job is accepted, and stored: from here on it ends, whatever happens. It waits for its turn.',
  ),
  described(
    v.object({
      type: v.literal('job.started'),
      jobId,
      title: described(v.string(), 'As in `job.queued`.'),
      deadlineAt: described(v.nullable(InstantSchema), 'When its hard deadline ends it; null: it has none.'),
      broker: described(ProcessIdentitySchema, 'The broker that runs it.'),
      appServer: described(ProcessIdentitySchema, 'The Codex app-server that it runs on.'),
    }),
    'An attempt begins. The start clock and the hard deadline run from here. With retries there may be several.',
  ),
  described(
    v.object({
      type: v.literal('job.threadReady'),
      jobId,
      threadId: described(v.string(), 'The Codex thread, for `codex resume`.'),
      resolved: described(ResolvedSchema, 'What Codex said it would really use.'),
    }),
    'Its Codex thread is open: a new one, or the one that it goes on with.',
  ),
  described(
    v.object({ type: v.literal('job.turnStarted'), jobId, turnId: described(v.string(), "Codex's id of the turn.") }),
    'Its turn has started: from here on the idle clock runs.',
  ),
  described(
    v.object({
      type: v.literal('job.progressed'),
      jobId,
      facts: described(v.array(FactSchema), 'What the turn reported since the last of these, in its order.'),
    }),
    'Something has happened in the turn.',
  ),
  described(
    v.object({
      type: v.literal('job.asked'),
      jobId,
      question: described(QuestionSchema, 'What Codex asks to be allowed.'),
    }),
    'Codex asks for more than its sandbox allows, and somebody is to answer (`--on-approval ask`).',
  ),
  described(
    v.object({
      type: v.literal('job.answered'),
      jobId,
      questionId: described(v.string(), 'The `id` of the question.'),
      decision: described(v.picklist(['accept', 'decline']), 'What was answered.'),
      by: described(v.string(), 'Who answered, in words.'),
    }),
    'A question was answered, by somebody or by its deadline.',
  ),
  described(
    v.object({
      type: v.literal('job.stopping'),
      jobId,
      cause: described(StopCauseSchema, 'A cancel, or the clock that has run out.'),
    }),
    'The job is to end: its turn is interrupted, and what it had started is ended.',
  ),
  described(
    v.object({
      type: v.literal('job.adopted'),
      jobId,
      owner: described(OwnerSchema, 'The broker that answers for it now.'),
    }),
    'The job had waited for a broker that is gone; another one has taken it over.',
  ),
  described(
    v.object({
      type: v.literal('job.retrying'),
      jobId,
      reason,
      message: described(v.string(), 'How the attempt was lost, in a sentence.'),
      attempt: described(v.number(), 'The number of the attempt that is to come.'),
      of: described(v.number(), 'How many attempts there may be.'),
      retryAt: described(InstantSchema, 'It begins no earlier than this.'),
    }),
    'An attempt was lost before it had done anything. The job waits for the next.',
  ),
  described(
    v.object({
      type: v.literal('job.completed'),
      jobId,
      finalMessage: described(v.string(), 'The answer. Long ones are cut here, with a mark; the record has the whole.'),
    }),
    'The end: the turn has completed.',
  ),
  described(
    v.object({
      type: v.literal('job.failed'),
      jobId,
      reason,
      message: described(v.string(), 'The same in a sentence.'),
      comeBackAt: described(
        v.optional(InstantSchema),
        'When Codex may be used again, for a job that a usage limit has ended.',
      ),
      interruption,
    }),
    'The end: the job could not be completed. What there was of it is in its record.',
  ),
  described(
    v.object({
      type: v.literal('job.cancelled'),
      jobId,
      by: described(v.string(), 'Who ended it, in words.'),
      interruption,
    }),
    'The end: somebody has ended the job.',
  ),
]);
export type JobEvent = v.InferOutput<typeof JobEventSchema>;

/** What happens to the broker and its app-server. */
export const BrokerEventSchema = v.variant('type', [
  described(
    v.object({
      type: v.literal('broker.started'),
      process: described(ProcessIdentitySchema, "The broker's process."),
      version: described(v.string(), 'The version of codex-companion that it is of.'),
      workspaceRoot: described(v.string(), 'The workspace that it serves.'),
    }),
    'A broker serves the workspace: its first event.',
  ),
  described(
    v.object({ type: v.literal('broker.draining') }),
    'It takes no more jobs, and ends when those that it has have ended.',
  ),
  described(
    v.object({
      type: v.literal('broker.shuttingDown'),
      cause: described(ShutdownCauseSchema, 'Why.'),
      message: described(v.string(), 'The same in a sentence.'),
      exitStatus: described(v.number(), 'What its process will exit with.'),
      successor: described(v.boolean(), 'Whether another broker takes over the jobs that wait.'),
    }),
    'The broker ends: its last event. One that is killed has no time for it.',
  ),
  described(
    v.object({
      type: v.literal('appServer.ready'),
      process: described(ProcessIdentitySchema, "The app-server's process."),
      version: described(v.string(), 'The version of Codex.'),
      startedInMs: described(v.number(), 'How long it took to come up.'),
    }),
    'The Codex app-server answers: jobs can start.',
  ),
  described(
    v.object({
      type: v.literal('appServer.exited'),
      code: described(v.nullable(v.number()), 'Its exit status; null when a signal has ended it, or nothing could.'),
      signal: described(v.nullable(v.string()), 'That signal.'),
      stderrTail: described(v.string(), 'The end of what it had written to its standard error.'),
    }),
    'The app-server has ended, and nobody had told it to. The broker fails what runs and ends, too.',
  ),
  described(
    v.object({
      type: v.literal('appServer.unresponsive'),
      silentMs: described(v.number(), 'For how long it has not answered.'),
    }),
    'The app-server runs and does not answer any more. It is ended.',
  ),
  described(
    v.object({
      type: v.literal('appServer.garbled'),
      lines: described(v.number(), 'How many there were so far. It is told of the 1st, the 10th, the 100th and so on.'),
      sample: described(v.string(), 'The beginning of the last one.'),
    }),
    'The app-server wrote lines that are no messages. They are skipped.',
  ),
]);
export type BrokerEvent = v.InferOutput<typeof BrokerEventSchema>;

export const BusEventSchema = v.variant('type', [...JobEventSchema.options, ...BrokerEventSchema.options]);
export type BusEvent = JobEvent | BrokerEvent;

/**
 * An event as it travels. `seq` counts all events of one broker from 1; `streamSeq` counts those of
 * one stream (a job, or everything that is not a job's), so that a reader of one job can see a gap too.
 */
export const EnvelopeSchema = v.object({
  v: described(v.literal(EVENT_VERSION), 'The version of this form.'),
  brokerId: described(
    v.string(),
    'The broker that says so. Each broker counts its own events: a number means nothing without it.',
  ),
  seq: described(v.number(), 'The number of the event among all of this broker, from 1, without a gap.'),
  streamSeq: described(
    v.number(),
    'Its number among those of its stream: of its job, or of all that belong to no job.',
  ),
  at: described(InstantSchema, 'When it happened: ISO 8601, in UTC, by the clock on the wall.'),
  log: described(
    v.nullable(LogRangeSchema),
    "Where its lines are in the job's log, in bytes. Null: it has none, or the log was begun anew.",
  ),
  event: described(BusEventSchema, 'What happened.'),
});
export type Envelope = v.InferOutput<typeof EnvelopeSchema>;

export function isJobEvent(event: BusEvent): event is JobEvent {
  return event.type.startsWith('job.');
}

/** The stream that an event belongs to: `job.<id>` or `broker`. */
export function streamOf(event: BusEvent): string {
  return isJobEvent(event) ? jobStream(event.jobId) : BROKER_STREAM;
}

export const BROKER_STREAM = 'broker';

export function jobStream(id: string): string {
  return `job.${id}`;
}

/** Whether nothing follows on the event's stream: a job's end is its last event. */
export function endsStream(event: BusEvent): boolean {
  return event.type === 'job.completed' || event.type === 'job.failed' || event.type === 'job.cancelled';
}
