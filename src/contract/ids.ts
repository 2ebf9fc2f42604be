import { customAlphabet } from 'nanoid/non-secure';
import * as v from 'valibot';
import { sha256Hex } from '../util/sha256.ts';

// Lower case and digits only: an id is a file name, a topic part and something a person types.
const randomPart = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 8);

export const JOB_KINDS = ['task', 'review', 'adversarial-review', 'stop-gate-review'] as const;
export const JobKindSchema = v.picklist(JOB_KINDS);
export type JobKind = v.InferOutput<typeof JobKindSchema>;

const PREFIXES: Record<JobKind, string> = {
  task: 'task',
  review: 'review',
  'adversarial-review': 'review',
  'stop-gate-review': 'gate',
};

const JOB_ID = /^(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}$/u;

export const JobIdSchema = v.pipe(v.string(), v.regex(JOB_ID, 'not a job id'));

/** Names a broker's folder: nothing in it may lead out of the workspace's. */
export const BrokerKeySchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u, 'not a broker key'));

/** `task-<created, base 36 ms>-<random>`: ids of one prefix sort by the time they were made. */
export function newJobId(kind: JobKind, nowMs: number): string {
  return `${PREFIXES[kind]}-${nowMs.toString(36).padStart(9, '0')}-${randomPart()}`;
}

/** The random part of a job's id: short, of one length, and every command takes it for the job. */
export function shortId(jobId: string): string {
  return jobId.slice(jobId.lastIndexOf('-') + 1);
}

/** The ids that a job with this key can have, one for each prefix: whoever has the key has the id. */
export function idsOfKey(key: string): string[] {
  return [...new Set(JOB_KINDS.map((kind) => jobIdOfKey(kind, key)))];
}

/** Of the form of {@link newJobId}; it says nothing of the time. */
export function jobIdOfKey(kind: JobKind, key: string): string {
  const digest = sha256Hex(key);
  const text = BigInt(`0x${digest}`).toString(36).padStart(50, '0');
  return `${PREFIXES[kind]}-${text.slice(-17, -8)}-${text.slice(-8)}`;
}

export function isJobId(text: string): boolean {
  return JOB_ID.test(text);
}

// A UUID today; documents and other builds of Codex also have the second form.
const THREAD_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|thr_\w+)$/iu;

/** Whether `text` has the form of a Codex thread's id; whether there is one, only Codex knows. */
export function isThreadId(text: string): boolean {
  return THREAD_ID.test(text);
}

export function newBrokerId(): string {
  return `broker-${randomPart()}`;
}

/** One for each app-server started; every process below it carries it in its environment. */
export function newRunTag(): string {
  return `${randomPart()}${randomPart()}`;
}

export function newNonce(): string {
  return randomPart();
}

/** Codex threads of tasks have names that begin so; the lookup of a thread to resume goes by it. */
export const TASK_THREAD_PREFIX = 'Codex Companion Task: ';

/** What the Codex thread of a job is called, for people who look for it. */
export function threadNameOf(kind: JobKind, summary: string): string {
  return `${kind === 'task' ? TASK_THREAD_PREFIX : 'Codex Companion: '}${summary}`;
}
