import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { Packr } from 'msgpackr/pack';
import { onTestFinished } from 'vitest';
import { XPublisher } from 'zeromq';
import type { EventPublisher } from '../../src/bus/publisher.ts';
import type { BusItem, EventSubscriber } from '../../src/bus/subscriber.ts';
import type { BusEvent } from '../../src/contract/event.ts';
import type { FixtureMessage } from './fixtures/messages.ts';

export const BROKER_ID = 'broker-00000001';
export const JOB_A = 'task-0mabcdef0-aaaaaaaa';
export const JOB_B = 'task-0mabcdef0-bbbbbbbb';

/** A directory of this test alone, removed when it has finished. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bus-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export function temporarySocket(): string {
  return path.join(temporaryDirectory(), 'events.sock');
}

export function progressed(jobId: string, message = 'working'): BusEvent {
  return { type: 'job.progressed', jobId, facts: [{ kind: 'noticed', message }] };
}

export function completed(jobId: string, finalMessage = 'done'): BusEvent {
  return { type: 'job.completed', jobId, finalMessage };
}

export const DRAINING: BusEvent = { type: 'broker.draining' };

/** A publisher that answers handshakes with `sync` and otherwise says what the test makes it say. */
export async function scripted(sync: (topic: string) => [string, Buffer]) {
  const socket = new XPublisher({ linger: 0, sendTimeout: 0 });
  onTestFinished(() => socket.close());
  const endpoint = `ipc://${temporarySocket()}`;
  await socket.bind(endpoint);
  void (async () => {
    for await (const [frame] of socket) {
      const topic = frame?.subarray(1).toString() ?? '';
      if (topic.startsWith('sync:')) await socket.send(sync(topic));
    }
  })();
  const codec = new Packr({ useRecords: false });
  return {
    endpoint,
    send: (topic: string, body: unknown) => socket.send([topic, codec.pack(body)]),
    sendBytes: (...frames: Buffer[]) => socket.send(frames),
    close: () => socket.close(),
  };
}

/** Every item until `enough` says so of the last one, or until the subscription ends. */
export async function itemsUntil(
  subscriber: EventSubscriber,
  enough: (item: BusItem) => boolean = () => false,
): Promise<BusItem[]> {
  const items: BusItem[] = [];
  for (;;) {
    // Not a for-await loop: leaving one would close the subscriber.
    const { value, done } = await subscriber[Symbol.asyncIterator]().next();
    if (done === true) return items;
    items.push(value);
    if (enough(value)) return items;
  }
}

export function seqsOf(items: readonly BusItem[]): number[] {
  return items.flatMap((item) => (item.kind === 'event' ? [item.envelope.seq] : []));
}

export function isSeq(seq: number): (item: BusItem) => boolean {
  return (item) => item.kind === 'event' && item.envelope.seq === seq;
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Waits for a fact by asking for it, for at most 10 s. */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function closing<T extends EventPublisher | EventSubscriber>(end: T): T {
  onTestFinished(() => end.close());
  return end;
}

/** A fixture in a process of its own, with what it said. It is killed when the test has finished. */
export interface Fixture {
  readonly pid: number;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: string | null; readonly stderr: string }>;
  send(message: FixtureMessage): void;
  kill(signal: NodeJS.Signals): void;
  /** The next message of the fixture. */
  said(): Promise<FixtureMessage>;
}

export async function startFixture(name: string, args: readonly string[]): Promise<Fixture> {
  const child = fork(await bundled(name), args, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Cannot start the fixture "${name}"`);
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const exited = new Promise<Awaited<Fixture['exited']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stderr }));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const heard: FixtureMessage[] = [];
  child.on('message', (message: FixtureMessage) => heard.push(message));
  return {
    pid,
    exited,
    send: (message) => void child.send(message),
    kill: (signal) => void child.kill(signal),
    said: async () => {
      await eventually(`a message of the fixture "${name}" (stderr: ${stderr})`, () => heard.length > 0);
      const message = heard.shift();
      if (message === undefined) throw new Error('unreachable');
      return message;
    },
  };
}

/** The fixture as one CommonJS file, as the product is shipped, where node finds the packages it leaves out. */
async function bundled(name: string): Promise<string> {
  const root = path.resolve(import.meta.dirname, '../..');
  const outfile = path.join(root, '.build', 'test-bus', `${process.pid}-${name}.cjs`);
  await build({
    entryPoints: [path.join(import.meta.dirname, 'fixtures', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['zeromq'],
    logLevel: 'error',
  });
  onTestFinished(() => rmSync(outfile, { force: true }));
  return outfile;
}
