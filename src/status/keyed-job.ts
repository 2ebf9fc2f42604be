import { idsOfKey } from '../contract/ids.ts';
import type { JobRecord, JobSpec } from '../contract/job.ts';

/** Somebody handed in another job under the same key. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken';
}

type Read = (jobId: string) => JobRecord | null;

/** The job that was handed in under the key; null when there is none (any more). */
export function jobWithKey(key: string, read: Read): JobRecord | null {
  for (const id of idsOfKey(key)) {
    const job = read(id);
    if (job !== null) return job;
  }
  return null;
}

/** The job that `spec` is, if it was handed in before under its key. @throws KeyTaken when that one asked for something else. */
export function knownJob(spec: JobSpec, read: Read): JobRecord | null {
  if (spec.key === null) return null;
  const job = jobWithKey(spec.key, read);
  if (job === null) return null;
  const others = differences(spec, job);
  if (others.length === 0) return job;
  throw new KeyTaken(
    `Cannot hand in the job under the key "${spec.key}": ${job.id} has it, with another ${others.join(' and another ')} (choose another key, or see "codex-companion result ${job.id}")`,
  );
}

/** What makes it another request, in words. The thread that is resumed and the clocks are none of it: they say how, not what. */
function differences(spec: JobSpec, job: JobRecord): string[] {
  const [asked, had] = [spec.request, job.request];
  const parts = [
    ['kind', spec.kind, job.kind],
    ['prompt', asked.prompt, had.prompt],
    ['target', asked.review?.target ?? null, had.review?.target ?? null],
    ['sandbox', [asked.sandbox, asked.network, asked.addDirs], [had.sandbox, had.network, had.addDirs]],
    ['rule for approvals', asked.onApproval, had.onApproval],
    ['model', [asked.model, asked.effort], [had.model, had.effort]],
  ] as const;
  return parts.flatMap(([what, one, other]) => (JSON.stringify(one) === JSON.stringify(other) ? [] : [what]));
}
