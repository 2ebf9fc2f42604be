import * as v from 'valibot';
import { Instant, JobSchema, Path, Text, ThreadId, Usage, UsageTotals } from './job-schema.ts';

const Status = v.picklist([0, 1]);
const Texts = v.array(v.string());

export const TargetSchema = v.variant('mode', [
  v.strictObject({
    mode: v.literal('working-tree'),
    label: v.literal('working tree diff'),
    explicit: v.boolean(),
  }),
  v.strictObject({
    mode: v.literal('branch'),
    label: v.pipe(v.string(), v.startsWith('branch diff against ')),
    baseRef: Text,
    explicit: v.boolean(),
  }),
]);

const codex = v.object({ status: Status, stderr: v.string(), stdout: v.string(), reasoning: Texts });

export const ReviewSchema = v.object({
  review: v.literal('Review'),
  target: TargetSchema,
  threadId: v.nullable(ThreadId),
  sourceThreadId: v.nullable(ThreadId),
  usage: Usage,
  codex,
});

export const VerdictSchema = v.strictObject({
  verdict: v.picklist(['approve', 'needs-attention']),
  summary: Text,
  findings: v.array(
    v.strictObject({
      severity: v.picklist(['critical', 'high', 'medium', 'low']),
      title: Text,
      body: Text,
      file: Text,
      line_start: v.number(),
      line_end: v.number(),
      confidence: v.number(),
      recommendation: v.string(),
    }),
  ),
  next_steps: Texts,
});

export const AdversarialReviewSchema = v.object({
  review: v.literal('Adversarial Review'),
  target: TargetSchema,
  threadId: v.nullable(ThreadId),
  context: v.strictObject({ repoRoot: Path, branch: Text, summary: Text }),
  usage: Usage,
  codex,
  result: v.nullable(VerdictSchema),
  rawOutput: v.string(),
  parseError: v.nullable(Text),
  reasoningSummary: Texts,
});

/** A review that was not begun, as nothing differs. */
export function nothingSchema<T extends v.GenericSchema>(payload: T) {
  return v.intersect([payload, v.object({ nothingToReview: v.literal(true), jobId: v.null(), threadId: v.null() })]);
}

export const TaskSchema = v.object({
  status: Status,
  threadId: v.nullable(ThreadId),
  rawOutput: v.string(),
  touchedFiles: Texts,
  reasoningSummary: Texts,
  usage: Usage,
});

export const AcceptedSchema = v.strictObject({
  jobId: v.pipe(v.string(), v.regex(/^(?:task|review)-/u)),
  status: v.literal('queued'),
  title: Text,
  summary: Text,
  logFile: Path,
});

export const SessionRuntimeSchema = v.variant('mode', [
  v.strictObject({
    mode: v.literal('direct'),
    label: v.literal('direct startup'),
    detail: Text,
    endpoint: v.null(),
  }),
  v.strictObject({ mode: v.literal('shared'), label: v.literal('shared session'), detail: Text, endpoint: Text }),
]);

const Window = v.nullable(
  v.strictObject({
    usedPercent: v.number(),
    windowDurationMins: v.nullable(v.number()),
    resetsAt: v.nullable(Instant),
  }),
);

const RateLimits = v.array(
  v.strictObject({
    limitId: v.nullable(Text),
    limitName: v.nullable(Text),
    planType: v.nullable(Text),
    primary: Window,
    secondary: Window,
    credits: v.nullable(v.strictObject({ hasCredits: v.boolean(), unlimited: v.boolean(), balance: v.nullable(Text) })),
    updatedAt: Instant,
  }),
);

export const OverviewSchema = v.object({
  workspaceRoot: Path,
  config: v.object({ stopReviewGate: v.boolean() }),
  sessionRuntime: SessionRuntimeSchema,
  running: v.array(JobSchema),
  latestFinished: v.nullable(JobSchema),
  recent: v.array(JobSchema),
  needsReview: v.boolean(),
  usage: UsageTotals,
  rateLimits: RateLimits,
});

export const JobReportSchema = v.strictObject({ workspaceRoot: Path, job: JobSchema });

export const WaitedSchema = v.strictObject({
  ...JobReportSchema.entries,
  waitTimedOut: v.boolean(),
  timeoutMs: v.number(),
});

