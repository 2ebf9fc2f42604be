import { describe, expect, test } from 'vitest';
import { changeSince } from '../../bench/compare.ts';
import { complaints, verdictOf } from '../../bench/verdict.ts';
import { judged, resultsOf } from './examples.ts';

describe('a verdict', () => {
  const ratio = { kind: 'ratio', at: 0.5, max: 1.8 } as const;
  const added = { kind: 'added', at: 0.5, max: 2 } as const;
  test.each([
    [ratio, 1.8, 'reached'],
    [ratio, 1.81, 'missed'],
    [ratio, 3.6, 'missed'],
    [ratio, 3.7, 'far off'],
    // A difference in milliseconds says nothing of another machine.
    [added, 100, 'missed'],
    [added, -1, 'reached'],
    [{ kind: 'below', at: 0.99, max: 20 }, 21, 'missed'],
    [{ kind: 'none', at: 0.5 }, 100, 'told'],
  ] as const)('of %o with %d is "%s"', (reach, value, wanted) => {
    expect(verdictOf(judged({ reach, value }))).toBe(wanted);
  });

  test('a run is complained of for what is far off, what is not so, and what could not be measured', () => {
    const fact = { measurement: 'flood', name: 'loss', title: 'nothing is lost', holds: false, detail: '3 of 4' };
    const results = resultsOf([judged({ value: 2 }), judged({ title: 'slow', value: 9 })], {
      facts: [fact, { ...fact, holds: true }],
      failures: [{ measurement: 'memory', message: 'no /proc' }],
    });
    expect(complaints(results)).toEqual([
      'Far off: slow (9.00 ×)',
      'Not so: nothing is lost (3 of 4)',
      'Not measured: memory (no /proc)',
    ]);
    expect(complaints(resultsOf([judged()]))).toEqual([]);
  });
});

describe('a comparison', () => {
  const last = resultsOf([judged({ value: 1.5, low: 1.4, high: 1.6 })]);
  test.each([
    ['the intervals touch', { value: 1.9, low: 1.55, high: 2.2 }, 'same'],
    ['they do not, and the change is small', { value: 1.63, low: 1.62, high: 1.64 }, 'same'],
    ['it takes longer', { value: 2, low: 1.9, high: 2.1 }, 'worse'],
    ['it takes less', { value: 1.2, low: 1.1, high: 1.3 }, 'better'],
  ] as const)('says when %s', (_, changes, how) => {
    expect(changeSince(last, judged(changes))).toEqual({ before: 1.5, how });
  });

  test('has nothing to say of a new figure, one that is judged otherwise now, and a first run', () => {
    expect(changeSince(last, judged({ name: 'new' }))).toBeNull();
    expect(changeSince(last, judged({ reach: { kind: 'added', at: 0.5, max: 1 } }))).toBeNull();
    expect(changeSince(null, judged())).toBeNull();
  });
});
