import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EventPublisher } from '../../src/bus/publisher.ts';
import { EventSubscriber } from '../../src/bus/subscriber.ts';
import type { Envelope } from '../../src/contract/event.ts';
import {
  BROKER_ID,
  closing,
  completed,
  DRAINING,
  eventually,
  isSeq,
  itemsUntil,
  JOB_A,
  JOB_B,
  progressed,
  range,
  seqsOf,
  temporaryDirectory,
  temporarySocket,
} from './support.ts';

async function bound(socketPath = temporarySocket()): Promise<EventPublisher> {
  return closing(await EventPublisher.bind(socketPath, BROKER_ID));
}

describe('binding', () => {
  it('refuses a path where a regular file or a directory is, and leaves it intact', async () => {
    const directory = temporaryDirectory();
    const file = path.join(directory, 'events.sock');
    writeFileSync(file, 'precious');
    await expect(EventPublisher.bind(file, BROKER_ID)).rejects.toThrow('is not a socket');
    await expect(EventPublisher.bind(directory, BROKER_ID)).rejects.toThrow('is not a socket');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('takes over the socket file that a dead broker left', async () => {
    const socketPath = temporarySocket();
    (await bound(socketPath)).close();
    const second = await bound(socketPath);
    const subscriber = closing(await EventSubscriber.connect(second.endpoint, { topics: [''], streams: 'all' }));
    expect(subscriber.startSeq).toBe(0);
  });

  it('binds anew when the socket file was removed: new readers find it, and those that are connected miss nothing', async () => {
    const socketPath = temporarySocket();
    const publisher = await bound(socketPath);
    const before = closing(await EventSubscriber.connect(publisher.endpoint, { topics: [''], streams: 'all' }));
    expect(publisher.reopen()).toBe(false);

    rmSync(socketPath);
    expect(publisher.reopen()).toBe(true);

    const after = closing(await EventSubscriber.connect(publisher.endpoint, { topics: [''], streams: 'all' }));
    publisher.publish(DRAINING);
    for (const reader of [before, after]) expect(seqsOf(await itemsUntil(reader, isSeq(1)))).toEqual([1]);
  });

  it('names the path when it cannot', async () => {
    const socketPath = path.join(temporaryDirectory(), 'missing', 'events.sock');
    await expect(EventPublisher.bind(socketPath, BROKER_ID)).rejects.toThrow(`Cannot bind "${socketPath}"`);
  });
});

describe('publishing', () => {
  it('numbers all events and those of each stream, and begins a stream anew when it has ended', async () => {
    const publisher = await bound();
    const events = [progressed(JOB_A), DRAINING, progressed(JOB_B), completed(JOB_A), progressed(JOB_B)];
    const envelopes = events.map((event) => publisher.publish(event));
    expect(envelopes.map(({ seq, streamSeq }) => [seq, streamSeq])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 2],
      [5, 2],
    ]);
    expect(publisher.publish(progressed(JOB_A)).streamSeq).toBe(1);
    expect(publisher.seq).toBe(6);
  });

  it('carries the given moment and place in the log', async () => {
    const publisher = await bound();
    const at = '2026-01-02T03:04:05.678Z';
    expect(publisher.publish(DRAINING, { at, log: { start: 1, end: 2 } })).toMatchObject({
      at,
      log: { start: 1, end: 2 },
      brokerId: BROKER_ID,
      v: 1,
    });
    expect(publisher.publish(DRAINING)).toMatchObject({ log: null, at: expect.stringMatching(/^\d{4}-.*Z$/u) });
  });

  it('goes on for taps and recent events when the socket is closed', async () => {
    const publisher = await bound();
    const tapped: Envelope[] = [];
    publisher.tap((envelope) => tapped.push(envelope));
    publisher.publish(DRAINING);
    publisher.close();
    publisher.close();
    const last = publisher.publish(progressed(JOB_A));
    expect(tapped.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(publisher.recent(1, '')).toEqual({ envelopes: [last], firstSeq: 1, lastSeq: 2 });
    expect(publisher.unsent).toBe(0);
  });

  it('finds many events in one tick harmless', async () => {
    const publisher = await bound();
    const subscriber = closing(await EventSubscriber.connect(publisher.endpoint, { topics: [''], streams: 'all' }));
    for (const _ of range(1, 1_500)) publisher.publish(progressed(JOB_A));
    expect(seqsOf(await itemsUntil(subscriber, isSeq(1_500)))).toEqual(range(1, 1_500));
    expect(publisher.unsent).toBe(0);
  });

  it('hands a reader a cut copy of what is too long, and a tap the whole', async () => {
    const publisher = await bound();
    const subscriber = closing(await EventSubscriber.connect(publisher.endpoint, { topics: [''], streams: 'all' }));
    const whole = completed(JOB_A, 'x'.repeat(2_000_000));
    const tapped: Envelope[] = [];
    publisher.tap((envelope) => tapped.push(envelope));
    publisher.publish(whole);
    const [item] = await itemsUntil(subscriber, isSeq(1));
    expect(item).toMatchObject({
      kind: 'event',
      envelope: { event: { finalMessage: expect.stringContaining('… [') } },
    });
    expect(tapped[0]?.event).toBe(whole);
    expect(JSON.stringify(publisher.recent(0, '')).length).toBeLessThan(70_000);
  });
});

describe('taps', () => {
  it('see every event in order before publish returns, also what another tap publishes', async () => {
    const publisher = await bound();
    const first: number[] = [];
    const second: number[] = [];
    publisher.tap(({ seq, event }) => {
      first.push(seq);
      if (event.type === 'broker.draining') publisher.publish(progressed(JOB_A));
    });
    const untap = publisher.tap(({ seq }) => second.push(seq));
    publisher.publish(DRAINING);
    expect([first, second]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    untap();
    publisher.publish(completed(JOB_A));
    expect([first, second]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });

  it('that fail keep no other tap and no reader from the event, and are not hidden', async () => {
    const publisher = await bound();
    const seen: number[] = [];
    const uncaught: unknown[] = [];
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => uncaught.push(error));
    onTestFinished(() => {
      for (const listener of listeners) process.on('uncaughtException', listener);
    });
    publisher.tap(() => {
      throw new Error('defect');
    });
    publisher.tap(({ seq }) => seen.push(seq));
    publisher.publish(DRAINING);
    expect(seen).toEqual([1]);
    await eventually('the error', () => uncaught.length === 1);
  });
});

describe('readers', () => {
  it('are counted from their handshake until they leave', async () => {
    const publisher = await bound();
    const options = { topics: [`job.${JOB_A}`], streams: [`job.${JOB_A}`] };
    const first = closing(await EventSubscriber.connect(publisher.endpoint, options));
    const second = closing(await EventSubscriber.connect(publisher.endpoint, options));
    expect(publisher.subscribers).toBe(2);
    first.close();
    await eventually('one reader', () => publisher.subscribers === 1);
    second.close();
    await eventually('no reader', () => publisher.subscribers === 0);
  });

  it('that send garbage do not harm the others', async () => {
    const socketPath = temporarySocket();
    const publisher = await bound(socketPath);
    const garbage = [
      Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
      Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0]),
      // An old-style peer whose frames are taken as subscriptions.
      Buffer.from([1, 0, 10, 0, 1, ...Buffer.from('sync:a:')]),
      Buffer.from([0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00]),
      Buffer.alloc(100_000, 0xc1),
    ];
    for (const bytes of garbage) {
      const peer = createConnection(socketPath);
      peer.on('error', () => undefined);
      onTestFinished(() => void peer.destroy());
      await new Promise((resolve) => peer.write(bytes, resolve));
    }
    const subscriber = closing(await EventSubscriber.connect(publisher.endpoint, { topics: [''], streams: 'all' }));
    publisher.publish(DRAINING);
    expect(seqsOf(await itemsUntil(subscriber, isSeq(1)))).toEqual([1]);
  });
});
