import { expect, test } from 'vitest';
import { bounded, MAX_LIST_ITEMS, MAX_TEXT_CHARS } from '../../src/notify/bounded-json.ts';
import { jobDocument } from '../../src/notify/job-document.ts';
import { JOB_VARIABLES, jobVariables, MAX_VALUE_CHARS } from '../../src/notify/job-variables.ts';
import { reduce } from '../../src/status/reduce.ts';
import { completedJob, minute, runningJob } from '../status/jobs.ts';

const done = completedJob(minute(1));

test.each([
  ['as it is', 'Codex Task', 'Codex Task'],
  ['what a shell would read', '"$(rm -rf ~)" `id` ; \'x\' && y', '"$(rm -rf ~)" `id` ; \'x\' && y'],
  ['lines', 'one\ntwo\tthree\r\nfour', 'one two three four'],
  ['sequences for a terminal', '\u001b]0;x\u0007\u001b[31mred\u0000', 'red'],
  ['runs of spaces', 'a  b', 'a  b'],
  ['any length', 'x'.repeat(MAX_VALUE_CHARS + 1), 'x'.repeat(MAX_VALUE_CHARS)],
])('a value in the environment: %s', (_what, title, value) => {
  expect(jobVariables({ ...done, title })['CODEX_COMPANION_JOB_TITLE']).toBe(value);
});

test('every variable is set, and empty where a job has nothing to say', () => {
  const variables = jobVariables(done);
  expect(Object.keys(variables)).toEqual(JOB_VARIABLES);
  expect(variables).toMatchObject({
    CODEX_COMPANION_JOB_ID: done.id,
    CODEX_COMPANION_JOB_STATUS: 'completed',
    CODEX_COMPANION_JOB_REASON: '',
    CODEX_COMPANION_SESSION_ID: '',
    CODEX_COMPANION_WORKSPACE: '/repo',
  });
});

test('a job that failed says why', () => {
  const job = runningJob();
  const event = {
    type: 'job.failed',
    jobId: job.id,
    reason: 'idle_timeout',
    message: 'm',
    interruption: null,
  } as const;
  const failed = reduce(job, event, { at: minute(1), source: 'broker-1' });
  if (failed.status !== 'failed') throw new Error('It should have failed');
  expect(jobVariables(failed)).toMatchObject({ CODEX_COMPANION_JOB_REASON: 'idle_timeout' });
});

test('the document is the job of "status --json", with an answer as its summary', () => {
  const view = JSON.parse(jobDocument(done));
  expect(view).toMatchObject({
    schemaVersion: 1,
    id: done.id,
    status: 'completed',
    summary: 'done',
    duration: '12h 1m',
  });
});

test('whatever is in it, a document is bounded', () => {
  const long = 'y'.repeat(MAX_TEXT_CHARS + 1);
  const value = bounded({
    a: [long, ...Array(MAX_LIST_ITEMS).fill(1)],
    b: { c: `${'y'.repeat(MAX_TEXT_CHARS - 2)}😀x` },
    n: null,
  });
  const cut = `${'y'.repeat(MAX_TEXT_CHARS - 1)}…`;
  expect(value).toEqual({
    a: [cut, ...Array(MAX_LIST_ITEMS - 1).fill(1)],
    b: { c: `${'y'.repeat(MAX_TEXT_CHARS - 2)}…` },
    n: null,
  });
});
