import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrokerPlace, refuseProblems } from '../config/config.ts';
import type { BrokerPaths } from '../config/paths.ts';
import type { Environment } from '../config/setting.ts';
import { APP_SERVER_START_FAILED_STATUS } from '../contract/broker-exit.ts';
import { RUN_TAG_VARIABLE, readBrokerLabel } from '../status/broker-label.ts';
import { isAlive, isStopped } from '../status/liveness.ts';
import { inspect } from '../status/lock.ts';
import { readLog } from '../status/log.ts';
import { renameFile } from '../util/directory-entry.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { ensurePrivateDirectory } from '../util/private-directory.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import { BrokerAbsent, type ConnectOptions, ControlClient } from './control-client.ts';
import { BrokerOfOtherVersion } from './other-version.ts';
import { runtimePackagesError } from './runtime-packages.ts';

/** Longest time for a broker to come up, or for one that is ending to make room. */
export const BROKER_START_MS = 15_000;

/** A broker that is killed while it starts is started again. One that another outran does not count: of many clients each may be last. */
const MAX_STARTS = 5;

/** It lies beside every bundle that starts it. */
const BROKER_BUNDLE = 'broker.cjs';

/** How often a client looks whether the broker that is starting can be reached. */
const POLL_MS = 5;

/** A broker's own log beyond this size is set aside when the next broker starts. */
const MAX_BROKER_LOG_BYTES = 1024 * 1024;

export interface FindOptions extends Omit<ConnectOptions, 'mayBeBusy'> {
  /** What is asked can be had elsewhere: then a broker that is busy is not waited for. */
  readonly impatient?: boolean;
}

/** The broker that serves at `paths` now, or null. Never starts one. @throws BrokerUnresponsive, BrokerOfOtherVersion */
export async function findBroker(paths: BrokerPaths, options: FindOptions = {}): Promise<ControlClient | null> {
  const label = readBrokerLabel(paths.label);
  if (label === null) return null;
  const { impatient = false, ...connecting } = options;
  try {
    const mayBeBusy = () => !impatient && !isStopped(label.process);
    const client = await ControlClient.connect(label.endpoint, { ...connecting, mayBeBusy });
    if (label.proof === client.hello.proof) return client;
    // Its broker is gone, and somebody else has taken the address.
    client.close();
    return null;
  } catch (error) {
    if (error instanceof BrokerAbsent) return null;
    // As above: a stranger, of whatever version, keeps nobody from starting a broker.
    if (error instanceof BrokerOfOtherVersion && !isAlive(label.process)) return null;
    throw error;
  }
}

/**
 * A connection to the broker of this workspace and a CODEX_HOME, which is started when there is none. Of many that start one at
 * the same time all but one exit at once; every caller takes whichever answers.
 * @throws ClientError (`broker_unreachable`) when no broker answers in time, with what the broker's log says, and (`codex_unusable`) when the
 * broker could not start Codex; CodexNotFound;
 * ConfigError when one would have to be started with settings that cannot be used; the signal's reason.
 */
export async function ensureBroker(context: ClientContext, options: EnsureOptions = {}): Promise<ControlClient> {
  const place = context.place(options.codexHome);
  const giveUpAtMs = monotonicMs() + BROKER_START_MS;
  let starting: Starting | undefined;
  let starts = 0;
  while (monotonicMs() < giveUpAtMs) {
    options.signal?.throwIfAborted();
    const client = await findBroker(place.paths, options);
    if (client !== null) return client;
    if (!context.startsBrokers) throw noBroker(context);
    if (starting?.failed) throw await failureOf(context, place, starting);
    if (isNobodyComing(place, starting)) {
      options.onStarting?.();
      refuseProblems(context.config);
      if (starting?.status !== 0) starts += 1;
      if (starts > MAX_STARTS) throw startFailed(place, `${MAX_STARTS} of them ended while they were starting`);
      starting = startBroker(context, place, environmentFor(context, place, options.codexHome));
    }
    await sleep(POLL_MS);
  }
  throw startFailed(place, `nothing answered within ${BROKER_START_MS} ms`);
}

