import { describe, expect, test } from 'vitest';
import { finishedName, parseFinishedName, sessionTagOf } from '../../src/status/finished-name.ts';
import { completedJob, minute } from './jobs.ts';

describe('the name of a finished record', () => {
  test('says when the job ended, of whose session it was, and which job it is', () => {
    for (const sessionId of [null, 'session-1', '../../etc', 'ö'.repeat(500)]) {
      const job = { ...completedJob(minute(7)), sessionId };
      const name = finishedName(job);
      expect(name).toMatch(/^[0-9a-z.-]+$/u);
      expect(parseFinishedName(name)).toEqual({
        name,
        id: job.id,
        completedAtMs: Date.parse(minute(7)),
        sessionTag: sessionTagOf(sessionId),
      });
    }
  });

  test('of an earlier version does not say the session', () => {
    const { id } = completedJob(minute(7));
    expect(parseFinishedName(`0mabcdef0.${id}.json`)).toMatchObject({ id, sessionTag: null });
  });

  test.each(['', 'x.json', '0mabcdef0.json', '0mabcdef0.a.b.c.json', '0mabcdef0.0.task-1-2.json', '..json'])(
    'is not "%s"',
    (name) => expect(parseFinishedName(name)).toBeNull(),
  );

  test('sorts by the end of the job, of whichever session', () => {
    const ends = [1, 2, 3, 4].map(minute);
    const names = ends.map((at, n) => finishedName({ ...completedJob(at), sessionId: n % 2 === 0 ? 'b' : null }));
    expect(names.toSorted()).toEqual(names);
  });
});

test('sessions have different tags, and none has that of no session', () => {
  const tags = [null, '', '0', 'a', 'b'].map(sessionTagOf);
  expect(new Set(tags).size).toBe(tags.length);
});
