import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FinishedJob } from '../../src/contract/job.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { isRunning } from '../../tests/support/processes.ts';
import type { Client } from './clients.ts';
import { LEAVES_IN_TURN } from './prompts.ts';
import type { Place } from './world.ts';

/** What a fault may act on, and how it acts on commands. */
export interface Scene {
  readonly place: Place;
  /** Commands of this round that run, in any workspace. */
  readonly clients: readonly Client[];
  /** From 0 to 1: which of several victims. */
  readonly draw: number;
  start(args: readonly string[]): Client;
  shiftClock(offsetMs: number): void;
  /** Ends one of the broker's threads. */
  killThread(brokerPid: number): void;
  /** The record of this job is no longer what the broker wrote. */
  damaged(jobId: string): void;
}

/** `at`: when it was done, milliseconds on the wall. `after`: what still belongs to it, for the round to wait for. */
export interface Injection {
  readonly atMs: number;
  readonly note: string;
  readonly after?: Promise<unknown>;
}

export interface Fault {
  readonly name: string;
  readonly weight: number;
  readonly fakeOnly?: boolean;
  /** Whether this end of a job that ran at that moment says that the fault was noticed; null: nothing need end. */
  readonly noticed: ((job: FinishedJob) => boolean) | null;
  /** It is noticed by whoever reads next: nothing is left that could notice it by itself. */
  readonly byReaders?: boolean;
  /** Null when there is nothing there that it could act on. */
  inject(scene: Scene): Promise<Injection | null> | Injection | null;
}

const FROZEN_MS: readonly [number, number] = [200, 3_500];
const JUMPS_MS: readonly [number, ...number[]] = [-86_400_000, -3_600_000, -5_000, 5_000, 3_600_000, 86_400_000];
const SCRIBBLE = '{"this": is not what was here\u0000';
const LEAVES_WITHIN_MS = 3_000;

const CATALOGUE = [
  {
    name: 'app-server: SIGKILL',
    weight: 4,
    noticed: because('app_server_exited'),
    inject: signalsAppServer('SIGKILL'),
  },
  {
    name: 'app-server: SIGTERM',
    weight: 2,
    noticed: because('app_server_exited'),
    inject: signalsAppServer('SIGTERM'),
  },
  {
    name: 'app-server: exit 0 in a turn',
    weight: 2,
    fakeOnly: true,
    noticed: because('app_server_exited'),
    inject: leaves,
  },
  {
    name: 'app-server: SIGSTOP for good',
    weight: 3,
    noticed: because('app_server_unresponsive'),
    inject: signalsAppServer('SIGSTOP'),
  },
  {
    name: 'app-server: SIGSTOP, then SIGCONT',
    weight: 2,
    noticed: null,
    inject: freezes((place) => place.appServerPid()),
  },
  {
    name: 'broker: SIGKILL',
    weight: 4,
    noticed: because('broker_lost'),
    byReaders: true,
    inject: killsBroker,
  },
  { name: 'broker: SIGTERM', weight: 1, noticed: because('broker_lost'), inject: termsBroker },
  { name: 'broker: SIGSTOP, then SIGCONT', weight: 2, noticed: null, inject: freezes((place) => place.brokerPid()) },
  { name: 'broker: stop --force', weight: 1, noticed: isCancelled, inject: commands(['broker', 'stop', '--force']) },
  {
    name: 'broker: restart --force',
    weight: 1,
    noticed: isCancelled,
    inject: commands(['broker', 'restart', '--force']),
  },
  { name: 'broker: restart', weight: 1, noticed: null, inject: commands(['broker', 'restart']) },
  { name: 'worker: thread exits', weight: 3, noticed: because('worker_crashed'), inject: killsThread },
  { name: 'client: SIGKILL', weight: 2, noticed: null, inject: killsClient },
  { name: 'socket removed: control', weight: 1, noticed: null, inject: removes((place) => place.sockets()?.control) },
  { name: 'socket removed: events', weight: 1, noticed: null, inject: removes((place) => place.sockets()?.events) },
  { name: 'damaged: active record', weight: 2, noticed: null, inject: damagesRecord },
  { name: 'damaged: broker.json', weight: 1, noticed: null, inject: damages((place) => place.labelFile()) },
  { name: 'damaged: job log', weight: 1, noticed: null, inject: damagesLog },
  { name: 'wall clock: jump', weight: 2, noticed: null, inject: jumps },
] as const;

export type FaultName = (typeof CATALOGUE)[number]['name'];
export const FAULTS: readonly (Fault & { readonly name: FaultName })[] = CATALOGUE;

function because(reason: string): (job: FinishedJob) => boolean {
  return (job) => job.status === 'failed' && job.reason === reason;
}

