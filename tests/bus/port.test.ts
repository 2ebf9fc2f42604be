import path from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { curveKeyPair, Subscriber, XPublisher } from 'zeromq';
import { bindPort, transportOf } from '../../src/bus/binding.ts';
import { destinationOf, portEndpoint } from '../../src/bus/endpoint.ts';
import { encodeEnvelope, MAX_MESSAGE_BYTES } from '../../src/bus/frame.ts';
import { EventPublisher } from '../../src/bus/publisher.ts';
import { BusUnreachable, EventSubscriber } from '../../src/bus/subscriber.ts';
import { ALL_TOPICS } from '../../src/bus/topic.ts';
import { filesUnder, tempDir } from '../support/temp.ts';
import { BROKER_ID, closing, isSeq, itemsUntil, JOB_A, progressed, range, seqsOf } from './support.ts';

const EVERYTHING = { topics: [ALL_TOPICS], streams: 'all' } as const;

async function bound(directory = tempDir()): Promise<EventPublisher> {
  return closing(await EventPublisher.bind(path.join(directory, 'events'), BROKER_ID, 'tcp'));
}

function follow(endpoint: string): Promise<EventSubscriber> {
  return EventSubscriber.connect(endpoint, EVERYTHING).then(closing);
}

test.each([
  [{ ipc: true, curve: true }, 'ipc'],
  [{ ipc: true }, 'ipc'],
  [{ ipc: false, curve: true }, 'tcp'],
  [{ curve: true }, 'tcp'],
] as const)('a ZeroMQ that can %j has events travel by %s', (abilities, transport) => {
  expect(transportOf(abilities)).toBe(transport);
});

test('a ZeroMQ that can neither is refused, and opens no port', async () => {
  for (const abilities of [{}, { ipc: false, curve: false }]) {
    expect(() => transportOf(abilities)).toThrow(/^Cannot publish events: [^\n]+ \(install [^\n]+\)$/u);
    const socket = new XPublisher({ linger: 0 });
    onTestFinished(() => socket.close());
    await expect(bindPort(socket, abilities)).rejects.toThrow('does not encrypt');
    expect(socket.lastEndpoint).toBe(null);
  }
});

describe('a publisher at a port', () => {
  it('is at one of this machine, a new one each time, and makes no file', async () => {
    const directory = tempDir();
    const [one, other] = [await bound(directory), await bound(directory)];
    const [first, second] = [destinationOf(one.endpoint), destinationOf(other.endpoint)];
    expect(first.address).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/u);
    expect(second.address).not.toBe(first.address);
    expect(second.serverKey).not.toBe(first.serverKey);
    expect(filesUnder(directory)).toEqual([]);
    expect(one.reopen()).toBe(false);
  });

  it('tells its readers every event, and that it has ended', async () => {
    const publisher = await bound();
    const reader = await follow(publisher.endpoint);
    for (const _ of range(1, 500)) publisher.publish(progressed(JOB_A));
    expect(seqsOf(await itemsUntil(reader, isSeq(500)))).toEqual(range(1, 500));
    expect(publisher.subscribers).toBe(1);
    publisher.close();
    expect(await itemsUntil(reader)).toEqual([{ kind: 'disconnected' }]);
  });

  it('sends a message of the greatest length whole', async () => {
    const publisher = await bound();
    const reader = await follow(publisher.endpoint);
    const sample = publisher.publish(progressed(JOB_A, 'x'.repeat(60_000)));
    const longest = 60_000 + MAX_MESSAGE_BYTES - encodeEnvelope(sample)[1].length;
    const event = progressed(JOB_A, 'x'.repeat(longest));
    expect(encodeEnvelope(publisher.publish(event))[1]).toHaveLength(MAX_MESSAGE_BYTES);
    expect((await itemsUntil(reader, isSeq(2))).at(-1)).toMatchObject({ kind: 'event', envelope: { event } });
  });

  it('tells nothing to whoever knows another key, or none', async () => {
    const publisher = await bound();
    const { address } = destinationOf(publisher.endpoint);
    const wrong = portEndpoint(address, curveKeyPair().publicKey);
    for (const endpoint of [wrong, address]) {
      const refused = follow(endpoint);
      await expect(refused).rejects.toThrow(BusUnreachable);
      await expect(refused).rejects.not.toThrow('serverKey');
    }
    expect(publisher.subscribers).toBe(0);
    const reader = await follow(publisher.endpoint);
    publisher.publish(progressed(JOB_A));
    expect(seqsOf(await itemsUntil(reader, isSeq(1)))).toEqual([1]);
  });

  it('does not get as far as a subscription with a stranger', async () => {
    const publisher = await bound();
    const stranger = new Subscriber({ linger: 0 });
    onTestFinished(() => stranger.close());
    const refused = new Promise<string>((resolve) => {
      stranger.events.on('handshake:error:protocol', ({ type }) => resolve(type));
      stranger.events.on('handshake', ({ type }) => resolve(type));
    });
    stranger.connect(destinationOf(publisher.endpoint).address);
    stranger.subscribe('');
    expect(await refused).toBe('handshake:error:protocol');
  });
});

test('a stranger at the port that a reader was told of does not pass for the publisher', async () => {
  const { serverKey } = destinationOf((await bound()).endpoint);
  if (serverKey === null) throw new Error('a port without a key');
  const stranger = destinationOf((await bound()).endpoint);
  const endpoint = portEndpoint(stranger.address, serverKey);
  await expect(follow(endpoint)).rejects.toThrow(BusUnreachable);
});

test.each([['tcp://127.0.0.1:1?serverKey=short'], ['tcp://127.0.0.1:1?serverKey=%']])('%s is no endpoint', (endpoint) =>
  expect(follow(endpoint)).rejects.toThrow(BusUnreachable),
);
