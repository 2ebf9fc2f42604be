import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { ROWS, type Settings } from '../../src/config/rows.ts';
import { type Resolved, resolveSettings, settingsOf, withFlags } from '../../src/config/settings.ts';
import type { SettingsFile } from '../../src/config/settings-file.ts';
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
  maxQueued: 1_000,
  notify: 'off',
  onJobEnd: null,
  onJobEndTimeoutMs: 30_000,
  webhook: null,
  keepJobs: 1_000,
  keepMs: 90 * 86_400_000,
  metricsPort: 0,
  logLevel: 'info',
  model: null,
  effort: null,
  retries: 0,
  onApproval: 'decline',
  codex: null,
  sessionId: null,
  transcriptPath: null,
};

const DURATIONS = [
  ['CODEX_COMPANION_JOB_TIMEOUT_MS', 'jobTimeoutMs'],
  ['CODEX_COMPANION_IDLE_TIMEOUT_MS', 'idleTimeoutMs'],
  ['CODEX_COMPANION_START_TIMEOUT_MS', 'startTimeoutMs'],
  ['CODEX_COMPANION_QUEUE_TIMEOUT_MS', 'queueTimeoutMs'],
  ['CODEX_COMPANION_STUCK_TIMEOUT_MS', 'stuckTimeoutMs'],
  ['CODEX_COMPANION_BROKER_IDLE_MS', 'brokerIdleMs'],
  ['CODEX_COMPANION_APPROVAL_TIMEOUT_MS', 'approvalTimeoutMs'],
  ['CODEX_COMPANION_ON_JOB_END_TIMEOUT_MS', 'onJobEndTimeoutMs'],
  ['CODEX_COMPANION_RPC_TIMEOUT_MS', 'rpcTimeoutMs'],
  ['CODEX_COMPANION_PROBE_INTERVAL_MS', 'probeIntervalMs'],
  ['CODEX_COMPANION_PROBE_TIMEOUT_MS', 'probeTimeoutMs'],
  ['CODEX_COMPANION_APP_SERVER_START_MS', 'appServerStartMs'],
] as const;

/** Where they are depends on the machine. */
const PLACES = ['stateDir', 'runtimeDir', 'configFile', 'codexHome'] as const;

const OTHERS = ['CODEX_COMPANION_MAX_JOBS', 'CODEX_COMPANION_SESSION_ID', 'CODEX_COMPANION_LOG_LEVEL'] as const;

function readSettings(environment: Readonly<Record<string, string>>): Omit<Settings, (typeof PLACES)[number]> {
  const { stateDir, runtimeDir, configFile, codexHome, ...settings } = settingsOf(resolveSettings(environment));
  return settings;
}

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

describe('of several sources', () => {
  const file = (kind: 'user' | 'project', values: object, problems: SettingsFile['problems'] = []): SettingsFile => ({
    kind,
    path: `/${kind}.toml`,
    exists: true,
    values: new Map(Object.entries(values)),
    problems,
  });
  const ofKey = (resolved: readonly Resolved[], key: string) => resolved.find(({ row }) => row.key === key);

  test('the first that says a setting counts, and is told with its value', () => {
    const files = [
      file('project', { maxJobs: 1, retries: 1 }),
      file('user', { maxJobs: 2, retries: 2, logLevel: 'debug' }),
    ];
    const resolved = resolveSettings({ CODEX_COMPANION_MAX_JOBS: '3' }, files);
    expect(ofKey(resolved, 'max_jobs')).toMatchObject({
      value: 3,
      origin: { kind: 'environment', variable: 'CODEX_COMPANION_MAX_JOBS' },
    });
    expect(ofKey(resolved, 'retries')).toMatchObject({ value: 1, origin: { kind: 'project', path: '/project.toml' } });
    expect(ofKey(resolved, 'log_level')).toMatchObject({
      value: 'debug',
      origin: { kind: 'user', path: '/user.toml' },
    });
    expect(ofKey(resolved, 'keep_days')).toMatchObject({ value: 90 * 86_400_000, origin: { kind: 'default' } });
  });

  test('an option of the command comes before all of them; one that was not given changes nothing', () => {
    const resolved = withFlags(resolveSettings({ CODEX_COMPANION_RETRIES: '3' }), { retries: 0, model: null });
    expect(ofKey(resolved, 'retries')).toMatchObject({ value: 0, origin: { kind: 'flag', flag: '--retries' } });
    expect(ofKey(resolved, 'model')).toMatchObject({ value: null, origin: { kind: 'flag', flag: '--model' } });
    expect(ofKey(resolved, 'effort')).toMatchObject({ value: null, origin: { kind: 'default' } });
  });

  test('what a file may have said is in doubt while nobody can read it, and nothing else is', () => {
    const unread = { key: null, message: 'unread' };
    const doubtful = (resolved: readonly Resolved[]) =>
      resolved.filter(({ doubt }) => doubt !== null).map(({ row }) => row.key);
    const byUser = doubtful(resolveSettings({ CODEX_COMPANION_MODEL: 'm' }, [file('user', {}, [unread])]));
    expect(byUser).toContain('codex');
    expect(byUser).not.toContain('model');
    expect(byUser).not.toContain('state_dir');
    const files = [file('project', {}, [unread]), file('user', { retries: 1, codex: '/codex' })];
    expect(doubtful(resolveSettings({}, files))).toContain('retries');
    expect(doubtful(resolveSettings({}, files))).not.toContain('codex');
    const wrong = [{ key: 'max_jobs', message: 'wrong' }];
    expect(doubtful(resolveSettings({}, [file('project', { maxJobs: 1 }), file('user', {}, wrong)]))).toEqual([]);
    expect(doubtful(resolveSettings({}, [file('user', {}, wrong)]))).toEqual(['max_jobs']);
  });
});

test('every setting has a name, a variable and an option of its own, and says what it means', () => {
  for (const column of ['key', 'variable', 'flag'] as const) {
    const given = ROWS.map((row) => row[column]).filter((name) => name !== null);
    expect(new Set(given).size).toBe(given.length);
  }
  for (const { key, meaning, kind, fallback } of ROWS) {
    expect(key).toMatch(/^[a-z]+(?:_[a-z]+)*$/u);
    expect(meaning).toMatch(/^.{4,}[^.]$/u);
    const value = fallback({});
    if (value !== null) expect(kind.fromFile(kind.write(value))).toEqual({ ok: true, value });
  }
});
