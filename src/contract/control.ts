import * as v from 'valibot';
import { ShutdownCauseSchema } from './event.ts';
import { JobIdSchema } from './ids.ts';
import { InterruptionSchema, JobRecordSchema, JobSpecSchema } from './job.ts';
import { MetricsSchema } from './metrics.ts';
import { ProcessIdentitySchema } from './process-identity.ts';
import { RateLimitSchema } from './rate-limit.ts';

/** The version of the control protocol. Both sides say theirs first; a broker serves its own only. */
export const CONTROL_VERSION = 1;

/** Error codes of the control protocol beyond JSON-RPC's own; `error.code` of a response. */
export const CONTROL_ERRORS = {
  helloRequired: -32010,
  versionMismatch: -32011,
  draining: -32012,
  jobNotFound: -32013,
  codexUnavailable: -32014,
  codexSilent: -32015,
  codexTooOld: -32016,
  keyTaken: -32017,
  queueFull: -32018,
} as const;

export const APP_SERVER_STATES = ['starting', 'ready', 'unresponsive', 'stopping', 'gone'] as const;

/** `unresponsive`: the process is there and has not answered for more than two probes. */
export const AppServerStatusSchema = v.object({
  pid: v.nullable(v.number()),
  version: v.nullable(v.string()),
  state: v.picklist(APP_SERVER_STATES),
  lastAnswerAt: v.nullable(v.string()),
});

/** Where the metrics are served for Prometheus, or why they are not. */
export const MetricsEndpointStatusSchema = v.object({ url: v.nullable(v.string()), problem: v.nullable(v.string()) });
export type MetricsEndpointStatus = v.InferOutput<typeof MetricsEndpointStatusSchema>;

export const BrokerStatusSchema = v.object({
  running: v.literal(true),
  pid: v.number(),
  identity: ProcessIdentitySchema,
  brokerId: v.string(),
  brokerKey: v.string(),
  startedAt: v.string(),
  uptimeMs: v.number(),
  version: v.string(),
  endpoint: v.string(),
  events: v.string(),
  workspaceRoot: v.string(),
  codexHome: v.string(),
  codexPath: v.string(),
  appServer: AppServerStatusSchema,
  jobs: v.object({ running: v.number(), queued: v.number() }),
  clients: v.number(),
  subscribers: v.number(),
  /** What this app-server has told of the account's limits, the last told one first. */
  rateLimits: v.optional(v.array(RateLimitSchema), []),
  /** Null: it was not asked for. */
  metricsEndpoint: v.optional(v.nullable(MetricsEndpointStatusSchema), null),
});
export type BrokerStatus = v.InferOutput<typeof BrokerStatusSchema>;

