import type { Command } from 'commander';
import { ensureBroker, findBroker } from '../../client/daemon.ts';
import { metricsOf } from '../../client/metrics.ts';
import { endBrokers, type StopOptions } from '../../client/stop-broker.ts';
import type { BrokerStatus } from '../../contract/control.ts';
import type { Metrics } from '../../contract/metrics.ts';
import { formatMs } from '../../util/duration.ts';
import { type Context, openContext } from '../context.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { withProgress } from '../progress/progress.ts';
import { rateLimitLines } from '../render/rate-limits.ts';

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
    .action(async (options: StopOptions & CommonOptions) => stop(openContext(options.cwd), options));
  withCommonOptions(broker.command('restart'))
    .description('Stops the broker and starts a new one')
    .option('--force', 'cancel what runs and waits, and end a broker that does not respond')
    .action(async (options: StopOptions & CommonOptions) => {
      const context = openContext(options.cwd);
      await end(context, options);
      await start(context, options);
    });
  withCommonOptions(broker.command('status'))
    .description('Shows the broker of this workspace; exits 0 also when none runs')
    .option('--metrics', 'what it has counted and measured, too; --json has that in any case')
    .action(async (options: ShowOptions) => show(openContext(options.cwd), options));
}

async function start(context: Context, options: CommonOptions): Promise<void> {
  const quiet = options.json === true;
  const client = await withProgress(context, 'Starting Codex', () => ensureBroker(context), { quiet });
  client.close();
  await show(context, options);
}

interface ShowOptions extends CommonOptions {
  readonly metrics?: boolean;
}

async function show(context: Context, options: ShowOptions): Promise<void> {
  const client = await findBroker(context.place().paths);
  if (client === null) {
    if (options.json) context.io.json({ running: false, workspaceRoot: context.workspace.root });
    else context.io.out(`No broker serves "${context.workspace.root}".\n`);
    return;
  }
  try {
    const status = await client.call('broker/status', {});
    const metrics = options.json || options.metrics ? await metricsOf(client) : null;
    if (options.json) context.io.json({ ...status, metrics });
    else context.io.foreign(`${[...statusLines(status), ...(await summaryOf(metrics))].join('\n')}\n`);
  } finally {
    client.close();
  }
}

function statusLines(status: BrokerStatus): string[] {
  const { appServer, jobs, metricsEndpoint } = status;
  return [
    `Broker ${status.brokerId} (pid ${status.pid}) serves "${status.workspaceRoot}", up ${formatMs(status.uptimeMs)}.`,
    `Codex app-server: ${appServer.state}, version ${appServer.version ?? 'unknown'}, pid ${appServer.pid ?? 'none'}.`,
    `Jobs: ${jobs.running} running, ${jobs.queued} queued. Clients: ${status.clients}. Subscribers: ${status.subscribers}.`,
    `Control socket: ${status.endpoint}`,
    `Event bus: ${status.events}`,
    ...(metricsEndpoint === null ? [] : [`Metrics: ${metricsEndpoint.problem ?? metricsEndpoint.url ?? 'not yet'}`]),
    ...rateLimitLines(status.rateLimits, Date.now()),
  ];
}

async function summaryOf(metrics: Metrics | null): Promise<string[]> {
  if (metrics === null) return [];
  // For whoever asks for them.
  const { metricsLines } = await import('../render/metrics.ts');
  return metricsLines(metrics, Date.now());
}

async function stop(context: Context, options: StopOptions & CommonOptions): Promise<void> {
  const ended = await end(context, options);
  if (options.json) context.io.json({ stopped: ended > 0, brokers: ended });
  else context.io.out(stopSentence(context, ended));
}

function end(context: Context, options: StopOptions & CommonOptions): Promise<number> {
  const quiet = options.json === true;
  return withProgress(context, 'Waiting for the broker to end', () => endBrokers(context, options), { quiet });
}

function stopSentence({ workspace }: Context, ended: number): string {
  if (ended === 0) return `No broker serves "${workspace.root}".\n`;
  return ended === 1 ? 'The broker has ended.\n' : `${ended} brokers have ended.\n`;
}
