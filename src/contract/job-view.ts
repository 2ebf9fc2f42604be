import * as v from 'valibot';
import { APP_SERVER_STATES, DueClockSchema, WaitingForJobSchema, WorkerSchema } from './control.ts';
import { described } from './described.ts';
import { PhaseSchema } from './fact.ts';
import { ReasonSchema } from './fault.ts';
import { JobIdSchema, JobKindSchema } from './ids.ts';
import { InstantSchema } from './instant.ts';
import {
  ApprovalRuleSchema,
  JOB_SCHEMA_VERSION,
  JobStatusSchema,
  QuestionSchema,
  ResolvedSchema,
  SANDBOXES,
} from './job.ts';
import { ProcessIdentitySchema } from './process-identity.ts';
import { UsageSchema } from './usage.ts';

const Text = v.string();
const Maybe = { text: v.nullable(Text), instant: v.nullable(InstantSchema), number: v.nullable(v.number()) };

const PartialSchema = v.object({
  lastMessage: described(Maybe.text, 'What Codex said last.'),
  unfinishedMessage: described(Maybe.text, 'The message that it was writing, as far as it had come.'),
  reasoningSummary: described(v.array(Text), 'What it thought, in parts.'),
  touchedFiles: described(v.array(Text), 'The files that it changed: the first 1,000.'),
  commands: described(
    v.array(v.object({ command: Text, exitCode: Maybe.number })),
    'The shell commands that ended: the last 200.',
  ),
  cutOff: described(v.array(Text), 'What had begun and not ended, as progress lines show it.'),
  lastNotice: described(Maybe.text, 'What Codex pointed out last.'),
});

/** Who says that a running job runs. */
export const WitnessesSchema = v.object({
  verdict: described(v.picklist(['responsive', 'unresponsive']), 'Whether all of them say so.'),
  why: described(Maybe.text, 'What is wrong, if something is.'),
  broker: described(
    v.object({ ...ProcessIdentitySchema.entries, alive: v.boolean(), lastAnswerAt: Maybe.instant }),
    'The process that runs it.',
  ),
  appServer: described(
    v.object({
      ...ProcessIdentitySchema.entries,
      alive: v.boolean(),
      state: v.nullable(v.picklist(APP_SERVER_STATES)),
      lastAnswerAt: Maybe.instant,
    }),
    'The Codex that it runs on.',
  ),
  worker: described(
    v.nullable(v.object({ pid: v.number(), ...WorkerSchema.entries })),
    'The thread of the broker that has its conversation.',
  ),
});
export type Witnesses = v.InferOutput<typeof WitnessesSchema>;

/** The job as `--json` shows it: the keys are a promise to scripts. Each is there in every state, and null where there is nothing to say. */
export const JobViewSchema = v.object({
  schemaVersion: described(v.literal(JOB_SCHEMA_VERSION), 'The version of the stored record.'),
  id: JobIdSchema,
  kind: described(JobKindSchema, 'What was asked for.'),
  kindLabel: described(v.picklist(['review', 'adversarial-review', 'rescue']), 'What people call it.'),
  jobClass: described(v.picklist(['review', 'task']), 'The class of its kind.'),
  title: described(Text, 'What people call such a job, such as "Codex Task".'),
  summary: described(
    Text,
    'The job in a line: of one that completed, how its answer begins; of any other, what it was asked.',
  ),
  requestSummary: described(Text, 'What it was asked, in a line, also when it has completed.'),
  status: described(JobStatusSchema, 'The first two are followed by another; the last three are final.'),
  phase: described(PhaseSchema, 'What it is at, in a word.'),
  position: described(Maybe.number, 'Its place among the jobs that wait, from 1.'),
  waitingForJob: described(
    v.nullable(WaitingForJobSchema),
    'The job that has to end before this one can start, if that is what it waits for.',
  ),
  pid: described(Maybe.number, 'The broker that runs it.'),
  threadId: described(Maybe.text, 'Its Codex thread, for `codex resume`.'),
  turnId: described(Maybe.text, "Codex's id of its turn."),
  sessionId: described(Maybe.text, 'The session that it was handed in by.'),
  key: described(Maybe.text, 'The key that it was handed in under.'),
  retryOf: described(Maybe.text, 'The job that had the same request before.'),
  workspaceRoot: described(Text, 'The workspace.'),
  write: described(v.boolean(), 'Whether it may change files of the working tree.'),
  sandbox: described(
    v.picklist([...SANDBOXES, 'inherit']),
    'What it may do; `inherit`: as the Codex configuration of the user says.',
  ),
  onApproval: described(ApprovalRuleSchema, 'What Codex is told when it asks for more.'),
  questions: described(v.array(QuestionSchema), 'What Codex asks to be allowed, and nobody has answered.'),
  logFile: described(Text, 'Its log: plain text.'),
  createdAt: described(InstantSchema, 'When it was accepted.'),
  startedAt: described(Maybe.instant, 'When its latest attempt began.'),
  completedAt: described(Maybe.instant, 'When it ended, however it did.'),
  updatedAt: described(InstantSchema, 'When its record was changed last.'),
  elapsed: described(Text, 'How long it has run, or waited, for people.'),
  duration: described(Maybe.text, 'How long it took, for people; null while it has not ended.'),
  progressPreview: described(v.array(Text), 'The last lines of its log, while it runs and when it failed.'),
  errorMessage: described(Maybe.text, 'Why it failed or who cancelled it, in a sentence.'),
  reason: described(v.nullable(ReasonSchema), 'Why it failed, of the closed set.'),
  comeBackAt: described(Maybe.instant, 'When Codex may be used again, for a job that a usage limit has ended.'),
  deadlineAt: described(Maybe.instant, 'When its hard deadline ends it.'),
  idleSince: described(Maybe.instant, 'Since when there was no progress.'),
  lastEventAt: described(Maybe.instant, 'When its turn said something last.'),
  waitingFor: described(
    v.nullable(v.object({ label: Text, since: InstantSchema, for: Text })),
    'The command, or other item of the turn, that has run for longest.',
  ),
  clock: described(
    v.nullable(DueClockSchema),
    'What will end it, and in how many milliseconds, if nothing happens before.',
  ),
  attempt: described(v.number(), 'The number of its attempt, from 1; 0 before it has started.'),
  retries: described(v.number(), 'How many attempts may follow the first.'),
  retryAt: described(Maybe.instant, 'When it is tried again.'),
  resolved: described(v.nullable(ResolvedSchema), 'What Codex said it would really use.'),
  usage: described(v.nullable(UsageSchema), 'Tokens of the job so far, of all of its attempts and sub-agents.'),
  partial: described(v.nullable(PartialSchema), 'What was saved of a job that did not complete.'),
  witnesses: described(v.nullable(WitnessesSchema), 'Who says that it runs, while it does.'),
});
export type JobView = v.InferOutput<typeof JobViewSchema>;
