import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brokerPlaceFor, loadConfig } from '../config/config.ts';
import { Fault, messageOf } from '../contract/fault.ts';
import { newBrokerId } from '../contract/ids.ts';
import { VERSION } from '../contract/version.ts';
import { Broker, type Ended, type Ending } from './broker.ts';
import { compose } from './compose.ts';
import { claimInstance } from './instance.ts';
import { openLog } from './log.ts';
import { startSuccessor } from './successor.ts';

/** A handle that somebody forgot must not keep an ended broker's process alive. */
const LAST_EXIT_MS = 1_500;

/**
 * The broker's process: `broker --workspace DIR [--crashes N]`. Exits 0 when another broker serves this
 * place already, and as its end says otherwise.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, crashes: { type: 'string', default: '0' } },
  });
  if (values.workspace === undefined) throw new Error('Missing --workspace DIR');
  const config = loadConfig();
  const log = openLog(config.settings.logLevel);
  const place = brokerPlaceFor(config, values.workspace);
  const brokerId = newBrokerId();
  const instance = await claimInstance(place, config.runtimeRoot, brokerId);
  if (instance === null) {
    log('debug', `Another broker serves "${values.workspace}"`);
    return;
  }
  const entry = process.argv[1] ?? '';
  const parts = await compose({
    config,
    place,
    workspaceRoot: values.workspace,
    brokerId,
    version: VERSION,
    instance,
    log,
    threadEntry: pathToFileURL(path.join(path.dirname(entry), 'thread.mjs')).href,
  }).catch((error: unknown) => {
    instance.release();
    throw error;
  });
  const broker = new Broker(parts, Number(values.crashes));
  const onDefect = (error: unknown) => void broker.end(defect(error));
  endOn(broker, onDefect);
  log('info', `${brokerId} (pid ${process.pid}) serves "${values.workspace}" with "${place.codex.command}"`);
  await broker.serve().catch(onDefect);
  leave(await broker.ended, entry, values.workspace);
}

function endOn(broker: Broker, onDefect: (error: unknown) => void): void {
  for (const [signal, exitStatus] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      const message = `The broker was ended by ${signal}`;
      void broker.end({ cause: 'signal', message, exitStatus, fault: new Fault('broker_lost', message) });
    });
  }
  process.on('uncaughtException', onDefect);
  process.on('unhandledRejection', onDefect);
}

function defect(error: unknown): Ending {
  const message = `The broker failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return { cause: 'internal', message, exitStatus: 1, fault: new Fault('internal', messageOf(error)) };
}

function leave(ended: Ended, entry: string, workspaceRoot: string): void {
  if (ended.successor) startSuccessor(entry, workspaceRoot, ended.crashes);
  // The loop drains by itself, and ZeroMQ sends what is queued at a natural exit only.
  exitSoon(ended.exitStatus);
}

function exitSoon(status: number): void {
  process.exitCode = status;
  setTimeout(() => process.exit(status), LAST_EXIT_MS).unref();
}

main().catch((error: unknown) => {
  process.stderr.write(`[${new Date().toISOString()}] error Cannot start the broker: ${messageOf(error)}\n`);
  exitSoon(1);
});
