import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { ConnectionClosed } from '../../rpc/peer.ts';
import { clearLeftovers } from '../../status/leftovers.ts';
import { isAlive, signalIfSame } from '../../status/liveness.ts';
import { acquire, inspect, type LockHolder } from '../../status/lock.ts';
import { BrokerUnresponsive, type ControlClient } from '../client.ts';
import { type Context, openContext } from '../context.ts';
import { ensureBroker, findBroker } from '../daemon.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { settleJobs } from '../jobs.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { formatMs } from '../render/duration.ts';

/** Longest time for a broker to end what runs and to leave. */
export const STOP_MS = 20_000;
const POLL_MS = 20;

/** A little longer than a broker takes to see that its label or its socket was removed. */
const REACH_MS = 8_000;

interface StopOptions extends CommonOptions {
  readonly force?: boolean;
}

export function brokerCommand(program: Command): void {
  const broker = program
    .command('broker')
    .summary('start, stop and look at the background process')
    .description(
      'The broker runs the jobs of a workspace over one Codex app-server. It starts and ends by itself; these are for looking and for emergencies.',
    );
  withCommonOptions(broker.command('start'))
    .description('Starts the broker of this workspace, or finds the one that runs')
    .action(async (options: CommonOptions) => start(openContext(options.cwd), options));
  withCommonOptions(broker.command('stop'))
    .description('Takes no more jobs and ends when the accepted ones have ended')
    .option('--force', 'cancel what runs and waits, and end a broker that does not respond')
    .action(async (options: StopOptions) => stop(openContext(options.cwd), options));
  withCommonOptions(broker.command('restart'))
    .description('Stops the broker and starts a new one')
    .option('--force', 'cancel what runs and waits, and end a broker that does not respond')
    .action(async (options: StopOptions) => {
      const context = openContext(options.cwd);
      await end(context, options);
      await start(context, options);
    });
  withCommonOptions(broker.command('status'))
    .description('Shows the broker of this workspace; exits 0 also when none runs')
    .action(async (options: CommonOptions) => show(openContext(options.cwd), options));
}

async function start(context: Context, options: CommonOptions): Promise<void> {
  const client = await ensureBroker(context);
  client.close();
  await show(context, options);
}

async function show(context: Context, options: CommonOptions): Promise<void> {
  const client = await findBroker(context.place().paths);
  if (client === null) {
    if (options.json) context.io.json({ running: false, workspaceRoot: context.workspace.root });
    else context.io.out(`No broker serves "${context.workspace.root}".\n`);
    return;
  }
  try {
    const status = await client.call('broker/status', {});
    if (options.json) {
      context.io.json(status);
      return;
    }
    const { appServer, jobs } = status;
    context.io.out(
      [
        `Broker ${status.brokerId} (pid ${status.pid}) serves "${status.workspaceRoot}", up ${formatMs(status.uptimeMs)}.`,
        `Codex app-server: ${appServer.state}, version ${appServer.version ?? 'unknown'}, pid ${appServer.pid ?? 'none'}.`,
        `Jobs: ${jobs.running} running, ${jobs.queued} queued. Clients: ${status.clients}. Subscribers: ${status.subscribers}.`,
        `Control socket: ${status.endpoint}`,
        `Event bus: ${status.events}`,
        '',
      ].join('\n'),
    );
  } finally {
    client.close();
  }
}

async function stop(context: Context, options: StopOptions): Promise<void> {
  const stopped = await end(context, options);
  if (options.json) context.io.json({ stopped });
  else context.io.out(stopped ? 'The broker has ended.\n' : `No broker serves "${context.workspace.root}".\n`);
}

/** Whether there was a broker, which is gone now. @throws CliError (exit 4) when it is not. */
async function end(context: Context, options: StopOptions): Promise<boolean> {
  const { paths } = context.place();
  const holder = inspect(paths.lock);
  const running = holder?.role === 'broker';
  if (running) await askToStop(context, holder, options);
  if (running && !(await gone(context, holder))) {
    throw new CliError(
      EXIT.brokerUnreachable,
      `The broker (pid ${holder.pid}) still runs jobs after ${STOP_MS / 1000} s (run "codex-companion broker stop --force" to end them)`,
    );
  }
  await clearAfterKill(context);
  return running;
}

async function askToStop(context: Context, holder: LockHolder, options: StopOptions): Promise<void> {
  try {
    const client = await reach(context, holder);
    await client?.call('broker/stop', { mode: options.force ? 'now' : 'drain' });
    client?.close();
  } catch (error) {
    // It was just ending.
    if (error instanceof ConnectionClosed) return;
    if (!(error instanceof BrokerUnresponsive) || !options.force) throw error;
    signalIfSame(holder, 'SIGKILL');
  }
}

/**
 * The broker that holds the lock; null when it has ended. One that is starting has no label yet, and one whose label
 * or socket was removed makes it anew.
 * @throws BrokerUnresponsive
 */
async function reach(context: Context, holder: LockHolder): Promise<ControlClient | null> {
  const { paths, sockets } = context.place();
  const giveUpAtMs = performance.now() + REACH_MS;
  while (isAlive(holder)) {
    const client = await findBroker(paths);
    if (client !== null) return client;
    if (performance.now() >= giveUpAtMs) throw new BrokerUnresponsive(sockets.control, null);
    await sleep(POLL_MS);
  }
  return null;
}

/** A killed broker could not settle its jobs nor clean up after itself; it may not even have left a label. */
async function clearAfterKill(context: Context): Promise<void> {
  const place = context.place();
  if (!existsSync(place.paths.directory)) return;
  await settleJobs(context, { finished: 0 });
  const claim = await acquire(place.paths.lock, {
    role: 'reader',
    holder: `reader-${process.pid}`,
    timeoutMs: STOP_MS,
  });
  // Another broker is there already, and has done it.
  if (!claim.ok) return;
  try {
    await clearLeftovers(place);
    context.store.sweepTemporaries();
  } finally {
    claim.lock.release();
  }
}

async function gone(context: Context, holder: LockHolder): Promise<boolean> {
  const { paths } = context.place();
  const giveUpAtMs = performance.now() + STOP_MS;
  while (performance.now() < giveUpAtMs) {
    const held = inspect(paths.lock)?.role === 'broker';
    if (!held && !isAlive(holder)) return true;
    await sleep(POLL_MS);
  }
  return false;
}