/** What a job that waits has in common with the one that it waits for. */
export const WAIT_REASONS = ['writes to the same working tree', 'same Codex thread'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

export const WaitingForJobSchema = v.object({ id: v.string(), why: v.picklist(WAIT_REASONS) });
export type WaitingForJob = v.InferOutput<typeof WaitingForJobSchema>;

/** The thread that runs a job, in the broker's process. */
export const WorkerSchema = v.object({ threadNumber: v.nullable(v.number()), lastReportAt: v.nullable(v.string()) });

/** What will end a job, and when. */
export const DueClockSchema = v.object({
  name: v.picklist(['queue', 'start', 'idle', 'hard', 'stuck']),
  inMs: v.number(),
});

/** An active job as the broker sees it this moment. */
export const LiveJobSchema = v.object({
  job: JobRecordSchema,
  answeredAt: v.string(),
  appServer: AppServerStatusSchema,
  worker: v.nullable(WorkerSchema),
  position: v.nullable(v.number()),
  /** Null when it runs, or waits for its turn only. */
  waitingForJob: v.optional(v.nullable(WaitingForJobSchema), null),
  /** Since its dispatch, not counting a sleep of the machine; null while it waits. */
  runningMs: v.optional(v.nullable(v.number()), null),
  idleMs: v.nullable(v.number()),
  clock: v.nullable(DueClockSchema),
});
export type LiveJob = v.InferOutput<typeof LiveJobSchema>;

/** Who is logged in at Codex, as its app-server says. `provider` is the model provider of its configuration. */
export const AccountSchema = v.object({
  account: v.nullable(v.object({ type: v.string(), email: v.nullable(v.string()), planType: v.nullable(v.string()) })),
  requiresOpenaiAuth: v.nullable(v.boolean()),
  provider: v.nullable(v.object({ id: v.string(), name: v.nullable(v.string()) })),
  codexVersion: v.nullable(v.string()),
});
export type Account = v.InferOutput<typeof AccountSchema>;

const Nothing = v.object({});

/** Every request of the control socket: its parameters and its result. */
export const CONTROL_METHODS = {
  hello: {
    params: v.object({
      protocolVersion: v.number(),
      client: v.object({ name: v.string(), version: v.string(), pid: v.number() }),
      /** It only looks on: a broker with nothing to do does not stay for it. */
      watching: v.optional(v.boolean(), false),
      /** It is about to hand over a job: the broker may prepare for it. */
      submitting: v.optional(v.boolean(), false),
    }),
    result: v.object({
      /** The number of the last event that was published. */
      seq: v.optional(v.number(), 0),
      protocolVersion: v.number(),
      brokerId: v.string(),
      brokerVersion: v.string(),
      /** Where it publishes, with the key to it if that takes one. */
      events: v.string(),
      /** As its label says it: where others could take its address, whoever does cannot say it. */
      proof: v.optional(v.string()),
    }),
  },
  'broker/ping': { params: Nothing, result: Nothing },
  'broker/status': { params: Nothing, result: BrokerStatusSchema },
  'broker/metrics': { params: Nothing, result: MetricsSchema },
  'broker/stop': {
    params: v.object({ mode: v.picklist(['drain', 'now']) }),
    result: v.object({ running: v.number(), queued: v.number() }),
  },
  'job/submit': { params: JobSpecSchema, result: v.object({ job: JobRecordSchema, position: v.number() }) },
  'job/cancel': {
    params: v.object({ jobId: JobIdSchema, by: v.string() }),
    result: v.object({
      job: JobRecordSchema,
      alreadyFinished: v.boolean(),
      interruption: v.nullable(InterruptionSchema),
    }),
  },
  'job/answer': {
    params: v.object({
      jobId: JobIdSchema,
      questionId: v.string(),
      decision: v.picklist(['accept', 'decline']),
      by: v.string(),
    }),
    result: v.object({ answered: v.boolean() }),
  },
  /** `seq` is the number of the last event that is in `jobs`: whoever listens goes on from there. */
  'job/live': {
    params: Nothing,
    result: v.object({
      jobs: v.array(LiveJobSchema),
      seq: v.optional(v.number(), 0),
    }),
  },
  'session/release': {
    params: v.object({ sessionId: v.string() }),
    result: v.object({ cancelled: v.array(JobIdSchema) }),
  },
  'codex/account': { params: v.object({ cwd: v.string() }), result: AccountSchema },
  'codex/threads': {
    params: v.object({ cwds: v.array(v.string()), search: v.string(), limit: v.number() }),
    result: v.object({ threads: v.array(v.object({ id: v.string(), name: v.nullable(v.string()) })) }),
  },
  'codex/importSession': {
    params: v.object({ path: v.string(), cwd: v.string() }),
    result: v.object({ threadId: v.nullable(v.string()), failure: v.nullable(v.string()) }),
  },
  /** A reader of the bus has missed events: only it can know. */
  'events/missed': {
    params: v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    result: Nothing,
  },
  'events/recent': {
    params: v.object({ afterSeq: v.number(), topic: v.string() }),
    /** Each envelope is read for itself (`readEnvelope`): one that is of a later version says nothing of the others. */
    result: v.object({ envelopes: v.array(v.unknown()), firstSeq: v.number(), lastSeq: v.number() }),
  },
} as const;
export type ControlMethod = keyof typeof CONTROL_METHODS;
export type ControlParams<M extends ControlMethod> = v.InferOutput<(typeof CONTROL_METHODS)[M]['params']>;
export type ControlResult<M extends ControlMethod> = v.InferOutput<(typeof CONTROL_METHODS)[M]['result']>;

/** The only notification of the control socket, sent to every connected client before the broker ends. */
export const SHUTTING_DOWN = 'notifications/broker/shuttingDown';
export const ShuttingDownSchema = v.object({
  brokerId: v.string(),
  cause: ShutdownCauseSchema,
  message: v.string(),
  exitStatus: v.number(),
  successor: v.boolean(),
});
export type ShuttingDown = v.InferOutput<typeof ShuttingDownSchema>;
