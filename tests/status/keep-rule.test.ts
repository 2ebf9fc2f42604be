import { describe, expect, test } from 'vitest';
import { finishedName, parseFinishedName } from '../../src/status/finished-name.ts';
import { JUST_ENDED_MS, judge, type KeepRule, keepRuleOf } from '../../src/status/keep-rule.ts';
import { completedJob, minute } from './jobs.ts';

const NOW = Date.parse(minute(1_000));
const MINUTE_MS = 60_000;

/** Jobs that ended so many minutes ago, newest first. */
const ENTRIES = [100, 200, 300, 400].map((ago) => {
  const entry = parseFinishedName(finishedName(completedJob(minute(1_000 - ago))));
  if (entry === null) throw new Error('No name of a finished record');
  return entry;
});
const [newest = '', second = '', third = '', oldest = ''] = ENTRIES.map(({ id }) => id);
const NONE: KeepRule = { newest: null, withinMs: null, unreadWithinMs: null };

function removed(rule: Partial<KeepRule>, seen: readonly string[] = []): string[] {
  return judge(ENTRIES, { ...NONE, ...rule }, new Set(seen), NOW).removable.map(({ id }) => id);
}

describe('a rule', () => {
  test('keeps by count, or by age, and the more generous of the two decides', () => {
    expect(removed({ newest: 3 })).toEqual([oldest]);
    expect(removed({ withinMs: 250 * MINUTE_MS })).toEqual([oldest, third]);
    expect(removed({ newest: 3, withinMs: 250 * MINUTE_MS })).toEqual([oldest]);
    expect(removed({ newest: 1, withinMs: 250 * MINUTE_MS })).toEqual([oldest, third]);
  });

  test('that keeps nothing removes all, oldest first', () => {
    expect(removed({})).toEqual([oldest, third, second, newest]);
    expect(removed({ newest: 0 })).toEqual([oldest, third, second, newest]);
  });

  test('keeps what nobody has read for as long as it says', () => {
    expect(removed({ newest: 0, unreadWithinMs: 350 * MINUTE_MS }, [second])).toEqual([oldest, second]);
    const judged = judge(ENTRIES, { ...NONE, unreadWithinMs: 350 * MINUTE_MS }, new Set([second]), NOW);
    expect(judged).toMatchObject({ kept: 2, keptUnread: 2 });
  });

  test('never removes what has just ended', () => {
    const nowMs = Date.parse(minute(900)) + JUST_ENDED_MS - 1;
    expect(judge(ENTRIES, NONE, new Set(), nowMs).removable.map(({ id }) => id)).toEqual([oldest, third, second]);
    expect(judge(ENTRIES, NONE, new Set(), nowMs + 1).kept).toBe(0);
  });
});

describe('the rule of the settings', () => {
  const keeps = (keepJobs: number, keepMs: number) => removed(keepRuleOf({ keepJobs, keepMs }));
  test('keeps the newest ones and the young ones', () => {
    expect(keeps(2, MINUTE_MS)).toEqual([oldest, third]);
    expect(keeps(1, 350 * MINUTE_MS)).toEqual([oldest]);
  });
  test('with 0 for either keeps all', () => {
    expect([keeps(0, MINUTE_MS), keeps(1, 0), keeps(0, 0)]).toEqual([[], [], []]);
  });
});
