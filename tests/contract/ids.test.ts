import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  idsOfKey,
  isJobId,
  isThreadId,
  JOB_KINDS,
  JobIdSchema,
  jobIdOfKey,
  newBrokerId,
  newJobId,
  newNonce,
  newRunTag,
} from '../../src/contract/ids.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['task', 'task'],
  ['review', 'review'],
  ['adversarial-review', 'review'],
  ['stop-gate-review', 'gate'],
] as const)('the id of a %s begins with "%s-" and is one that every reader accepts', (kind, prefix) => {
  const id = newJobId(kind, NOW);
  expect(id.split('-')[0]).toBe(prefix);
  expect(isJobId(id)).toBe(true);
  expect(v.is(JobIdSchema, id)).toBe(true);
});

test('every kind of job has an id', () => {
  expect(JOB_KINDS.map((kind) => isJobId(newJobId(kind, 0)))).toEqual(JOB_KINDS.map(() => true));
});

test('ids of one prefix sort by the time they were made, across a change of digits too', () => {
  const moments = [0, 1, 35, 36, NOW - 1, NOW, NOW + 1, 36 ** 8 - 1, 36 ** 8];
  const ids = moments.map((at) => newJobId('task', at));
  expect([...ids].sort()).toEqual(ids);
});

test('no two ids of one millisecond are the same', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newJobId('task', NOW))).size).toBe(1_000);
});

test.each([
  '',
  'task',
  'job-000000000-00000000',
  'task-000000000-0000000',
  'task-000000000-00000000x',
  'task-000000000-0000000A',
  'task-000000000-00000000\n',
  '../task-000000000-00000000',
  'task-000000000-../../etc',
])('%j is no job id', (text) => {
  expect(isJobId(text)).toBe(false);
  expect(v.is(JobIdSchema, text)).toBe(false);
});

test('broker ids, run tags and nonces are safe in a file name, a topic and an environment', () => {
  expect(newBrokerId()).toMatch(/^broker-[0-9a-z]{8}$/u);
  expect(newRunTag()).toMatch(/^[0-9a-z]{16}$/u);
  expect(newNonce()).toMatch(/^[0-9a-z]{8}$/u);
});

test('a key always gives the same id, of the form of every other one, and another key another', () => {
  for (const key of ['a', 'deploy 12', 'ä'.repeat(200)]) {
    const id = jobIdOfKey('task', key);
    expect([id, isJobId(id)]).toEqual([jobIdOfKey('task', key), true]);
    expect(idsOfKey(key)).toContain(id);
  }
  expect(jobIdOfKey('task', 'a')).not.toBe(jobIdOfKey('task', 'b'));
  expect(idsOfKey('a').map((id) => id.slice(id.indexOf('-')))).toEqual(
    Array.from({ length: 3 }, () => jobIdOfKey('task', 'a').slice('task'.length)),
  );
});

test.each([
  ['01a20fcc-0728-7f23-984a-5c872c696b90', true],
  ['01A20FCC-0728-7F23-984A-5C872C696B90', true],
  ['thr_1', true],
  ['01a20fcc-0728', false],
  ['01a20fcc-0728-7f23-984a-5c872c696b90 ', false],
  ['nosuch', false],
  ['task-0mwvhh03s-exrygkx6', false],
  ['', false],
])('%j has the form of a Codex thread id: %s', (text, expected) => {
  expect(isThreadId(text)).toBe(expected);
});
