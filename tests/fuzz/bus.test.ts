import fc from 'fast-check';
import { Packr } from 'msgpackr/pack';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { FACT_EXAMPLES } from '../../scripts/reference/event-examples.ts';
import { decodeEnvelope, decodeSync, encodeEnvelope, encodeSync, MAX_MESSAGE_BYTES } from '../../src/bus/frame.ts';
import { EventPublisher } from '../../src/bus/publisher.ts';
import { EventSubscriber } from '../../src/bus/subscriber.ts';
import { ALL_TOPICS, MAX_SYNC_TOPIC_CHARS, parseSyncTopic } from '../../src/bus/topic.ts';
import { type Envelope, EnvelopeSchema } from '../../src/contract/event.ts';
import {
  BROKER_ID,
  closing,
  completed,
  DRAINING,
  eventually,
  isSeq,
  itemsUntil,
  JOB_A,
  progressed,
  seqsOf,
  temporarySocket,
} from '../bus/support.ts';
import { fuzz } from './fuzz.ts';
import { hostileText, mutated, randomBytes, scribbled } from './hostile.ts';
import { RawClient } from './raw-client.ts';
import { GREETING, message, READY, subscription } from './zmtp.ts';

const codec = new Packr({ useRecords: false });

const event = fc.oneof(
  hostileText.map((text) => progressed(JOB_A, text)),
  hostileText.map((text) => completed(JOB_A, text)),
  fc.constant(DRAINING),
);
const envelope: fc.Arbitrary<Envelope> = event.map((one) => ({
  v: 1,
  brokerId: BROKER_ID,
  seq: 7,
  streamSeq: 3,
  at: '2026-01-02T03:04:05.678Z',
  log: { start: 10, end: 20 },
  event: one,
}));
const sync = { v: 1, brokerId: BROKER_ID, seq: 9, streams: { broker: 2 } } as const;
const encoded = fc.oneof(
  envelope.map((one) => encodeEnvelope(one)[1]),
  fc.constant(encodeSync('sync:a:*', sync)[1]),
);
const facts = fc.oneof(
  hostileText,
  mutated(fc.array(fc.constantFrom(...Object.values(FACT_EXAMPLES)))).map((value) => JSON.stringify(value) ?? ''),
);
const body = fc.oneof(
  randomBytes,
  fc
    .tuple(envelope, facts)
    .map(([one, text]) => codec.pack({ ...one, event: { ...progressed(JOB_A), facts: Buffer.from(text) } })),
  scribbled(encoded),
  mutated(fc.oneof(envelope, fc.constant(sync))).map((value) => codec.pack(value)),
  // Nests: lists of one list, maps of one map, strings that promise more than there is.
  fc
    .tuple(fc.constantFrom([0x91], [0x81, 0xa0], [0xdd, 0, 1, 0, 0], [0xdb, 0xff, 0xff, 0xff, 0xff]), fc.nat(100_000))
    .map(([opening, times]) => Buffer.alloc(Math.min(times * opening.length, MAX_MESSAGE_BYTES), Buffer.from(opening))),
);

test('a frame of any bytes is decoded or refused: nothing is thrown, and what passes is an envelope', async () => {
  const property = fc.property(fc.array(fc.oneof(randomBytes, body), { maxLength: 3 }), body, (frames, last) => {
    const decoded = decodeEnvelope([...frames, last]);
    if (decoded.ok) expect(v.parse(EnvelopeSchema, decoded.envelope)).toEqual(decoded.envelope);
    else expect(['malformed', 'unknownVersion', 'unknownEvent']).toContain(decoded.why);
    decodeSync(last);
  });
  await fuzz(property, { runs: 400, part: 0.4 });
});

test('a handshake asks for streams or is none, whatever the topic', async () => {
  const sound = fc.array(hostileText).map((streams) => `sync:a:${streams.join(',')}`);
  const property = fc.property(
    fc.oneof(
      sound,
      hostileText,
      hostileText.map((text) => `sync:${text}`),
    ),
    (topic) => {
      const request = parseSyncTopic(topic);
      if (request === undefined || request.streams === 'all') return;
      expect(topic.length).toBeLessThanOrEqual(MAX_SYNC_TOPIC_CHARS);
      for (const stream of request.streams) expect(stream).toMatch(/^[\w.-]*$/u);
    },
  );
  await fuzz(property, { runs: 200, part: 0.1 });
});

const topics = fc.oneof(
  hostileText,
  fc.constantFrom('', 'job.', 'sync:b:__proto__,constructor', `sync:c:${'x,'.repeat(MAX_SYNC_TOPIC_CHARS)}`),
);
const wishes = fc
  .array(fc.oneof(topics.map(subscription), randomBytes.map(message)), { maxLength: 10 })
  .map((list) => Buffer.concat(list));
const openings = fc.oneof(scribbled(fc.constant(Buffer.concat([GREETING, READY]))), randomBytes);

test('whatever bytes come to the socket of a publisher, another subscriber gets every event', async () => {
  const { socketPath, publisher, reader } = await served();
  const property = fc.asyncProperty(fc.option(openings), scribbled(wishes), async (opening, bytes) => {
    const client = (await RawClient.open(socketPath)).listen();
    if (opening === null) await introduce(client);
    else client.send(opening);
    client.send(bytes);
    await expectServing(publisher, reader);
    client.drop();
  });
  await fuzz(property, { runs: 100, part: 0.25 });
  await eventually('only the reader to be left', () => publisher.subscribers === 1);
});

test('a subscriber with unsound wishes is heard to the last of them, and disturbs nobody', async () => {
  const { socketPath, publisher, reader } = await served();
  const property = fc.asyncProperty(wishes, async (bytes) => {
    const client = (await RawClient.open(socketPath)).listen();
    await introduce(client);
    client.send(Buffer.concat([bytes, subscription('sync:last:*')]));
    await eventually('the handshake that was sent last', () => client.heard.includes('sync:last:*'));
    await expectServing(publisher, reader);
    client.drop();
    await eventually('only the reader to be left', () => publisher.subscribers === 1);
  });
  await fuzz(property, { runs: 50, part: 0.25 });
});

/** Each word waits for the answer to the one before: ZeroMQ does not read on when they come together. */
async function introduce(client: RawClient): Promise<void> {
  client.send(GREETING);
  await eventually('the greeting of the publisher', () => client.heard.includes('NULL'));
  client.send(READY);
  await eventually('the publisher to be ready', () => client.heard.includes('READY'));
}

async function served() {
  const socketPath = temporarySocket();
  const publisher = closing(await EventPublisher.bind(socketPath, BROKER_ID));
  const reader = closing(await EventSubscriber.connect(publisher.endpoint, { topics: [ALL_TOPICS], streams: 'all' }));
  return { socketPath, publisher, reader };
}

async function expectServing(publisher: EventPublisher, reader: EventSubscriber): Promise<void> {
  const { seq } = publisher.publish(progressed(JOB_A));
  expect(seqsOf(await itemsUntil(reader, isSeq(seq)))).toEqual([seq]);
}
