import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { endpointOf } from '../../src/bus/endpoint.ts';
import { MAX_MESSAGE_BYTES, MAX_QUEUED_MESSAGES } from '../../src/bus/frame.ts';
import { EventPublisher } from '../../src/bus/publisher.ts';
import { EventSubscriber } from '../../src/bus/subscriber.ts';
import { removeSocketFile } from '../../src/util/local-endpoint.ts';
import { residentMb } from '../support/memory.ts';
import {
  BROKER_ID,
  closing,
  DRAINING,
  eventually,
  isSeq,
  itemsUntil,
  JOB_A,
  progressed,
  range,
  seqsOf,
  startFixture,
  temporarySocket,
} from './support.ts';

const EVERYTHING = { topics: [''], streams: 'all' } as const;

describe('a publisher in another process', () => {
  it('that is killed leaves its readers with all that had arrived, without a gap, and then disconnected', async () => {
    for (let round = 0; round < 5; round += 1) {
      const socketPath = temporarySocket();
      const broker = await startFixture('publishing', [socketPath, BROKER_ID]);
      await broker.said();
      const subscriber = closing(await EventSubscriber.connect(endpointOf(socketPath), EVERYTHING));
      broker.send({ say: 'publish', count: 1_500, chars: 100 });
      await itemsUntil(subscriber, isSeq(1_000));
      broker.send({ say: 'die' });
      expect((await broker.exited).signal).toBe('SIGKILL');
      const rest = await itemsUntil(subscriber);
      expect(rest.at(-1)).toEqual({ kind: 'disconnected' });
      // The message to die comes after the events, which by then were long on their way.
      const seqs = seqsOf(rest);
      expect(seqs).toEqual(range(1_001, 1_000 + seqs.length));
      expect(rest).toHaveLength(seqs.length + 1);
      expect(existsSync(socketPath)).toBe(true);
      removeSocketFile(socketPath);
    }
  });

  it('that ends by itself has everybody told its last words, and is not held up by a reader that is stopped', async () => {
    const socketPath = temporarySocket();
    const broker = await startFixture('publishing', [socketPath, BROKER_ID]);
    await broker.said();
    const endpoint = endpointOf(socketPath);
    const stopped = await startFixture('subscribing', [endpoint]);
    await stopped.said();
    const healthy = await Promise.all(
      range(1, 3).map(async () => closing(await EventSubscriber.connect(endpoint, EVERYTHING))),
    );
    stopped.kill('SIGSTOP');
    broker.send({ say: 'publish', count: 1_000, chars: 3_000 });
    broker.send({ say: 'end' });
    for (const subscriber of healthy) {
      const items = await itemsUntil(subscriber);
      expect(seqsOf(items)).toEqual(range(1, 1_001));
      expect(items.at(-2)).toMatchObject({ envelope: { event: DRAINING } });
      expect(items.at(-1)).toEqual({ kind: 'disconnected' });
    }
    expect(await broker.exited).toEqual({ code: 1, signal: null, stderr: '' });
  });
});

describe('a reader in another process', () => {
  it('that is stopped neither blocks the publisher nor costs another reader an event, and sees its own gap', async () => {
    const publisher = closing(await EventPublisher.bind(temporarySocket(), BROKER_ID));
    const healthy = closing(await EventSubscriber.connect(publisher.endpoint, EVERYTHING));
    const stopped = await startFixture('subscribing', [publisher.endpoint]);
    await stopped.said();
    stopped.kill('SIGSTOP');
    const text = 'x'.repeat(200);
    let slowestMs = 0;
    let read = 0;
    for (let batch = 0; batch < 30; batch += 1) {
      for (const _ of range(1, 1_000)) {
        const before = performance.now();
        publisher.publish(progressed(JOB_A, text));
        slowestMs = Math.max(slowestMs, performance.now() - before);
      }
      read += seqsOf(await itemsUntil(healthy, isSeq(publisher.seq))).length;
    }
    expect(read).toBe(30_000);
    expect(slowestMs).toBeLessThan(500);
    expect(publisher.unsent).toBe(0);

    stopped.kill('SIGCONT');
    // What waits for it has to leave the queue before a new event can come in, so the last one is repeated.
    const repeat = setInterval(() => publisher.publish(DRAINING), 20);
    try {
      expect(await stopped.said()).toMatchObject({ say: 'ended', kind: 'gap' });
    } finally {
      clearInterval(repeat);
    }
  });

  it('that is stopped costs the publisher no more memory than its queue has room for', async () => {
    const publisher = closing(await EventPublisher.bind(temporarySocket(), BROKER_ID));
    const stopped = await startFixture('subscribing', [publisher.endpoint]);
    await stopped.said();
    stopped.kill('SIGSTOP');
    const text = 'x'.repeat(MAX_MESSAGE_BYTES - 1_000);
    const fill = async (events: number) => {
      for (const _ of range(1, events)) {
        publisher.publish(progressed(JOB_A, text));
        await nextTurn();
      }
    };

    await fill(MAX_QUEUED_MESSAGES);
    const fullMb = residentMb(process.pid);
    await fill(3 * MAX_QUEUED_MESSAGES);

    // Three times as much again would be 375 MB.
    expect(residentMb(process.pid) - fullMb).toBeLessThan(100);
    expect(publisher.unsent).toBe(0);
  });

  it('ends by itself when it has left its loop, and when its broker has gone', async () => {
    const publisher = closing(await EventPublisher.bind(temporarySocket(), BROKER_ID));
    const leaving = await startFixture('subscribing', [publisher.endpoint, 'close']);
    const staying = await startFixture('subscribing', [publisher.endpoint]);
    await Promise.all([leaving.said(), staying.said()]);
    publisher.publish(DRAINING);
    expect(await leaving.exited).toEqual({ code: 0, signal: null, stderr: '' });
    await eventually('one reader', () => publisher.subscribers === 1);
    publisher.close();
    expect(await staying.said()).toEqual({ say: 'ended', kind: 'disconnected', lastSeq: 1, events: 1 });
    expect(await staying.exited).toEqual({ code: 0, signal: null, stderr: '' });
  });

  it('that is killed is no longer counted', async () => {
    const publisher = closing(await EventPublisher.bind(temporarySocket(), BROKER_ID));
    const reader = await startFixture('subscribing', [publisher.endpoint]);
    await reader.said();
    expect(publisher.subscribers).toBe(1);
    reader.kill('SIGKILL');
    await eventually('no reader', () => publisher.subscribers === 0);
  });
});
