import * as v from 'valibot';
import { expect, test } from 'vitest';
import { newJobId } from '../../src/contract/ids.ts';
import { JobRecordSchema, type JobSpec } from '../../src/contract/job.ts';
import { newRecord } from '../../src/status/new-record.ts';
import { minute, queuedJob } from './jobs.ts';

const { request } = queuedJob();
const spec: JobSpec = {
  id: newJobId('task', 0),
  kind: 'task',
  title: 'Codex Task',
  summary: 'x',
  sessionId: 'session-1',
  key: null,
  retryOf: null,
  foreground: true,
  cwd: '/repo/src',
  request,
};
const owner = { brokerKey: 'k', brokerId: 'broker-1', codexHome: '/h', codexPath: '/c' };
const place = { owner, workspaceRoot: '/repo', logFile: '/state/x.log', at: minute(1) };

test('an accepted job is a complete record of everything that was asked for', () => {
  const record = newRecord(spec, place);
  expect(v.parse(JobRecordSchema, record)).toEqual(record);
  expect(record).toMatchObject({ ...spec, ...{ owner, workspaceRoot: '/repo', logFile: '/state/x.log' } });
  expect(record).toMatchObject({ status: 'queued', rev: 1, attempt: 0, threadId: null, createdAt: minute(1) });
  expect(record.history).toEqual([{ at: minute(1), event: 'queued', source: 'broker-1', detail: null }]);
});

test('a job is on the thread that it resumes only when Codex has opened it', () => {
  const resuming = { ...spec, request: { ...request, resumeThreadId: 'thread-1' } };
  expect(newRecord(resuming, place)).toMatchObject({ threadId: null, request: { resumeThreadId: 'thread-1' } });
});
