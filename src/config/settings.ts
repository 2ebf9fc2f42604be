import ms from 'ms';
import { MAX_DURATION_MS } from '../contract/job.ts';

/** A setting that cannot be used: what was wrong, where, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Most jobs that may run at once under one broker. */
export const MAX_MAX_JOBS = 64;

/** Beyond these it is not worth counting: 0 keeps all. */
export const MAX_KEEP_JOBS = 1_000_000;
const MAX_KEEP_DAYS = 36_500;
const DAY_MS = 24 * 3_600_000;
export const MAX_KEEP_MS = MAX_KEEP_DAYS * DAY_MS;

const LOG_LEVELS = ['error', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Settings {
  /** Hard deadline of a job, from its dispatch; 0 = none. */
  readonly jobTimeoutMs: number;
  /** Longest time without progress of the turn; 0 = none. */
  readonly idleTimeoutMs: number;
  /** Longest time in the queue; 0 = none. */
  readonly queueTimeoutMs: number;
  /** Longest time from dispatch to a started turn; 0 = none. */
  readonly startTimeoutMs: number;
  /** Longest time between asking a turn to stop and ending its thread; 0 = none. */
  readonly stuckTimeoutMs: number;
  /** Longest time for a person to answer what Codex asks; then the answer is no. */
  readonly approvalTimeoutMs: number;
  /** How long a broker with no job and no client stays; 0 = for ever. */
  readonly brokerIdleMs: number;
  /** How often the app-server is asked for a sign of life, and how long it may stay silent. */
  readonly probeIntervalMs: number;
  readonly probeTimeoutMs: number;
  /** Longest time for the app-server to answer any other request. */
  readonly rpcTimeoutMs: number;
  /** Longest time for the app-server to answer `initialize`. */
  readonly appServerStartMs: number;
  readonly maxJobs: number;
  /** A finished job is kept while it is among so many newest ones of its workspace, or ended within this time; 0 = all are. */
  readonly keepJobs: number;
  readonly keepMs: number;
  readonly sessionId: string | null;
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every tunable of the environment, with its default, in one place. */
export function readSettings(environment: Environment): Settings {
  const duration = (name: string, fallback: number) => durationSetting(environment, name, fallback);
  const positive = (name: string, fallback: number) => positiveSetting(environment, name, fallback);
  return {
    jobTimeoutMs: duration('CODEX_COMPANION_JOB_TIMEOUT_MS', 1_800_000),
    idleTimeoutMs: duration('CODEX_COMPANION_IDLE_TIMEOUT_MS', 600_000),
    queueTimeoutMs: duration('CODEX_COMPANION_QUEUE_TIMEOUT_MS', 0),
    startTimeoutMs: duration('CODEX_COMPANION_START_TIMEOUT_MS', 60_000),
    stuckTimeoutMs: duration('CODEX_COMPANION_STUCK_TIMEOUT_MS', 10_000),
    approvalTimeoutMs: positive('CODEX_COMPANION_APPROVAL_TIMEOUT_MS', 300_000),
    brokerIdleMs: duration('CODEX_COMPANION_BROKER_IDLE_MS', 600_000),
    probeIntervalMs: positive('CODEX_COMPANION_PROBE_INTERVAL_MS', 5_000),
    probeTimeoutMs: positive('CODEX_COMPANION_PROBE_TIMEOUT_MS', 15_000),
    rpcTimeoutMs: positive('CODEX_COMPANION_RPC_TIMEOUT_MS', 30_000),
    appServerStartMs: positive('CODEX_COMPANION_APP_SERVER_START_MS', 15_000),
    maxJobs: countSetting(environment, 'CODEX_COMPANION_MAX_JOBS', { fallback: 8, min: 1, max: MAX_MAX_JOBS }),
    keepJobs: countSetting(environment, 'CODEX_COMPANION_KEEP_JOBS', { fallback: 1_000, min: 0, max: MAX_KEEP_JOBS }),
    keepMs:
      DAY_MS * countSetting(environment, 'CODEX_COMPANION_KEEP_DAYS', { fallback: 90, min: 0, max: MAX_KEEP_DAYS }),
    sessionId: environment['CODEX_COMPANION_SESSION_ID'] || null,
    logLevel: logLevelSetting(environment),
  };
}

/**
 * A duration as a person writes it: `90s`, `45m`, `1.5h`, or a bare number of milliseconds.
 * @throws ConfigError that quotes `text` and names `where` it came from.
 */
export function parseDuration(text: string, where: string, maxMs: number = MAX_DURATION_MS): number {
  const value = /^\d+$/u.test(text) ? Number(text) : parseUnits(text);
  if (value === undefined || !Number.isFinite(value) || value < 0 || value > maxMs) {
    throw new ConfigError(
      `Cannot read ${where}: "${text}" is not a duration from 0 to ${maxMs} ms (write 90s, 45m, 1.5h, or milliseconds)`,
    );
  }
  return Math.round(value);
}

function parseUnits(text: string): number | undefined {
  return isUnitText(text) ? ms(text) : undefined;
}

function isUnitText(text: string): text is ms.StringValue {
  return /^\d+(?:\.\d+)?\s*(?:ms|s|sec|secs|m|min|mins|h|hr|hrs|d)$/iu.test(text);
}

function durationSetting(environment: Environment, name: string, fallback: number): number {
  const text = environment[name];
  return text === undefined || text === '' ? fallback : parseDuration(text, name);
}

/** A duration without which nothing works: 0 would not turn it off but fire it at once. */
function positiveSetting(environment: Environment, name: string, fallback: number): number {
  const value = durationSetting(environment, name, fallback);
  if (value > 0) return value;
  throw new ConfigError(
    `Cannot read ${name}: "${environment[name]}" would be over at once (use 1 ms or more, or unset it for ${fallback} ms)`,
  );
}

interface CountRange {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

function countSetting(environment: Environment, name: string, { fallback, min, max }: CountRange): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= min && value <= max) return value;
  const what = name.endsWith('_DAYS') ? 'days' : 'jobs';
  throw new ConfigError(
    `Cannot read ${name}: "${text}" is not a number of ${what} (use a whole number from ${min} to ${max})`,
  );
}

function logLevelSetting(environment: Environment): LogLevel {
  const text = environment['CODEX_COMPANION_LOG_LEVEL'] || 'info';
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new ConfigError(
    `Cannot read CODEX_COMPANION_LOG_LEVEL: "${text}" is no log level (use one of ${LOG_LEVELS.join(', ')})`,
  );
}
