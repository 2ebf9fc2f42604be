import * as v from 'valibot';
import { FactSchema } from './fact.ts';
import { ReasonSchema } from './fault.ts';
import { JobIdSchema, JobKindSchema } from './ids.ts';
import { InstantSchema } from './instant.ts';
import { InterruptionSchema, OwnerSchema, QuestionSchema, ResolvedSchema, StopCauseSchema } from './job.ts';
import { ProcessIdentitySchema } from './process-identity.ts';

/** The version of the envelope on the bus. A subscriber skips and counts what has another one. */
export const EVENT_VERSION = 1;

const jobId = JobIdSchema;

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
const LogRangeSchema = v.object({ start: v.number(), end: v.number() });
export type LogRange = v.InferOutput<typeof LogRangeSchema>;

/** What happens to one job. Past tense; every change of a record is one of these. */
export const JobEventSchema = v.variant('type', [
  v.object({ type: v.literal('job.queued'), jobId, kind: JobKindSchema, title: v.string(), summary: v.string() }),
  v.object({
    type: v.literal('job.started'),
    jobId,
    title: v.string(),
    deadlineAt: v.nullable(InstantSchema),
    broker: ProcessIdentitySchema,
    appServer: ProcessIdentitySchema,
  }),
  v.object({ type: v.literal('job.threadReady'), jobId, threadId: v.string(), resolved: ResolvedSchema }),
  v.object({ type: v.literal('job.turnStarted'), jobId, turnId: v.string() }),
  v.object({ type: v.literal('job.progressed'), jobId, facts: v.array(FactSchema) }),
  v.object({ type: v.literal('job.asked'), jobId, question: QuestionSchema }),
  v.object({
    type: v.literal('job.answered'),
    jobId,
    questionId: v.string(),
    decision: v.picklist(['accept', 'decline']),
    by: v.string(),
  }),
  v.object({ type: v.literal('job.stopping'), jobId, cause: StopCauseSchema }),
  v.object({ type: v.literal('job.adopted'), jobId, owner: OwnerSchema }),
  /** An attempt was lost, and the job waits for the next: number `attempt` of `of`, not before `retryAt`. */
  v.object({
    type: v.literal('job.retrying'),
    jobId,
    reason: ReasonSchema,
    message: v.string(),
    attempt: v.number(),
    of: v.number(),
    retryAt: InstantSchema,
  }),
  v.object({ type: v.literal('job.completed'), jobId, finalMessage: v.string() }),
  v.object({
    type: v.literal('job.failed'),
    jobId,
    reason: ReasonSchema,
    message: v.string(),
    comeBackAt: v.optional(InstantSchema),
    interruption: v.nullable(InterruptionSchema),
  }),
  v.object({ type: v.literal('job.cancelled'), jobId, by: v.string(), interruption: v.nullable(InterruptionSchema) }),
]);
export type JobEvent = v.InferOutput<typeof JobEventSchema>;

/** What happens to the broker and its app-server. */
export const BrokerEventSchema = v.variant('type', [
  v.object({
    type: v.literal('broker.started'),
    process: ProcessIdentitySchema,
    version: v.string(),
    workspaceRoot: v.string(),
  }),
  v.object({ type: v.literal('broker.draining') }),
  v.object({
    type: v.literal('broker.shuttingDown'),
    cause: ShutdownCauseSchema,
    message: v.string(),
    exitStatus: v.number(),
    successor: v.boolean(),
  }),
  v.object({
    type: v.literal('appServer.ready'),
    process: ProcessIdentitySchema,
    version: v.string(),
    startedInMs: v.number(),
  }),
  v.object({
    type: v.literal('appServer.exited'),
    code: v.nullable(v.number()),
    signal: v.nullable(v.string()),
    stderrTail: v.string(),
  }),
  v.object({ type: v.literal('appServer.unresponsive'), silentMs: v.number() }),
  v.object({ type: v.literal('appServer.garbled'), lines: v.number(), sample: v.string() }),
]);
export type BrokerEvent = v.InferOutput<typeof BrokerEventSchema>;

export const BusEventSchema = v.variant('type', [...JobEventSchema.options, ...BrokerEventSchema.options]);
export type BusEvent = v.InferOutput<typeof BusEventSchema>;

/**
 * An event as it travels. `seq` counts all events of one broker from 1; `streamSeq` counts those of
 * one stream (a job, or everything that is not a job's), so that a reader of one job can see a gap too.
 */
export const EnvelopeSchema = v.object({
  v: v.literal(EVENT_VERSION),
  brokerId: v.string(),
  seq: v.number(),
  streamSeq: v.number(),
  at: InstantSchema,
  log: v.nullable(LogRangeSchema),
  event: BusEventSchema,
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
