import type { Command } from 'commander';
import { ensureBroker, findBroker } from '../../client/daemon.ts';
import { endBrokers, type StopOptions } from '../../client/stop-broker.ts';
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
    .action(async (options: CommonOptions) => show(openContext(options.cwd), options));
}

async function start(context: Context, options: CommonOptions): Promise<void> {
  const quiet = options.json === true;
  const client = await withProgress(context, 'Starting Codex', () => ensureBroker(context), { quiet });
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
        ...rateLimitLines(status.rateLimits, Date.now()),
        '',
      ].join('\n'),
    );
  } finally {
    client.close();
  }
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
