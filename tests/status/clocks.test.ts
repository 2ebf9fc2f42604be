import { describe, expect, test } from 'vitest';
import { resolveSettings, settingsOf } from '../../src/config/settings.ts';
import { type JobTiming, nextExpiry } from '../../src/status/clocks.ts';

const clocks = { queueMs: 0, startMs: 60_000, idleMs: 600_000, hardMs: 1_800_000 };
const off = { queueMs: 0, startMs: 0, idleMs: 0, hardMs: 0 };

const base: JobTiming = {
  clocks,
  stuckMs: 10_000,
  queuedAtMs: 500,
  dispatchedAtMs: 1_000,
  turnStarted: true,
  lastProgressAtMs: 5_000,
  commandRunning: false,
  stoppingAtMs: null,
};

const cases: ReadonlyArray<readonly [promise: string, change: Partial<JobTiming>, expected: object | null]> = [
  [
    'before its turn a job has the start clock, from its dispatch',
    { turnStarted: false },
    { clock: 'start', atMs: 61_000 },
  ],
  ['the idle clock runs from the last progress', {}, { clock: 'idle', atMs: 605_000 }],
  ['there is no idle clock before the turn', { turnStarted: false, clocks: { ...off, idleMs: 1 } }, null],
  ['while a command runs, only the hard clock does', { commandRunning: true }, { clock: 'hard', atMs: 1_801_000 }],
  [
    'a running command does not stop the start clock of a turn that never began',
    { commandRunning: true, turnStarted: false },
    { clock: 'start', atMs: 61_000 },
  ],
  [
    'progress moves the idle clock, not the hard one',
    { lastProgressAtMs: 1_800_000 },
    { clock: 'hard', atMs: 1_801_000 },
  ],
  ['a short deadline comes first', { clocks: { ...clocks, hardMs: 50 } }, { clock: 'hard', atMs: 1_050 }],
  [
    'once asked to stop, a job has the stuck clock only',
    { stoppingAtMs: 7_000, clocks: { ...clocks, hardMs: 1 } },
    { clock: 'stuck', atMs: 17_000 },
  ],
  [
    'in the queue only the queue clock runs',
    { dispatchedAtMs: null, turnStarted: false, clocks: { ...clocks, queueMs: 2_000 } },
    { clock: 'queue', atMs: 2_500 },
  ],
  ['the queue clock is off by default', { dispatchedAtMs: null, turnStarted: false }, null],
  ['a dispatched job has left the queue clock behind', { clocks: { ...off, queueMs: 1 } }, null],
  ['every clock can be off', { clocks: off }, null],
  [
    'the start clock can be off',
    { turnStarted: false, clocks: { ...clocks, startMs: 0 } },
    { clock: 'hard', atMs: 1_801_000 },
  ],
  ['the idle clock can be off', { clocks: { ...clocks, idleMs: 0 } }, { clock: 'hard', atMs: 1_801_000 }],
  ['the hard clock can be off', { commandRunning: true, clocks: { ...clocks, hardMs: 0 } }, null],
  ['the stuck clock can be off', { stoppingAtMs: 7_000, stuckMs: 0 }, null],
];

test.each(cases)('%s', (_promise, change, expected) => {
  expect(nextExpiry({ ...base, ...change })).toEqual(expected);
});

describe('under the default clocks', () => {
  const settings = settingsOf(resolveSettings({}));
  const defaults = {
    queueMs: settings.queueTimeoutMs,
    startMs: settings.startTimeoutMs,
    idleMs: settings.idleTimeoutMs,
    hardMs: settings.jobTimeoutMs,
  };
  const start: JobTiming = { ...base, clocks: defaults, dispatchedAtMs: 0, lastProgressAtMs: 0 };

  test('26 minutes of honest work with progress every 61 s never meet a clock', () => {
    for (let now = 0; now <= 26 * 60_000; now += 61_000) {
      const expiry = nextExpiry({ ...start, lastProgressAtMs: now });
      expect(expiry?.atMs).toBeGreaterThan(now + 61_000);
    }
  });

  test('a command of 25 silent minutes is let finish, one of 31 is not', () => {
    const expiry = nextExpiry({ ...start, commandRunning: true, lastProgressAtMs: 1_000 });
    expect(expiry).toEqual({ clock: 'hard', atMs: 30 * 60_000 });
  });

  test('silence of a turn ends it after ten minutes', () => {
    expect(nextExpiry({ ...start, lastProgressAtMs: 1_000 })).toEqual({ clock: 'idle', atMs: 601_000 });
  });
});
