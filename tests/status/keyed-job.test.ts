import { describe, expect, test } from 'vitest';
import { jobIdOfKey } from '../../src/contract/ids.ts';
import type { JobRecord, JobRequest, JobSpec } from '../../src/contract/job.ts';
import { jobWithKey, knownJob } from '../../src/status/keyed-job.ts';
import { queuedJob } from './jobs.ts';

function jobOf(key: string, change: Partial<JobRequest> = {}): JobRecord {
  const job = queuedJob();
  return { ...job, id: jobIdOfKey('task', key), key, request: { ...job.request, ...change } };
}

function specOf(key: string | null, change: Partial<JobRequest> = {}, kind: JobSpec['kind'] = 'task'): JobSpec {
  const { id, title, summary, sessionId, foreground, cwd, request } = jobOf(key ?? 'none');
  return {
    id,
    kind,
    title,
    summary,
    sessionId,
    key,
    retryOf: null,
    foreground,
    cwd,
    request: { ...request, ...change },
  };
}

function reads(...jobs: readonly JobRecord[]) {
  return (id: string) => jobs.find((job) => job.id === id) ?? null;
}

describe('the same key', () => {
  const job = jobOf('k');

  test('is the same job, whatever its clocks and the thread that it resumes', () => {
    const { clocks } = job.request;
    const again = specOf('k', { clocks: { ...clocks, hardMs: 1 }, resumeThreadId: 'another' });
    expect(knownJob(again, reads(job))).toBe(job);
    expect(jobWithKey('k', reads(job))).toBe(job);
  });

  test.each<[string, Partial<JobRequest>, string]>([
    ['prompt', { prompt: 'something else' }, 'prompt'],
    ['sandbox', { sandbox: 'workspace-write' }, 'sandbox'],
    ['directories', { addDirs: ['/other'] }, 'sandbox'],
    ['rule for approvals', { onApproval: 'accept' }, 'rule for approvals'],
    ['model', { model: 'm' }, 'model'],
    ['prompt and effort', { prompt: 'x', effort: 'low' }, 'prompt and another model'],
  ])('with another %s is refused, and the refusal names the job', (_what, change, said) => {
    expect(() => knownJob(specOf('k', change), reads(job))).toThrow(
      `Cannot hand in the job under the key "k": ${job.id} has it, with another ${said} (`,
    );
  });

  test('for another kind of job is refused, although its id would be another', () => {
    expect(() => knownJob(specOf('k', {}, 'adversarial-review'), reads(job))).toThrow('another kind');
  });
});

test('another key, or none, is another job', () => {
  expect([knownJob(specOf('other'), reads(jobOf('k'))), knownJob(specOf(null), reads(jobOf('k')))]).toEqual([
    null,
    null,
  ]);
});
