import * as v from 'valibot';
import {
  type ApprovalRule,
  ApprovalRuleSchema,
  DurationSchema,
  type Effort,
  EffortSchema,
  JobKeySchema,
  MAX_PROMPT_CHARS,
  MAX_RETRIES,
} from '../contract/job.ts';
import { type JsonObject, JsonObjectSchema } from '../contract/json.ts';
import { SCOPES, type Scope } from '../review/scope.ts';
import { SANDBOX_CHOICES, type SandboxChoice } from './sandbox-choice.ts';

/** What is the same for jobs of every kind. What is left out is as the environment says. */
export interface SubmissionSettings {
  readonly model?: string | undefined;
  readonly effort?: Effort | undefined;
  /** The same key again is the same job, whether or not it has ended. */
  readonly key?: string | undefined;
  /** How often it is tried again when an attempt was lost before it had done anything; 0 to 10. */
  readonly retries?: number | undefined;
  /** Hard deadline, from the start of an attempt. Here and below: milliseconds, 0 is none. */
  readonly timeoutMs?: number | undefined;
  /** Longest time without progress. */
  readonly idleTimeoutMs?: number | undefined;
  /** Longest time until the turn has started. */
  readonly startTimeoutMs?: number | undefined;
  /** Longest time in the queue. */
  readonly queueTimeoutMs?: number | undefined;
}

/** A turn of Codex with a prompt. */
export interface TaskSubmission extends SubmissionSettings {
  readonly kind?: 'task' | undefined;
  readonly prompt: string;
  /** Whether it may change files of the workspace: short for the sandbox `workspace-write`. */
  readonly write?: boolean | undefined;
  /** `read-only` without it; `inherit` leaves it to the user's own Codex configuration. */
  readonly sandbox?: SandboxChoice | undefined;
  /** With a sandbox that may write: whether commands may use the network. */
  readonly network?: boolean | undefined;
  /** With a sandbox that may write: further directories. */
  readonly addDirs?: readonly string[] | undefined;
  /** What Codex is told when it asks for more than its sandbox allows. For `ask` see `answer()`. */
  readonly onApproval?: ApprovalRule | undefined;
  /** The job or the Codex thread to go on with; `last`: the latest task of this session. */
  readonly resume?: string | undefined;
  /** The JSON Schema that the final message has to fit. */
  readonly outputSchema?: JsonObject | undefined;
}

/** Codex's own review, of the working tree or of a branch. */
export interface ReviewSubmission extends SubmissionSettings {
  readonly kind: 'review';
  /** What the branch has over this ref. */
  readonly base?: string | undefined;
  /** `auto` without it: the working tree when it is dirty, else the branch. */
  readonly scope?: Scope | undefined;
}

/** The reasons why a change must not ship: a verdict, and findings. */
export interface AdversarialReviewSubmission extends Omit<ReviewSubmission, 'kind'> {
  readonly kind: 'adversarial-review';
  /** Where to look hardest. */
  readonly focus?: string | undefined;
}

export type Submission = TaskSubmission | ReviewSubmission | AdversarialReviewSubmission;

const Duration = v.optional(DurationSchema);
const Text = v.optional(v.string());
const Flag = v.optional(v.boolean());

const settings = {
  model: Text,
  effort: v.optional(EffortSchema),
  key: v.optional(JobKeySchema),
  retries: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_RETRIES))),
  timeoutMs: Duration,
  idleTimeoutMs: Duration,
  startTimeoutMs: Duration,
  queueTimeoutMs: Duration,
};
const target = { base: Text, scope: v.optional(v.picklist(SCOPES)) };

export const SubmissionSchema: v.GenericSchema<Submission> = v.variant('kind', [
  v.strictObject({
    kind: v.optional(v.literal('task')),
    prompt: v.pipe(v.string(), v.regex(/\S/u, 'Expected a text that is not blank'), v.maxLength(MAX_PROMPT_CHARS)),
    write: Flag,
    sandbox: v.optional(v.picklist(SANDBOX_CHOICES)),
    network: Flag,
    addDirs: v.optional(v.array(v.string())),
    onApproval: v.optional(ApprovalRuleSchema),
    resume: v.optional(v.pipe(v.string(), v.minLength(1))),
    outputSchema: v.optional(JsonObjectSchema),
    ...settings,
  }),
  v.strictObject({ kind: v.literal('review'), ...target, ...settings }),
  v.strictObject({ kind: v.literal('adversarial-review'), focus: Text, ...target, ...settings }),
]);