/** `storedJob` has the labels of the job, what the command that ran it printed, and both forms of that. */
export function resultSchema<T extends v.GenericSchema>(payload: T) {
  const storedJob = v.object({
    id: Text,
    kind: Text,
    kindLabel: Text,
    jobClass: Text,
    title: Text,
    summary: Text,
    status: v.picklist(['completed', 'failed', 'cancelled']),
    phase: Text,
    pid: v.null(),
    write: v.boolean(),
    threadId: v.nullable(ThreadId),
    turnId: v.nullable(Text),
    workspaceRoot: Path,
    logFile: Path,
    createdAt: Instant,
    startedAt: v.nullable(Instant),
    completedAt: Instant,
    updatedAt: Instant,
    errorMessage: v.nullable(Text),
    result: payload,
    rendered: Text,
  });
  return v.strictObject({ job: JobSchema, storedJob });
}

export const CancelledSchema = v.strictObject({
  jobId: Text,
  status: v.literal('cancelled'),
  title: Text,
  turnInterruptAttempted: v.boolean(),
  turnInterrupted: v.boolean(),
});

export const CandidateSchema = v.strictObject({
  available: v.boolean(),
  sessionId: v.nullable(Text),
  candidate: v.nullable(
    v.strictObject({
      id: v.pipe(v.string(), v.startsWith('task-')),
      status: v.picklist(['completed', 'failed', 'cancelled']),
      title: Text,
      summary: Text,
      threadId: ThreadId,
      completedAt: Instant,
      updatedAt: Instant,
    }),
  ),
});

export const TransferredSchema = v.strictObject({
  threadId: ThreadId,
  resumeCommand: v.pipe(v.string(), v.startsWith('codex resume ')),
  sourcePath: Path,
  sessionId: Text,
});

const Check = v.strictObject({ available: v.boolean(), detail: Text });

export const SetupSchema = v.object({
  ready: v.boolean(),
  node: Check,
  npm: Check,
  codex: Check,
  auth: v.strictObject({
    available: v.boolean(),
    loggedIn: v.nullable(v.boolean()),
    detail: Text,
    source: v.picklist(['app-server', 'availability', 'unknown']),
    authMethod: v.nullable(v.picklist(['chatgpt', 'apiKey'])),
    verified: v.nullable(v.boolean()),
    requiresOpenaiAuth: v.nullable(v.boolean()),
    provider: v.nullable(Text),
  }),
  sessionRuntime: SessionRuntimeSchema,
  reviewGateEnabled: v.boolean(),
  actionsTaken: v.array(Text),
  nextSteps: v.array(Text),
});

const MetricName = v.pipe(v.string(), v.regex(/^codex_companion_[a-z_]+$/u));
const Labels = v.record(v.string(), v.string());
const common = { unit: v.nullable(Text), meaning: Text };

const Family = v.variant('type', [
  v.strictObject({
    ...common,
    type: v.picklist(['counter', 'gauge']),
    samples: v.array(v.strictObject({ labels: Labels, value: v.number() })),
  }),
  v.strictObject({
    ...common,
    type: v.literal('histogram'),
    samples: v.array(
      v.strictObject({
        labels: Labels,
        count: v.number(),
        sum: v.number(),
        buckets: v.array(v.strictObject({ le: v.number(), count: v.number() })),
      }),
    ),
  }),
]);

export const BrokerStatusSchema = v.variant('running', [
  v.object({ running: v.literal(false) }),
  v.object({
    running: v.literal(true),
    pid: v.number(),
    identity: v.object({ bootId: Text, pid: v.number(), startTime: Text }),
    brokerId: Text,
    startedAt: Instant,
    uptimeMs: v.number(),
    version: Text,
    endpoint: Text,
    events: Text,
    workspaceRoot: Path,
    appServer: v.object({
      pid: v.nullable(v.number()),
      version: v.nullable(Text),
      state: Text,
      lastAnswerAt: v.nullable(Instant),
    }),
    jobs: v.object({ running: v.number(), queued: v.number() }),
    clients: v.number(),
    subscribers: v.number(),
    rateLimits: RateLimits,
    metrics: v.strictObject({ since: Instant, families: v.record(MetricName, Family) }),
    metricsEndpoint: v.nullable(v.strictObject({ url: v.nullable(Text), problem: v.nullable(Text) })),
  }),
]);
