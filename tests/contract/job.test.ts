import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { newJobId } from '../../src/contract/ids.ts';
import {
  isFinished,
  type JobRecord,
  JobRecordSchema,
  JobSpecSchema,
  MAX_DURATION_MS,
  MAX_PROMPT_CHARS,
} from '../../src/contract/job.ts';
import { MAX_JSON_DEPTH } from '../../src/contract/json.ts';
import { reduce } from '../../src/status/reduce.ts';
import { completedJob, minute, queuedJob, runningJob } from '../status/jobs.ts';

const running = runningJob();
const context = { at: minute(1), source: 'broker-1' };
const interruption = { attempted: true, confirmed: true };

const RECORDS: ReadonlyArray<readonly [JobRecord['status'], JobRecord, finished: boolean]> = [
  ['queued', queuedJob(), false],
  ['running', running, false],
  ['completed', completedJob(minute(1)), true],
  [
    'failed',
    reduce(running, { type: 'job.failed', jobId: running.id, reason: 'internal', message: 'm', interruption }, context),
    true,
  ],
  ['cancelled', reduce(running, { type: 'job.cancelled', jobId: running.id, by: 'user', interruption }, context), true],
];

describe.each(RECORDS)('a %s job', (status, record, finished) => {
  test('is read from its file as it was written', () => {
    expect(v.parse(JobRecordSchema, JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test(`is ${finished ? '' : 'not '}finished`, () => {
    expect(record.status).toBe(status);
    expect(isFinished(record)).toBe(finished);
  });

  test('of a newer version is refused', () => {
    expect(v.is(JobRecordSchema, { ...record, schemaVersion: 2 })).toBe(false);
  });
});

test.each([
  ['a moment that no clock shows', { createdAt: '2026-01-01T00:00:00+23' }],
  ['a number beyond all numbers', JSON.parse('{"rev":1e999}')],
  ['a jump beyond all numbers', { work: { ...running.work, ...JSON.parse('{"clockJumpMs":-1e999}') } }],
  ['a broker that lives elsewhere', { owner: { ...running.owner, brokerKey: '../../elsewhere' } }],
])('a record with %s is refused', (_what, spoilt) => {
  expect(v.is(JobRecordSchema, { ...running, ...spoilt })).toBe(false);
});

test('a running record without its witnesses is refused', () => {
  const { broker: _broker, ...rest } = running;
  expect(v.is(JobRecordSchema, rest)).toBe(false);
  expect(v.is(JobRecordSchema, { ...running, broker: { ...running.broker, pid: 1 } })).toBe(false);
});

describe('a submitted job', () => {
  test('whose clock no timer can hold is refused', () => {
    for (const hardMs of [MAX_DURATION_MS + 1, 2 ** 53, 1e308, -1, 0.5]) {
      const request = { ...spec.request, clocks: { ...spec.request.clocks, hardMs } };
      expect(v.is(JobSpecSchema, { ...spec, request })).toBe(false);
    }
    const request = { ...spec.request, clocks: { ...spec.request.clocks, hardMs: MAX_DURATION_MS } };
    expect(v.is(JobSpecSchema, { ...spec, request })).toBe(true);
  });

  test('with an output schema too deep to be written again is refused', () => {
    const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}{}${'}'.repeat(levels)}`);
    const withSchema = (outputSchema: unknown) => ({ ...spec, request: { ...spec.request, outputSchema } });
    expect(v.is(JobSpecSchema, withSchema(nested(MAX_JSON_DEPTH - 1)))).toBe(true);
    expect(v.is(JobSpecSchema, withSchema(nested(MAX_JSON_DEPTH)))).toBe(false);
    expect(v.is(JobSpecSchema, withSchema(nested(100_000)))).toBe(false);
  });

  const spec = {
    id: newJobId('task', 0),
    kind: 'task',
    title: 'Codex Task',
    summary: 'x',
    sessionId: null,
    cwd: '/repo',
    request: queuedJob().request,
  };

  test.each([
    ['is accepted as the client makes it', {}, true],
    ['is accepted with the longest prompt', { prompt: 'x'.repeat(MAX_PROMPT_CHARS) }, true],
    ['is refused with a longer one', { prompt: 'x'.repeat(MAX_PROMPT_CHARS + 1) }, false],
    ['is refused without a prompt', { prompt: '' }, false],
    ['is refused with an unknown effort', { effort: 'silly' }, false],
    ['is accepted with every clock off', { clocks: { queueMs: 0, startMs: 0, idleMs: 0, hardMs: 0 } }, true],
    [
      'is refused with a clock that runs backwards',
      { clocks: { queueMs: 0, startMs: 0, idleMs: -1, hardMs: 0 } },
      false,
    ],
    [
      'is refused with a clock of half a millisecond',
      { clocks: { queueMs: 0, startMs: 0.5, idleMs: 0, hardMs: 0 } },
      false,
    ],
  ])('%s', (_what, change, accepted) => {
    expect(v.is(JobSpecSchema, { ...spec, request: { ...spec.request, ...change } })).toBe(accepted);
  });
});
