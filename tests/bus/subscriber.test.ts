import { Packr } from 'msgpackr/pack';
import { describe, expect, it, onTestFinished } from 'vitest';
import { XPublisher } from 'zeromq';
import { encodeSync } from '../../src/bus/frame.ts';
import { EventPublisher } from '../../src/bus/publisher.ts';
import { BusUnreachable, EventSubscriber } from '../../src/bus/subscriber.ts';
import { jobStream } from '../../src/contract/event.ts';
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
  scripted,
  seqsOf,
  temporarySocket,
} from './support.ts';

const EVERYTHING = { topics: [''], streams: 'all' } as const;

async function bound(): Promise<EventPublisher> {
  return closing(await EventPublisher.bind(temporarySocket(), BROKER_ID));
}

const start = (topic: string) => encodeSync(topic, { v: 1, brokerId: BROKER_ID, seq: 0, streams: {} });

function body(seq: number, streamSeq: number, brokerId = BROKER_ID): object {
  return { v: 1, brokerId, seq, streamSeq, at: '2026-01-02T03:04:05.678Z', log: null, event: progressed(JOB_A) };
}

const TOPIC = `job.${JOB_A}.progressed.`;

describe('connecting', () => {
  it('leaves no gap between the known number and the first event, in 100 of 100 tries under load', async () => {
    const publisher = await bound();
    const load = setInterval(() => {
      for (const _ of range(1, 20)) publisher.publish(progressed(JOB_A));
    }, 0);
    onTestFinished(() => clearInterval(load));
    for (let round = 0; round < 100; round += 1) {
      const subscriber = await EventSubscriber.connect(publisher.endpoint, EVERYTHING);
      const { startSeq } = subscriber;
      const items = await itemsUntil(subscriber, isSeq(startSeq + 30));
      expect(items.map(({ kind }) => kind)).toEqual(Array(30).fill('event'));
      expect(seqsOf(items)).toEqual(range(startSeq + 1, startSeq + 30));
      subscriber.close();
    }
  });

  it('fails at once when nobody listens', async () => {
    const endpoint = `ipc://${temporarySocket()}`;
    const connecting = EventSubscriber.connect(endpoint, { ...EVERYTHING, handshakeTimeoutMs: 20_000 });
    await expect(connecting).rejects.toThrow(`Cannot follow the events of "${endpoint}": no broker is listening`);
    await expect(connecting).rejects.toBeInstanceOf(BusUnreachable);
  });

  it('fails when its deadline passes without an answer, when the signal says so, and for an impossible endpoint', async () => {
    const silent = new XPublisher({ linger: 0 });
    onTestFinished(() => silent.close());
    const endpoint = `ipc://${temporarySocket()}`;
    await silent.bind(endpoint);
    await expect(EventSubscriber.connect(endpoint, { ...EVERYTHING, handshakeTimeoutMs: 30 })).rejects.toThrow('30 ms');

    const controller = new AbortController();
    const connecting = EventSubscriber.connect(endpoint, { ...EVERYTHING, signal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(connecting).rejects.toThrow('changed my mind');
    await expect(EventSubscriber.connect(endpoint, { ...EVERYTHING, signal: controller.signal })).rejects.toThrow(
      'changed my mind',
    );

    const long = `ipc:///${'x'.repeat(200)}`;
    await expect(EventSubscriber.connect(long, EVERYTHING)).rejects.toBeInstanceOf(BusUnreachable);
  });

  it('fails when the broker answers in another version', async () => {
    const { endpoint } = await scripted((topic) => [topic, new Packr({ useRecords: false }).pack({ v: 2 })]);
    await expect(EventSubscriber.connect(endpoint, EVERYTHING)).rejects.toThrow('speaks another version');
  });
});

describe('following', () => {
  it('one job gives that job only, and no job whose id begins alike', async () => {
    const publisher = await bound();
    const prefix = JOB_A.slice(0, -1);
    const one = closing(
      await EventSubscriber.connect(publisher.endpoint, { topics: [`job.${JOB_A}`], streams: [jobStream(JOB_A)] }),
    );
    const half = closing(
      await EventSubscriber.connect(publisher.endpoint, { topics: [`job.${prefix}`, 'broker'], streams: ['broker'] }),
    );
    for (const event of [progressed(JOB_A), progressed(JOB_B), DRAINING, completed(JOB_A)]) publisher.publish(event);
    expect(seqsOf(await itemsUntil(one, isSeq(4)))).toEqual([1, 4]);
    expect(seqsOf(await itemsUntil(half, isSeq(3)))).toEqual([3]);
  });

  it('a stream knows its numbers from before the handshake', async () => {
    const publisher = await bound();
    for (const event of [progressed(JOB_A), progressed(JOB_A), DRAINING]) publisher.publish(event);
    for (const streams of ['all', [jobStream(JOB_A)]] as const) {
      const subscriber = closing(await EventSubscriber.connect(publisher.endpoint, { topics: ['job'], streams }));
      const { seq } = publisher.publish(progressed(JOB_A));
      expect((await itemsUntil(subscriber, isSeq(seq))).map(({ kind }) => kind)).toEqual(['event']);
    }
  });

  it('shows a gap of all events before the event that reveals it, and drops what comes twice', async () => {
    const broker = await scripted(start);
    const subscriber = closing(await EventSubscriber.connect(broker.endpoint, EVERYTHING));
    await broker.send(TOPIC, body(1, 1));
    await broker.send(TOPIC, body(1, 1));
    await broker.send(TOPIC, body(5, 2));
    const items = await itemsUntil(subscriber, isSeq(5));
    expect(seqsOf(items)).toEqual([1, 5]);
    expect(items[1]).toEqual({ kind: 'gap', stream: 'all', from: 2, to: 4, afterSeq: 1 });
  });

  it('shows a gap of one stream', async () => {
    const broker = await scripted(start);
    const stream = jobStream(JOB_A);
    const subscriber = closing(
      await EventSubscriber.connect(broker.endpoint, { topics: [`job.${JOB_A}`], streams: [stream] }),
    );
    await broker.send(TOPIC, body(7, 1));
    await broker.send(TOPIC, body(19, 4));
    const items = await itemsUntil(subscriber, isSeq(19));
    expect(items[1]).toEqual({ kind: 'gap', stream, from: 2, to: 3, afterSeq: 7 });
  });

  it('skips and counts what it does not understand, without a gap for events that are only new to it', async () => {
    const broker = await scripted(start);
    const subscriber = closing(await EventSubscriber.connect(broker.endpoint, EVERYTHING));
    await broker.send(TOPIC, { ...body(1, 1), event: { type: 'job.dreamed', jobId: JOB_A } });
    await broker.send(TOPIC, { v: 99 });
    await broker.sendBytes(Buffer.from(TOPIC), Buffer.from([0xc1, 0xff, 0x00]));
    await broker.sendBytes(Buffer.from(TOPIC));
    await broker.send(TOPIC, body(2, 2));
    expect(await itemsUntil(subscriber, isSeq(2))).toEqual([
      { kind: 'skipped', count: 1, why: 'unknownEvent', seq: 1 },
      { kind: 'skipped', count: 1, why: 'unknownVersion', seq: null },
      { kind: 'skipped', count: 1, why: 'malformed', seq: null },
      { kind: 'skipped', count: 2, why: 'malformed', seq: null },
      { kind: 'event', envelope: body(2, 2) },
    ]);
  });

  it('leaves timers alone while a flood of messages is read', async () => {
    const publisher = await bound();
    const subscriber = closing(await EventSubscriber.connect(publisher.endpoint, EVERYTHING));
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    onTestFinished(() => clearInterval(timer));
    let [read, ticksWhileReading] = [0, 0];
    for (let batch = 0; batch < 100; batch += 1) {
      for (const _ of range(1, 500)) publisher.publish(progressed(JOB_A));
      const before = ticks;
      read += seqsOf(await itemsUntil(subscriber, isSeq(publisher.seq))).length;
      ticksWhileReading += ticks - before;
    }
    expect(read).toBe(50_000);
    expect(ticksWhileReading).toBeGreaterThan(20);
  });
});

describe('a subscription ends', () => {
  it('as disconnected when the broker is gone, after all that it published', async () => {
    const publisher = await bound();
    const subscriber = closing(await EventSubscriber.connect(publisher.endpoint, EVERYTHING));
    for (const _ of range(1, 1_500)) publisher.publish(progressed(JOB_A));
    publisher.close();
    const items = await itemsUntil(subscriber);
    expect(seqsOf(items)).toEqual(range(1, 1_500));
    expect(items.at(-1)).toEqual({ kind: 'disconnected' });
    expect(items).toHaveLength(1_501);
  });

  it('as disconnected also for a reader that begins to read only when the broker is gone', async () => {
    const publisher = await bound();
    const subscriber = closing(await EventSubscriber.connect(publisher.endpoint, EVERYTHING));
    const watching = closing(await EventSubscriber.connect(publisher.endpoint, EVERYTHING));
    for (const _ of range(1, 1_500)) publisher.publish(progressed(JOB_A));
    publisher.close();
    await itemsUntil(watching);
    const items = await itemsUntil(subscriber);
    expect(seqsOf(items)).toEqual(range(1, 1_500));
    expect(items.at(-1)).toEqual({ kind: 'disconnected' });
  });

  it('as disconnected when the publisher breaks the protocol', async () => {
    const broker = await scripted(start);
    const subscriber = closing(await EventSubscriber.connect(broker.endpoint, EVERYTHING));
    await broker.send(TOPIC, body(1, 1));
    await broker.sendBytes(Buffer.from(TOPIC), Buffer.alloc(2_000_000));
    const items = await itemsUntil(subscriber);
    expect(items.map(({ kind }) => kind)).toEqual(['event', 'disconnected']);
  });

  it('as disconnected when another broker answers', async () => {
    const broker = await scripted(start);
    const subscriber = closing(await EventSubscriber.connect(broker.endpoint, EVERYTHING));
    await broker.send(TOPIC, body(1, 1, 'broker-00000002'));
    expect(await itemsUntil(subscriber)).toEqual([{ kind: 'disconnected' }]);
  });

  it('without a word when it is closed while it waits, and closing twice is harmless', async () => {
    const publisher = await bound();
    const subscriber = await EventSubscriber.connect(publisher.endpoint, EVERYTHING);
    const waiting = itemsUntil(subscriber);
    publisher.publish(DRAINING);
    subscriber.close();
    subscriber.close();
    expect((await waiting).filter(({ kind }) => kind !== 'event')).toEqual([]);
    expect(await itemsUntil(subscriber)).toEqual([]);
  });

  it('when its signal aborts, and when its loop is left', async () => {
    const publisher = await bound();
    const controller = new AbortController();
    const aborted = await EventSubscriber.connect(publisher.endpoint, { ...EVERYTHING, signal: controller.signal });
    const waiting = itemsUntil(aborted);
    controller.abort();
    expect(await waiting).toEqual([]);

    const left = await EventSubscriber.connect(publisher.endpoint, EVERYTHING);
    publisher.publish(DRAINING);
    for await (const item of left) if (item.kind === 'event') break;
    await eventually('no reader', () => publisher.subscribers === 0);
  });
});
