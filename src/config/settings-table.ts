import { APPROVAL_RULES, EFFORTS, MAX_RETRIES } from '../contract/job.ts';
import { NOTIFY_WAYS } from '../contract/notify.ts';
import { defaultCodexHome, defaultRuntimeRoot, defaultStateRoot, defaultUserFile } from './default-places.ts';
import { DAY_MS } from './duration.ts';
import {
  choice,
  commandLine,
  days,
  duration,
  place,
  port,
  shortText,
  text,
  webhookAddress,
  wholeNumber,
} from './kinds.ts';
import { PROJECT_FILE } from './paths.ts';
import { setting } from './setting.ts';

/** Most jobs that may run at once under one broker. */
export const MAX_MAX_JOBS = 64;

/** Most jobs that may wait under one broker: each is held in memory, with its prompt. */
const MAX_MAX_QUEUED = 100_000;

/** Beyond these it is not worth counting: 0 keeps all. */
export const MAX_KEEP_JOBS = 1_000_000;
const MAX_KEEP_DAYS = 36_500;
export const MAX_KEEP_MS = MAX_KEEP_DAYS * DAY_MS;

/** Longest name of a model, in characters. */
const MAX_MODEL_CHARS = 200;

const LOG_LEVELS = ['error', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Every setting there is. A further one is a further row: its reading, its type in `Settings`, `config`, the
 * documentation and the manual page come of it.
 */
export const SETTINGS = {
  model: setting({
    key: 'model',
    variable: 'CODEX_COMPANION_MODEL',
    flag: '--model',
    kind: shortText('name of a model', MAX_MODEL_CHARS),
    fallback: { text: "Codex's own", of: () => null },
    setBy: 'project',
    readBy: 'job',
    meaning: 'model of a job; `spark` is short for gpt-5.3-codex-spark',
  }),
  effort: setting({
    key: 'effort',
    variable: 'CODEX_COMPANION_EFFORT',
    flag: '--effort',
    kind: choice(EFFORTS, 'effort'),
    fallback: { text: "Codex's own", of: () => null },
    setBy: 'project',
    readBy: 'job',
    meaning: 'reasoning effort of a job',
  }),
  retries: setting({
    key: 'retries',
    variable: 'CODEX_COMPANION_RETRIES',
    flag: '--retries',
    kind: wholeNumber({ min: 0, max: MAX_RETRIES, of: 'retries' }),
    fallback: 0,
    setBy: 'project',
    readBy: 'job',
    meaning: 'how often a job is tried again when an attempt was lost before it had done anything',
  }),
  onApproval: setting({
    key: 'on_approval',
    variable: 'CODEX_COMPANION_ON_APPROVAL',
    flag: '--on-approval',
    kind: choice(APPROVAL_RULES, 'rule for approvals'),
    fallback: 'decline',
    setBy: 'user',
    readBy: 'job',
    meaning:
      'what a task answers when Codex asks for more than its sandbox allows; where there is no terminal to ask on, `ask` is `decline`',
  }),
  jobTimeoutMs: setting({
    key: 'job_timeout',
    variable: 'CODEX_COMPANION_JOB_TIMEOUT_MS',
    flag: '--timeout',
    kind: duration(),
    fallback: 1_800_000,
    setBy: 'project',
    readBy: 'job',
    meaning: 'hard deadline of a job, from its start',
  }),
  idleTimeoutMs: setting({
    key: 'idle_timeout',
    variable: 'CODEX_COMPANION_IDLE_TIMEOUT_MS',
    flag: '--idle-timeout',
    kind: duration(),
    fallback: 600_000,
    setBy: 'project',
    readBy: 'job',
    meaning: 'longest time without progress; a running shell command does not count as silence',
  }),
  startTimeoutMs: setting({
    key: 'start_timeout',
    variable: 'CODEX_COMPANION_START_TIMEOUT_MS',
    flag: '--start-timeout',
    kind: duration(),
    fallback: 60_000,
    setBy: 'project',
    readBy: 'job',
    meaning: 'longest time from the start of a job until its turn has started',
  }),
  queueTimeoutMs: setting({
    key: 'queue_timeout',
    variable: 'CODEX_COMPANION_QUEUE_TIMEOUT_MS',
    flag: '--queue-timeout',
    kind: duration(),
    fallback: 0,
    setBy: 'project',
    readBy: 'job',
    meaning: 'longest time in the queue',
  }),
  maxJobs: setting({
    key: 'max_jobs',
    variable: 'CODEX_COMPANION_MAX_JOBS',
    kind: wholeNumber({ min: 1, max: MAX_MAX_JOBS, of: 'jobs' }),
    fallback: 8,
    setBy: 'project',
    readBy: 'broker',
    meaning: 'jobs at once in one workspace; more wait in order',
  }),
  maxQueued: setting({
    key: 'max_queued',
    variable: 'CODEX_COMPANION_MAX_QUEUED',
    kind: wholeNumber({ min: 1, max: MAX_MAX_QUEUED, of: 'jobs' }),
    fallback: 1_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'jobs that may wait in one workspace; one more is refused',
  }),
  stuckTimeoutMs: setting({
    key: 'stuck_timeout',
    variable: 'CODEX_COMPANION_STUCK_TIMEOUT_MS',
    kind: duration(),
    fallback: 10_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'longest time for a job that was asked to stop; then its thread is ended',
  }),
  approvalTimeoutMs: setting({
    key: 'approval_timeout',
    variable: 'CODEX_COMPANION_APPROVAL_TIMEOUT_MS',
    kind: duration({ positive: true }),
    fallback: 300_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'longest time for you to answer what Codex asks; then it is no',
  }),
  notify: setting({
    key: 'notify',
    variable: 'CODEX_COMPANION_NOTIFY',
    kind: choice(NOTIFY_WAYS, 'way to notify'),
    fallback: 'off',
    setBy: 'user',
    readBy: 'command',
    meaning:
      'how a command on a terminal that has waited for more than 10 s says that it is done; `--notify` says so in any case',
  }),
  onJobEnd: setting({
    key: 'on_job_end',
    variable: 'CODEX_COMPANION_ON_JOB_END',
    kind: commandLine(),
    fallback: { text: 'none', of: () => null },
    setBy: 'user',
    readBy: 'broker',
    meaning:
      'program that is run, without a shell, when a job has ended; the job is in its environment and, as JSON, on its standard input',
  }),
  onJobEndTimeoutMs: setting({
    key: 'on_job_end_timeout',
    variable: 'CODEX_COMPANION_ON_JOB_END_TIMEOUT_MS',
    kind: duration({ positive: true }),
    fallback: 30_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'longest time for that program; then it is ended',
  }),
  webhook: setting({
    key: 'webhook',
    variable: 'CODEX_COMPANION_WEBHOOK',
    kind: webhookAddress(),
    fallback: { text: 'none', of: () => null },
    setBy: 'user',
    readBy: 'broker',
    meaning: 'address that is told by POST when a job has ended: its state and times, no prompt, answer or command',
  }),
  keepJobs: setting({
    key: 'keep_jobs',
    variable: 'CODEX_COMPANION_KEEP_JOBS',
    kind: wholeNumber({ min: 0, max: MAX_KEEP_JOBS, of: 'jobs' }),
    fallback: 1_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'a finished job is kept while it is among so many newest ones of its workspace; 0 keeps all',
  }),
  keepMs: setting({
    key: 'keep_days',
    variable: 'CODEX_COMPANION_KEEP_DAYS',
    kind: days(MAX_KEEP_DAYS),
    fallback: 90 * DAY_MS,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'a finished job is kept, too, while it ended within so many days; 0 keeps all',
  }),
  brokerIdleMs: setting({
    key: 'broker_idle',
    variable: 'CODEX_COMPANION_BROKER_IDLE_MS',
    kind: duration(),
    fallback: 600_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'an unused broker ends after this time',
  }),
  probeIntervalMs: setting({
    key: 'probe_interval',
    variable: 'CODEX_COMPANION_PROBE_INTERVAL_MS',
    kind: duration({ positive: true }),
    fallback: 5_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'how often the app-server is asked for a sign of life',
  }),
  probeTimeoutMs: setting({
    key: 'probe_timeout',
    variable: 'CODEX_COMPANION_PROBE_TIMEOUT_MS',
    kind: duration({ positive: true }),
    fallback: 15_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'how long the app-server may be silent',
  }),
  appServerStartMs: setting({
    key: 'app_server_start',
    variable: 'CODEX_COMPANION_APP_SERVER_START_MS',
    kind: duration({ positive: true }),
    fallback: 15_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'longest time for the app-server to come up',
  }),
  rpcTimeoutMs: setting({
    key: 'rpc_timeout',
    variable: 'CODEX_COMPANION_RPC_TIMEOUT_MS',
    kind: duration({ positive: true }),
    fallback: 30_000,
    setBy: 'user',
    readBy: 'broker',
    meaning: 'longest time for the app-server to answer any other request',
  }),
  metricsPort: setting({
    key: 'metrics_port',
    variable: 'CODEX_COMPANION_METRICS_PORT',
    kind: port(),
    fallback: 0,
    setBy: 'user',
    readBy: 'broker',
    meaning:
      'port of this machine (127.0.0.1) at which a broker serves its metrics for Prometheus, as `/metrics`; 0 is none',
  }),
  logLevel: setting({
    key: 'log_level',
    variable: 'CODEX_COMPANION_LOG_LEVEL',
    kind: choice(LOG_LEVELS, 'log level'),
    fallback: 'info',
    setBy: 'user',
    readBy: 'broker',
    meaning: "of the broker's own log",
  }),
  codex: setting({
    key: 'codex',
    variable: 'CODEX_COMPANION_CODEX',
    kind: place(),
    fallback: { text: 'first `codex` on PATH', of: () => null },
    setBy: 'user',
    readBy: 'command',
    meaning: 'the Codex to run',
  }),
  codexHome: setting({
    key: 'codex_home',
    variable: 'CODEX_HOME',
    kind: place(),
    fallback: { text: '`~/.codex`', of: defaultCodexHome },
    setBy: 'environment',
    readBy: 'command',
    meaning: "Codex's own configuration and login; each has a broker of its own",
  }),
  stateDir: setting({
    key: 'state_dir',
    variable: 'CODEX_COMPANION_STATE_DIR',
    kind: place(),
    fallback: {
      text: '`$XDG_STATE_HOME/codex-companion` (macOS: Application Support, Windows: `%LOCALAPPDATA%`)',
      of: defaultStateRoot,
    },
    setBy: 'environment',
    readBy: 'command',
    meaning: 'records and logs',
  }),
  runtimeDir: setting({
    key: 'runtime_dir',
    variable: 'CODEX_COMPANION_RUNTIME_DIR',
    kind: place(),
    fallback: {
      text: '`$XDG_RUNTIME_DIR/codex-companion`, else `/tmp/codex-companion-<uid>` (Windows: `%LOCALAPPDATA%\\codex-companion\\run`)',
      of: defaultRuntimeRoot,
    },
    setBy: 'environment',
    readBy: 'command',
    meaning: 'sockets',
  }),
  configFile: setting({
    key: 'config_file',
    variable: 'CODEX_COMPANION_CONFIG',
    kind: place(),
    fallback: {
      text: '`$XDG_CONFIG_HOME/codex-companion/config.toml` (macOS: Application Support, Windows: `%APPDATA%`)',
      of: defaultUserFile,
    },
    setBy: 'environment',
    readBy: 'command',
    meaning: `your own settings file; a project's is \`${PROJECT_FILE}\` in its root`,
  }),
  sessionId: setting({
    key: 'session_id',
    variable: 'CODEX_COMPANION_SESSION_ID',
    kind: text(),
    fallback: null,
    setBy: 'environment',
    readBy: 'command',
    meaning: 'scopes `status`, `result` and `cancel` without an id to one session',
  }),
  transcriptPath: setting({
    key: 'transcript_path',
    variable: 'CODEX_COMPANION_TRANSCRIPT_PATH',
    kind: text(),
    fallback: null,
    setBy: 'environment',
    readBy: 'command',
    meaning: 'the transcript that `transfer` takes without `--source`',
  }),
};
