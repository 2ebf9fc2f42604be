import * as v from 'valibot';
import { described } from './described.ts';
import { PhaseSchema } from './fact.ts';
import { ReasonSchema } from './fault.ts';
import { FiniteNumberSchema } from './finite-number.ts';
import { BrokerKeySchema, JobIdSchema, JobKindSchema } from './ids.ts';
import { InstantSchema } from './instant.ts';
import { JsonObjectSchema } from './json.ts';
import { ProcessIdentitySchema } from './process-identity.ts';
import { ReviewSubjectSchema } from './review.ts';
import { UsageSchema } from './usage.ts';

/** The version of the stored record. A reader refuses a higher one and reads every lower one. */
export const JOB_SCHEMA_VERSION = 1;

/** Longest prompt that the app-server accepts, in characters. Checked before a job exists. */
export const MAX_PROMPT_CHARS = 1_048_576;

/** Longest duration a timer can hold: 2^31 - 1 ms, about 24.8 days. */
export const MAX_DURATION_MS = 2_147_483_647;

export const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] as const;
export const EffortSchema = v.picklist(EFFORTS);
export type Effort = v.InferOutput<typeof EffortSchema>;

export const SANDBOXES = ['read-only', 'workspace-write', 'danger-full-access'] as const;
export const SandboxSchema = v.picklist(SANDBOXES);
export type Sandbox = v.InferOutput<typeof SandboxSchema>;

/** What the broker answers when Codex asks whether it may: no, yes, or what the person at the terminal says. */
export const APPROVAL_RULES = ['decline', 'accept', 'ask'] as const;
export const ApprovalRuleSchema = v.picklist(APPROVAL_RULES);
export type ApprovalRule = v.InferOutput<typeof ApprovalRuleSchema>;

/** In milliseconds. */
export const DurationSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_DURATION_MS));

/** The clocks of one job, in milliseconds; 0 turns a clock off. */
export const ClocksSchema = v.object({
  queueMs: DurationSchema,
  startMs: DurationSchema,
  idleMs: DurationSchema,
  hardMs: DurationSchema,
});
export type Clocks = v.InferOutput<typeof ClocksSchema>;

/** How often a job may be tried again at most. */
export const MAX_RETRIES = 10;

const RequestFields = v.object({
  /** Empty for a review: Codex makes its own. */
  prompt: v.pipe(v.string(), v.maxLength(MAX_PROMPT_CHARS)),
  /** Null leaves it to the user's own Codex configuration. */
  sandbox: v.nullable(SandboxSchema),
  network: v.optional(v.boolean(), false),
  /** Absolute paths of directories beyond the workspace that may be written to. */
  addDirs: v.optional(v.array(v.string()), []),
  onApproval: v.optional(ApprovalRuleSchema, 'decline'),
  model: v.nullable(v.string()),
  effort: v.nullable(EffortSchema),
  resumeThreadId: v.nullable(v.string()),
  review: v.optional(v.nullable(ReviewSubjectSchema), null),
  /** The JSON Schema that the final message has to fit. */
  outputSchema: v.optional(v.nullable(JsonObjectSchema), null),
  /** How often it is tried again when an attempt was lost before it had done anything. The clocks are those of one attempt. */
  retries: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_RETRIES)), 0),
  clocks: ClocksSchema,
});
/** What was asked for. It never changes once the job is accepted. */
export const JobRequestSchema = v.pipe(
  RequestFields,
  v.check(({ prompt, review }) => prompt !== '' || review !== null, 'a job needs a prompt, or something to review'),
);
export type JobRequest = v.InferOutput<typeof JobRequestSchema>;

/** Whether the job may change files of the working tree. Of a configuration that is not ours, nobody knows: it may. */
export function mayWrite({ sandbox }: JobRequest): boolean {
  return sandbox !== 'read-only';
}

/** Longest key of a job, in characters. */
export const MAX_KEY_CHARS = 200;
export const JobKeySchema = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_KEY_CHARS));

