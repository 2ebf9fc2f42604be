import { describe, expect, test } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import { NO_TOKENS, type Usage } from '../../src/contract/usage.ts';
import { finishedName, parseFinishedName, sessionTagOf, usageIn } from '../../src/status/finished-name.ts';
import { completedJob, minute } from './jobs.ts';

function withUsage(usage: Usage): FinishedJob {
  const job = completedJob(minute(7));
  return { ...job, work: { ...job.work, usage } };
}

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
        tokens: null,
      });
    }
  });

  test('says what the job used, if it has told', () => {
    const usage = {
      totalTokens: 123_456,
      inputTokens: 100_000,
      cachedInputTokens: 90_000,
      cacheWriteInputTokens: 1,
      outputTokens: 23_456,
      reasoningOutputTokens: 0,
    };
    const entry = parseFinishedName(finishedName(withUsage(usage)));
    expect(entry).toMatchObject({ sessionTag: '0' });
    expect(usageIn(entry?.tokens ?? '')).toEqual(usage);
  });

  test.each([-1, 0.4, 1e308, Number.MAX_VALUE])('is one for any number that Codex may tell: %d', (totalTokens) => {
    const name = finishedName(withUsage({ ...NO_TOKENS, totalTokens }));
    expect(name.length).toBeLessThan(150);
    expect(usageIn(parseFinishedName(name)?.tokens ?? '').totalTokens).toBeGreaterThanOrEqual(0);
  });

  test('of an earlier version does not say the session', () => {
    const { id } = completedJob(minute(7));
    expect(parseFinishedName(`0mabcdef0.${id}.json`)).toMatchObject({ id, sessionTag: null, tokens: null });
    expect(parseFinishedName(`0mabcdef0.0.${id}.json`)).toMatchObject({ id, sessionTag: '0', tokens: null });
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
