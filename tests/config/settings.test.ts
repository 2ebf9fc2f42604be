import { describe, expect, test } from 'vitest';
import { ConfigError, parseDuration, readSettings } from '../../src/config/settings.ts';
import { MAX_DURATION_MS } from '../../src/contract/job.ts';

const DEFAULTS = {
  jobTimeoutMs: 1_800_000,
  idleTimeoutMs: 600_000,
  startTimeoutMs: 60_000,
  queueTimeoutMs: 0,
  stuckTimeoutMs: 10_000,
  approvalTimeoutMs: 300_000,
  brokerIdleMs: 600_000,
  probeIntervalMs: 5_000,
  probeTimeoutMs: 15_000,
  rpcTimeoutMs: 30_000,
  appServerStartMs: 15_000,
  maxJobs: 8,
  keepJobs: 1_000,
  keepMs: 90 * 86_400_000,
  sessionId: null,
  logLevel: 'info',
};

const DURATIONS = [
  ['CODEX_COMPANION_JOB_TIMEOUT_MS', 'jobTimeoutMs'],
  ['CODEX_COMPANION_IDLE_TIMEOUT_MS', 'idleTimeoutMs'],
  ['CODEX_COMPANION_START_TIMEOUT_MS', 'startTimeoutMs'],
  ['CODEX_COMPANION_QUEUE_TIMEOUT_MS', 'queueTimeoutMs'],
  ['CODEX_COMPANION_STUCK_TIMEOUT_MS', 'stuckTimeoutMs'],
  ['CODEX_COMPANION_BROKER_IDLE_MS', 'brokerIdleMs'],
  ['CODEX_COMPANION_APPROVAL_TIMEOUT_MS', 'approvalTimeoutMs'],
  ['CODEX_COMPANION_RPC_TIMEOUT_MS', 'rpcTimeoutMs'],
  ['CODEX_COMPANION_PROBE_INTERVAL_MS', 'probeIntervalMs'],
  ['CODEX_COMPANION_PROBE_TIMEOUT_MS', 'probeTimeoutMs'],
  ['CODEX_COMPANION_APP_SERVER_START_MS', 'appServerStartMs'],
] as const;

const OTHERS = ['CODEX_COMPANION_MAX_JOBS', 'CODEX_COMPANION_SESSION_ID', 'CODEX_COMPANION_LOG_LEVEL'] as const;

test('an empty environment gives the documented defaults', () => {
  expect(readSettings({})).toEqual(DEFAULTS);
});

test('a variable that is set to nothing counts as not set', () => {
  const names = [...DURATIONS.map(([name]) => name), ...OTHERS];
  expect(readSettings(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(DEFAULTS);
});

describe.each(DURATIONS)('%s', (name, key) => {
  test('is read into its own setting, and into no other', () => {
    expect(readSettings({ [name]: '1234' })).toEqual({ ...DEFAULTS, [key]: 1_234 });
  });

  test('that is no duration is refused, with variable, value and remedy', () => {
    expect(() => readSettings({ [name]: 'soon' })).toThrow(ConfigError);
    expect(() => readSettings({ [name]: 'soon' })).toThrow(
      `Cannot read ${name}: "soon" is not a duration from 0 to ${MAX_DURATION_MS} ms (write 90s, 45m, 1.5h, or milliseconds)`,
    );
  });
});

test.each(DURATIONS.slice(0, 6))('%s is turned off by 0', (name, key) => {
  expect(readSettings({ [name]: '0' })[key]).toBe(0);
});

test.each(DURATIONS.slice(6))('%s cannot be 0', (name) => {
  expect(() => readSettings({ [name]: '0' })).toThrow(
    new RegExp(`Cannot read ${name}: "0" would be over at once \\(use 1 ms or more, or unset it`, 'u'),
  );
});

test.each([
  ['90000', 90_000],
  ['0', 0],
  ['90s', 90_000],
  ['45m', 2_700_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['2 mins', 120_000],
  ['1d', 86_400_000],
  ['10S', 10_000],
  ['0.4ms', 0],
  [String(MAX_DURATION_MS), MAX_DURATION_MS],
])('the duration %j is %i ms', (text, value) => {
  expect(parseDuration(text, '--timeout')).toBe(value);
});

test.each([
  '',
  ' ',
  '-1',
  '-5m',
  '1.5',
  '1e3',
  '0x10',
  '10 parsecs',
  'm',
  '5m5s',
  'Infinity',
  'NaN',
  '1y',
  '25d',
  String(MAX_DURATION_MS + 1),
  '9'.repeat(400),
])('%j is no duration, and the message says where it came from', (text) => {
  expect(() => parseDuration(text, '--timeout')).toThrow(`Cannot read --timeout: "${text}" is not a duration`);
});

test.each(['0', '65', '-1', '1.5', 'many', ' '])('%j jobs at once are refused with the bounds', (text) => {
  expect(() => readSettings({ CODEX_COMPANION_MAX_JOBS: text })).toThrow(
    `Cannot read CODEX_COMPANION_MAX_JOBS: "${text}" is not a number of jobs (use a whole number from 1 to 64)`,
  );
});

test.each(['-1', '1.5', 'all', ' ', '0x10', '1e9'])('%j is not how many jobs or days are kept', (text) => {
  for (const [name, what] of [
    ['CODEX_COMPANION_KEEP_JOBS', 'jobs'],
    ['CODEX_COMPANION_KEEP_DAYS', 'days'],
  ] as const) {
    expect(() => readSettings({ [name]: text })).toThrow(
      `Cannot read ${name}: "${text}" is not a number of ${what} (use`,
    );
  }
});

test('how much is kept is taken from the environment, and 0 is a choice', () => {
  const chosen = { CODEX_COMPANION_KEEP_JOBS: '0', CODEX_COMPANION_KEEP_DAYS: '7' };
  expect(readSettings(chosen)).toEqual({ ...DEFAULTS, keepJobs: 0, keepMs: 7 * 86_400_000 });
});

test('the number of jobs, the session and the log level are taken from the environment', () => {
  const settings = readSettings({
    CODEX_COMPANION_MAX_JOBS: '64',
    CODEX_COMPANION_SESSION_ID: 'session-1',
    CODEX_COMPANION_LOG_LEVEL: 'debug',
  });
  expect(settings).toEqual({ ...DEFAULTS, maxJobs: 64, sessionId: 'session-1', logLevel: 'debug' });
});

test('an unknown log level is refused with the known ones', () => {
  expect(() => readSettings({ CODEX_COMPANION_LOG_LEVEL: 'loud' })).toThrow(
    'Cannot read CODEX_COMPANION_LOG_LEVEL: "loud" is no log level (use one of error, info, debug)',
  );
});