/** No broker has the lock, and ours, if there was one, has ended. */
function isNobodyComing({ paths }: BrokerPlace, starting: Starting | undefined): boolean {
  return starting?.ended !== false && inspect(paths.lock)?.role !== 'broker';
}

export interface EnsureOptions extends FindOptions {
  /** Another account than this environment's. */
  readonly codexHome?: string;
  /** Called when there is no broker and one is started, which takes a while. */
  readonly onStarting?: (() => void) | undefined;
}

interface Starting {
  /** The process is gone. Status 0 says that another broker was faster. */
  ended: boolean;
  /** How it ended, if not with status 0. */
  failed: string | null;
  /** Its exit status. */
  status: number | null;
}

/**
 * What we have resolved is handed on resolved: a relative path means something else in the broker's directory. A
 * CODEX_HOME that nobody has set stays so, for Codex makes its own default and refuses a missing one that it was told.
 */
function environmentFor({ config }: ClientContext, place: BrokerPlace, codexHome = config.codexHome): Environment {
  const { environment } = config;
  const isDefault = !environment['CODEX_HOME'] && codexHome === config.codexHome;
  return {
    ...environment,
    // Where this client is itself a process of a job, that job's end is not the new broker's.
    [RUN_TAG_VARIABLE]: undefined,
    CODEX_COMPANION_STATE_DIR: config.stateRoot,
    CODEX_COMPANION_RUNTIME_DIR: config.runtimeRoot,
    CODEX_COMPANION_CODEX: place.codex.path,
    ...(environment['CODEX_COMPANION_CONFIG'] ? { CODEX_COMPANION_CONFIG: config.settings.configFile } : {}),
    ...(isDefault ? {} : { CODEX_HOME: codexHome }),
  };
}

function startBroker({ program, workspace }: ClientContext, place: BrokerPlace, env: Environment): Starting {
  // The records of the jobs will be in it, too: whoever stores the first of them finds it made.
  ensurePrivateDirectory(workspace.directory, { durable: true });
  ensurePrivateDirectory(place.paths.directory);
  rotate(place.paths.log);
  const log = openSync(place.paths.log, 'a', 0o600);
  const child = spawn(
    process.execPath,
    [path.join(path.dirname(program), BROKER_BUNDLE), '--workspace', workspace.root],
    {
      cwd: workspace.root,
      env: { ...env },
      detached: true,
      stdio: ['ignore', 'ignore', log],
      windowsHide: true,
    },
  );
  closeSync(log);
  const starting: Starting = { ended: false, failed: null, status: null };
  child.once('error', (error) => Object.assign(starting, { ended: true, failed: error.message }));
  child.once('exit', (code, signal) => {
    Object.assign(starting, { ended: true, status: code });
    // Killed by somebody: the next one need not be.
    if (code !== 0 && signal === null) starting.failed = `code ${code}`;
  });
  child.unref();
  return starting;
}

function rotate(log: string): void {
  if (existsSync(log) && statSync(log).size > MAX_BROKER_LOG_BYTES) renameFile(log, `${log}.old`);
}

/** The error for whoever needs a broker and starts none. */
export function noBroker({ workspace }: ClientContext): ClientError {
  return new ClientError(
    'broker_unreachable',
    `No broker serves "${workspace.root}" (run "codex-companion broker start")`,
  );
}

async function failureOf({ program }: ClientContext, place: BrokerPlace, { failed, status }: Starting): Promise<Error> {
  if (status === APP_SERVER_START_FAILED_STATUS) return codexUnusable(place);
  const failure = startFailed(place, `it exited with ${failed}`);
  return (await runtimePackagesError(program, failure)) ?? failure;
}

function startFailed(place: BrokerPlace, why: string): ClientError {
  return new ClientError('broker_unreachable', `Cannot start the broker: ${why} ${lastWords(place)}`);
}

/** Before this client was connected to it, so that the broker could not say so itself. */
function codexUnusable(place: BrokerPlace): ClientError {
  return new ClientError('codex_unusable', `The broker cannot start Codex ${lastWords(place)}`);
}

function lastWords({ paths }: BrokerPlace): string {
  const { text } = readLog(paths.log, { lastLines: 5 });
  const said = text.trim() === '' ? '' : `\n${text.trim()}`;
  return `(its log is "${paths.log}")${said}`;
}