/** What a client hands to the broker. The client makes the id, so that submitting twice is harmless. */
export const JobSpecSchema = v.object({
  id: JobIdSchema,
  kind: JobKindSchema,
  title: v.string(),
  summary: v.string(),
  sessionId: v.nullable(v.string()),
  /** What the client calls it: the same key again is the same job. Its id is made of the key. */
  key: v.optional(v.nullable(JobKeySchema), null),
  /** The job that had the same request before. */
  retryOf: v.optional(v.nullable(JobIdSchema), null),
  /** A client waits for it: it ends with the session of that client. */
  foreground: v.optional(v.boolean(), false),
  cwd: v.string(),
  request: JobRequestSchema,
});
export type JobSpec = v.InferOutput<typeof JobSpecSchema>;

/** What the app-server said it would really use. */
export const ResolvedSchema = v.object({
  model: described(v.nullable(v.string()), 'The model.'),
  effort: described(v.nullable(v.string()), 'Its reasoning effort.'),
  sandbox: described(v.nullable(v.string()), "The sandbox, in Codex's words."),
  approvalPolicy: described(v.nullable(v.string()), 'When Codex asks to be allowed something.'),
  codexVersion: described(v.nullable(v.string()), 'The version of Codex.'),
});
export type Resolved = v.InferOutput<typeof ResolvedSchema>;

/** Of a message that is not finished, so many characters are kept, from its beginning. */
export const MAX_UNFINISHED_CHARS = 100_000;

/** What a turn has produced so far. For a job that did not complete this is the partial result. */
export const WorkSchema = v.object({
  lastMessage: v.nullable(v.string()),
  /** The message that is being written, as far as it has come: in the end, the one that was cut off. */
  unfinished: v.optional(v.nullable(v.object({ itemId: v.string(), text: v.string() })), null),
  reasoningSummary: v.array(v.string()),
  touchedFiles: v.array(v.string()),
  commands: v.array(v.object({ command: v.string(), exitCode: v.nullable(v.number()) })),
  childThreadIds: v.array(v.string()),
  /** Tokens of the job so far, of all of its attempts and sub-agents; null when Codex has told of none. */
  usage: v.nullable(UsageSchema),
  /** Those of the attempts before this one. */
  earlierUsage: v.optional(v.nullable(UsageSchema), null),
  lastNotice: v.nullable(v.string()),
  /** How far the wall clock has jumped while the job ran: no part of its duration. */
  clockJumpMs: v.optional(FiniteNumberSchema, 0),
  /** It has begun to do something, not only to think and speak: a second attempt could do it twice. */
  acted: v.optional(v.boolean(), false),
});
export type Work = v.InferOutput<typeof WorkSchema>;

/** An item of the turn that has started and not ended: what the job is waiting for, or was when it was cut off. */
export const OpenItemSchema = v.object({
  itemId: v.string(),
  label: v.string(),
  command: v.boolean(),
  since: InstantSchema,
});
export type OpenItem = v.InferOutput<typeof OpenItemSchema>;

/** What Codex asks to be allowed, while nobody has answered. */
export const QuestionSchema = v.object({
  id: described(v.string(), 'Names it in the answer.'),
  what: described(v.picklist(['a command', 'a file change']), 'What is asked for.'),
  subject: described(v.string(), 'The command, or the files.'),
  since: described(InstantSchema, 'When it was asked. There is a deadline for the answer.'),
});
export type Question = v.InferOutput<typeof QuestionSchema>;

/** What ends a running job from outside: a person, or one of its clocks. */
export const STOP_CAUSES = ['cancel', 'queue_timeout', 'start_timeout', 'idle_timeout', 'deadline_exceeded'] as const;
export const StopCauseSchema = v.picklist(STOP_CAUSES);
export type StopCause = v.InferOutput<typeof StopCauseSchema>;

export const JOB_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;
export const JobStatusSchema = v.picklist(JOB_STATUSES);
export type JobStatus = v.InferOutput<typeof JobStatusSchema>;

/** Which broker answers for the job: the holder of the lock of `brokerKey` may write the record. */
export const OwnerSchema = v.object({
  brokerKey: described(BrokerKeySchema, 'Names its folder of state.'),
  brokerId: described(v.string(), 'Which broker it was.'),
  codexHome: described(v.string(), 'The CODEX_HOME that it serves.'),
  codexPath: described(v.string(), 'The Codex that it runs.'),
});
export type Owner = v.InferOutput<typeof OwnerSchema>;

