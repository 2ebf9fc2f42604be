import * as v from 'valibot';

export const Instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u));
export const Text = v.pipe(v.string(), v.nonEmpty());
export const Path = v.pipe(v.string(), v.startsWith('/'));
export const ThreadId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/u));
const Null = v.null();
const Tokens = {
  totalTokens: v.number(),
  inputTokens: v.number(),
  cachedInputTokens: v.number(),
  cacheWriteInputTokens: v.number(),
  outputTokens: v.number(),
  reasoningOutputTokens: v.number(),
};
export const Usage = v.nullable(v.strictObject(Tokens));
/** Of a session's jobs, or of everybody's. */
export const UsageTotals = v.strictObject({ sessionId: v.nullable(v.string()), jobs: v.number(), ...Tokens });
const Process = v.object({ pid: v.number(), startTime: Text, lastAnswerAt: v.nullable(Instant) });

/** Keys of every job, whatever its state. */
const common = {
  id: v.pipe(v.string(), v.regex(/^(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}$/u)),
  kind: v.picklist(['task', 'review', 'adversarial-review', 'stop-gate-review']),
  kindLabel: v.picklist(['review', 'adversarial-review', 'rescue']),
  jobClass: v.picklist(['review', 'task']),
  title: Text,
  summary: Text,
  requestSummary: Text,
  sessionId: v.nullable(Text),
  workspaceRoot: Path,
  write: v.boolean(),
  logFile: v.pipe(v.string(), v.startsWith('/'), v.endsWith('.log')),
  createdAt: Instant,
  updatedAt: Instant,
  elapsed: Text,
  progressPreview: v.array(Text),
  schemaVersion: v.number(),
  lastEventAt: v.nullable(Instant),
  attempt: v.number(),
  position: v.nullable(v.number()),
  waitingForJob: v.nullable(v.object({ id: Text, why: Text })),
  usage: Usage,
};

const resolved = v.object({
  model: v.nullable(Text),
  effort: v.nullable(Text),
  sandbox: v.nullable(Text),
  approvalPolicy: v.nullable(Text),
  codexVersion: v.nullable(Text),
});

/** What a job that does not run has nothing to say of. */
const notRunning = { pid: Null, deadlineAt: Null, idleSince: Null, witnesses: Null };
const noFailure = { reason: Null, comeBackAt: Null };
const unended = { completedAt: Null, duration: Null, errorMessage: Null, ...noFailure, partial: Null };
const ended = { ...notRunning, completedAt: Instant, duration: Text, waitingFor: Null, resolved: v.nullable(resolved) };
const mayHaveRun = { threadId: v.nullable(ThreadId), turnId: v.nullable(Text), startedAt: v.nullable(Instant) };

const partial = v.nullable(
  v.object({
    lastMessage: v.nullable(v.string()),
    unfinishedMessage: v.nullable(v.string()),
    cutOff: v.array(v.string()),
    reasoningSummary: v.array(v.string()),
    touchedFiles: v.array(v.string()),
    commands: v.array(v.object({ command: v.string(), exitCode: v.nullable(v.number()) })),
  }),
);

/** A job as scripts know it: each key is there in each state, and says null where there is nothing to say. */
export const JobSchema = v.variant('status', [
  v.object({
    ...common,
    ...notRunning,
    ...unended,
    status: v.literal('queued'),
    phase: v.literal('queued'),
    threadId: Null,
    turnId: Null,
    startedAt: Null,
    waitingFor: Null,
    resolved: Null,
  }),
  v.object({
    ...common,
    ...unended,
    status: v.literal('running'),
    phase: Text,
    pid: v.number(),
    threadId: v.nullable(ThreadId),
    turnId: v.nullable(Text),
    startedAt: Instant,
    deadlineAt: v.nullable(Instant),
    idleSince: v.nullable(Instant),
    waitingFor: v.nullable(v.object({ label: Text, since: Instant, for: Text })),
    resolved: v.nullable(resolved),
    witnesses: v.object({ broker: Process, appServer: Process, worker: v.nullable(v.object({ pid: v.number() })) }),
  }),
  v.object({
    ...common,
    ...ended,
    status: v.literal('completed'),
    phase: v.literal('done'),
    threadId: ThreadId,
    turnId: Text,
    startedAt: Instant,
    errorMessage: Null,
    ...noFailure,
    partial: Null,
    resolved,
  }),
  v.object({
    ...common,
    ...ended,
    ...mayHaveRun,
    status: v.literal('failed'),
    phase: v.literal('failed'),
    errorMessage: Text,
    reason: Text,
    comeBackAt: v.nullable(Instant),
    partial,
  }),
  v.object({
    ...common,
    ...ended,
    ...mayHaveRun,
    status: v.literal('cancelled'),
    phase: v.literal('cancelled'),
    errorMessage: v.pipe(v.string(), v.regex(/^Cancelled by .+\.$/u)),
    ...noFailure,
    partial,
  }),
]);