function isCancelled(job: FinishedJob): boolean {
  return job.status === 'cancelled';
}

function signalsAppServer(signal: NodeJS.Signals) {
  return ({ place }: Scene) => signalled(place.appServerPid(), signal);
}

function killsBroker({ place }: Scene): Injection | null {
  return signalled(place.brokerPid(), 'SIGKILL');
}

function termsBroker({ place }: Scene): Injection | null {
  return signalled(place.brokerPid(), 'SIGTERM');
}

function freezes(victim: (place: Place) => number | null) {
  return ({ place, draw }: Scene): Injection | null => {
    const stopped = signalled(victim(place), 'SIGSTOP');
    if (stopped === null) return null;
    const forMs = Math.round(FROZEN_MS[0] + draw * (FROZEN_MS[1] - FROZEN_MS[0]));
    const after = sleep(forMs).then(() => signalled(stopped.pid, 'SIGCONT'));
    return { ...stopped, note: `${stopped.note}, SIGCONT after ${forMs} ms`, after };
  };
}

function killsThread({ place, killThread }: Scene): Injection | null {
  const pid = place.brokerPid();
  if (pid === null) return null;
  const atMs = Date.now();
  killThread(pid);
  return { atMs, note: `a thread of pid ${pid}` };
}

function killsClient({ clients, draw }: Scene): Injection | null {
  const client = clients[Math.floor(draw * clients.length)];
  if (client === undefined) return null;
  client.signal('SIGKILL');
  return { atMs: Date.now(), note: String(client) };
}

/** The app-server is asked to leave by a job of its own; the fault happens when it does. */
async function leaves({ place, start }: Scene): Promise<Injection | null> {
  const pid = place.appServerPid();
  if (pid === null) return null;
  start(['task', '--background', '--json', LEAVES_IN_TURN.text]);
  try {
    await eventually(() => !isRunning(pid), { withinMs: LEAVES_WITHIN_MS, what: 'exit of the app-server', everyMs: 2 });
    return { atMs: Date.now(), note: `pid ${pid} has left` };
  } catch {
    return null;
  }
}

function commands(args: readonly string[]) {
  return ({ place, start }: Scene): Injection | null => {
    if (place.brokerPid() === null) return null;
    return { atMs: Date.now(), note: String(start(args)) };
  };
}

function removes(file: (place: Place) => string | undefined) {
  return ({ place }: Scene): Injection | null => {
    const victim = file(place);
    if (victim === undefined || !existsSync(victim)) return null;
    rmSync(victim);
    return { atMs: Date.now(), note: victim };
  };
}

function damages(file: (place: Place) => string | null) {
  return ({ place, draw }: Scene): Injection | null => damage(file(place), draw);
}

function damagesRecord({ place, draw, damaged }: Scene): Injection | null {
  const files = place.activeFiles();
  const file = files[Math.floor(draw * files.length)];
  if (file === undefined) return null;
  damaged(path.basename(file, '.json'));
  return damage(file, (draw * files.length) % 1);
}

function damagesLog({ place, draw }: Scene): Injection | null {
  const running = new Set(place.runningJobs().map((job) => job.logFile));
  const files = place.logFiles().filter((file) => running.has(file));
  return damage(files[Math.floor(draw * files.length)] ?? null, (draw * files.length) % 1);
}

/** Cut short in one half of the cases, written over in the other. Never made: what is gone stays gone. */
function damage(file: string | null, draw: number): Injection | null {
  if (file === null) return null;
  const cut = draw < 0.5;
  try {
    const descriptor = openSync(file, 'r+');
    try {
      ftruncateSync(descriptor, cut ? Math.floor(fstatSync(descriptor).size * draw) : 0);
      if (!cut) writeSync(descriptor, SCRIBBLE);
    } finally {
      closeSync(descriptor);
    }
    return { atMs: Date.now(), note: `${path.basename(file)} ${cut ? 'cut short' : 'written over'}` };
  } catch {
    // Gone in this moment: the job has ended, or the broker.
    return null;
  }
}

function jumps({ shiftClock, draw }: Scene): Injection {
  const offsetMs = JUMPS_MS[Math.floor(draw * JUMPS_MS.length)] ?? JUMPS_MS[0];
  shiftClock(offsetMs);
  return { atMs: Date.now(), note: `${offsetMs / 1000} s` };
}

function signalled(pid: number | null, signal: NodeJS.Signals): (Injection & { readonly pid: number }) | null {
  if (pid === null) return null;
  const atMs = Date.now();
  try {
    process.kill(pid, signal);
    return { atMs, note: `${signal} to pid ${pid}`, pid };
  } catch {
    return null;
  }
}