/** One change of state, kept for `explain`. */
export const TransitionSchema = v.object({
  at: InstantSchema,
  event: v.string(),
  source: v.string(),
  detail: v.nullable(v.string()),
});

const common = {
  schemaVersion: v.literal(JOB_SCHEMA_VERSION),
  rev: FiniteNumberSchema,
  id: JobIdSchema,
  kind: JobKindSchema,
  title: v.string(),
  summary: v.string(),
  sessionId: v.nullable(v.string()),
  key: v.optional(v.nullable(JobKeySchema), null),
  retryOf: v.optional(v.nullable(JobIdSchema), null),
  foreground: v.optional(v.boolean(), false),
  workspaceRoot: v.string(),
  cwd: v.string(),
  request: JobRequestSchema,
  owner: OwnerSchema,
  attempt: FiniteNumberSchema,
  logFile: v.string(),
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  phase: PhaseSchema,
  /** The Codex thread that it is on: Codex has started or resumed it. */
  threadId: v.nullable(v.string()),
  turnId: v.nullable(v.string()),
  resolved: v.nullable(ResolvedSchema),
  work: WorkSchema,
  openItems: v.array(OpenItemSchema),
  questions: v.optional(v.array(QuestionSchema), []),
  lastEventAt: v.nullable(InstantSchema),
  lastProgressAt: v.nullable(InstantSchema),
  history: v.array(TransitionSchema),
};

/** How an interrupt of the turn went, for a job that was ended from outside. */
export const InterruptionSchema = v.object({
  attempted: described(v.boolean(), 'Codex was asked to interrupt the turn.'),
  confirmed: described(v.boolean(), 'It said that it has.'),
});
export type Interruption = v.InferOutput<typeof InterruptionSchema>;

const Running = v.object({
  ...common,
  status: v.literal('running'),
  startedAt: InstantSchema,
  deadlineAt: v.nullable(InstantSchema),
  broker: ProcessIdentitySchema,
  appServer: ProcessIdentitySchema,
  stopping: v.nullable(v.object({ cause: StopCauseSchema, at: InstantSchema })),
});

/**
 * A job as it is stored: one JSON file. `status` says which of the fields exist.
 *
 *        ┌──────────┐          (an attempt was lost, and another one is due)
 *     queued ──▶ running ──▶ completed
 *        │          ├──────▶ failed
 *        └──────────┴──────▶ cancelled       (queued ──▶ failed when it can never start)
 *
 * The three on the right are final.
 */
export const JobRecordSchema = v.variant('status', [
  /** `retryAt`: not before then; null for the first attempt. */
  v.object({ ...common, status: v.literal('queued'), retryAt: v.optional(v.nullable(InstantSchema), null) }),
  Running,
  v.object({
    ...common,
    status: v.literal('completed'),
    startedAt: InstantSchema,
    completedAt: InstantSchema,
    finalMessage: v.string(),
  }),
  v.object({
    ...common,
    status: v.literal('failed'),
    startedAt: v.nullable(InstantSchema),
    completedAt: InstantSchema,
    reason: ReasonSchema,
    errorMessage: v.string(),
    /** When Codex may be used again, for a job that a usage limit has ended; null where nobody knows. */
    comeBackAt: v.optional(v.nullable(InstantSchema), null),
    interruption: v.nullable(InterruptionSchema),
  }),
  v.object({
    ...common,
    status: v.literal('cancelled'),
    startedAt: v.nullable(InstantSchema),
    completedAt: InstantSchema,
    interruption: v.nullable(InterruptionSchema),
  }),
]);
export type JobRecord = v.InferOutput<typeof JobRecordSchema>;
export type RunningJob = Extract<JobRecord, { status: 'running' }>;
export type QueuedJob = Extract<JobRecord, { status: 'queued' }>;
export type ActiveJob = QueuedJob | RunningJob;
export type FinishedJob = Exclude<JobRecord, ActiveJob>;

export function isFinished(job: JobRecord): job is FinishedJob {
  return job.status !== 'queued' && job.status !== 'running';
}

export function finishedNewestFirst(jobs: readonly JobRecord[]): FinishedJob[] {
  return jobs.filter(isFinished).sort((a, b) => (a.completedAt < b.completedAt ? 1 : -1));
}
