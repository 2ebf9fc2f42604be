import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BrokerPlace, brokerPlaceFor, type Config, loadConfig, problemsOf } from '../config/config.ts';
import { Fault, messageOf } from '../contract/fault.ts';
import { deferred } from '../util/deferred.ts';
import type { Broker } from './broker.ts';
import { AppServerProcess } from './child/process.ts';
import type { ComposeOptions } from './compose.ts';
import { claimInstance } from './instance.ts';
import type { Ended, Ending } from './lifecycle.ts';
import { openLog } from './log.ts';
import { type Past, readPast } from './past.ts';
import { labelOf, newStart, type Start } from './start.ts';
import { startSuccessor } from './successor.ts';
import { readThreadProgram, type ThreadProgram } from './thread-files.ts';

/** A handle that somebody forgot must not keep an ended broker's process alive. */
const LAST_EXIT_MS = 1_500;

/** What a process is started for: the workspace, and how many app-servers died in a row before it. */
interface Order {
  readonly workspaceRoot: string;
  readonly crashes: number;
  readonly past: Past;
  readonly threadProgram: ThreadProgram;
}

const whenOpen = deferred<void>();

/** Resolves when a broker answers clients, while Codex still starts: for whoever has loaded this. */
export const open: Promise<void> = whenOpen.promise;

/** The broker of this process; undefined before the first one, and between two. */
let serving: Broker | undefined;

/**
 * The broker's process: `broker --workspace DIR [--crashes N] [--past JSON]`. Exits 0 when another broker serves this
 * place already, and as its end says otherwise.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workspace: { type: 'string' },
      crashes: { type: 'string', default: '0' },
      past: { type: 'string', default: '' },
    },
  });
  const { workspace } = values;
  if (workspace === undefined) throw new Error('Missing --workspace DIR');
  listen();
  const entry = process.argv[1] ?? '';
  const threadProgram = readThreadProgram(path.dirname(entry));
  const past = readPast(values.past);
  let ended = await serve({ workspaceRoot: workspace, crashes: Number(values.crashes), past, threadProgram });
  while (ended?.successor === true && !existsSync(entry)) {
    // What a successor would be started from was removed: this process is it, once the old sockets are closed. ZeroMQ
    // removes a socket's file when it closes it, and that must not be the file of the next one.
    serving = undefined;
    const { LINGER_MS } = await import('../bus/publisher.ts');
    await sleep(2 * LINGER_MS);
    ended = await serve({ workspaceRoot: workspace, crashes: ended.crashes, past: ended.past, threadProgram });
  }
  if (ended === null) return;
  if (ended.successor)
    startSuccessor(entry, workspace, ended, (error) => report(`Cannot start the next broker: ${messageOf(error)}`));
  // The loop drains by itself, and ZeroMQ sends what is queued at a natural exit only.
  exitSoon(ended.exitStatus);
}

/** One broker from its start to its end. Null when another one serves this place. */
async function serve({ workspaceRoot, crashes, past, threadProgram }: Order): Promise<Ended | null> {
  const config = loadConfig(workspaceRoot);
  const log = openLog(config.settings.logLevel);
  // Whoever starts a broker looks first; jobs that wait for its successor must not depend on what somebody types meanwhile.
  for (const problem of problemsOf(config)) log('error', `${problem}; going on without it`);
  const place = brokerPlaceFor(config, workspaceRoot);
  const start = newStart(config, place, workspaceRoot);
  const { brokerId } = start.identity;
  const instance = await claimInstance(place, config.runtimeRoot, brokerId);
  if (instance === null) {
    log('debug', `Another broker serves "${workspaceRoot}"`);
    return null;
  }
  instance.announce(labelOf(start));
  const appServerProcess = startAppServer(config, place, start);
  const options = { ...start, config, place, instance, appServerProcess, log, threadProgram };
  const broker = await build(options, crashes, past);
  serving = broker;
  const codex = [place.codex.command, ...place.codex.script].join(' ');
  log('info', `${brokerId} (pid ${process.pid}) serves "${workspaceRoot}" with "${codex}"`);
  void broker.opened.then(whenOpen.resolve);
  await broker.serve().catch(onDefect);
  return broker.ended;
}

/** Codex takes longest to start: it does so while we load the rest. That it cannot is heard when it is asked for. */
function startAppServer(config: Config, { codex }: BrokerPlace, { identity, tag }: Start): Promise<AppServerProcess> {
  const environment = { ...config.environment, [tag.variable]: tag.value };
  const started = AppServerProcess.start({ codex, cwd: identity.workspaceRoot, environment });
  started.catch(() => undefined);
  return started;
}

async function build(options: ComposeOptions, crashes: number, past: Past): Promise<Broker> {
  try {
    const [{ compose }, { Broker }] = await Promise.all([import('./compose.ts'), import('./broker.ts')]);
    return new Broker(await compose(options), crashes, past);
  } catch (error) {
    await options.appServerProcess.then((appServer) => appServer.end()).catch(() => false);
    options.instance.removeFiles();
    options.instance.release();
    throw error;
  }
}

function listen(): void {
  for (const [signal, exitStatus] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      const message = `The broker was ended by ${signal}`;
      end({ cause: 'signal', message, exitStatus, fault: new Fault('broker_lost', message) });
    });
  }
  process.on('uncaughtException', onDefect);
  process.on('unhandledRejection', onDefect);
}

function onDefect(error: unknown): void {
  const message = `The broker failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  // An end that has begun goes on for its own reason, and says only that.
  if (serving?.state.id === 'ending') report(message);
  end({ cause: 'internal', message, exitStatus: 1, fault: new Fault('internal', messageOf(error)) });
}

function end(ending: Ending): void {
  if (serving !== undefined) return void serving.end(ending);
  report(ending.message);
  process.exit(ending.exitStatus);
}

function report(message: string): void {
  openLog('error')('error', message);
}

function exitSoon(status: number): void {
  process.exitCode = status;
  setTimeout(() => process.exit(status), LAST_EXIT_MS).unref();
}

main().catch((error: unknown) => {
  report(`Cannot start the broker: ${messageOf(error)}`);
  exitSoon(1);
});
