import { expect, onTestFinished, test } from 'vitest';
import type { After } from '../../src/client/bookmark.ts';
import { brokerEvents } from '../../src/client/broker-events.ts';
import type { BrokerItem } from '../../src/client/event-item.ts';
import { contextHere } from './context-here.ts';
import { type LeakyBroker, leakyBroker } from './leaky-broker.ts';

const NEWS = { type: 'broker.draining' } as const;
const DREAM = { type: 'job.dreamed', jobId: 'task-0mabcdef0-aaaaaaaa', of: 'sheep' };

test('what a reader missed comes from the history, in its place and once', async () => {
  const broker = await brokerWith(2);
  const feed = follow(broker, 0);
  expect(await next(feed, 2)).toEqual([1, 2]);

  await broker.publish(NEWS, 'lost');
  await broker.publish(NEWS, 'lost');
  await broker.publish(NEWS);

  expect(await next(feed, 3)).toEqual([3, 4, 5]);
  await broker.publish(NEWS);
  expect(await next(feed, 1)).toEqual([6]);
});

test('what the history does not have any more is a gap', async () => {
  const broker = await brokerWith(1);
  const feed = follow(broker, 0);
  expect(await next(feed, 1)).toEqual([1]);

  for (let lost = 0; lost < 5; lost += 1) await broker.publish(NEWS, 'lost');
  await broker.publish(NEWS);
  broker.remember(3);

  expect(await next(feed, 4)).toEqual(['gap 2-4', 5, 6, 7]);
});

test('what is missed before anything was delivered is a gap, too', async () => {
  const broker = await brokerWith(0);
  const items = next(follow(broker, 'kept'), 2);
  await broker.asked;

  for (let lost = 0; lost < 2; lost += 1) await broker.publish(NEWS, 'lost');
  broker.remember(0);
  await broker.publish(NEWS);

  expect(await items).toEqual(['gap 1-2', 3]);
});

test.each<[After, Array<number | string>]>([
  [0, ['gap 1-5', 6, 7, 8]],
  [3, ['gap 4-5', 6, 7, 8]],
  [6, [7, 8]],
  [20, []],
  // Nobody has said what was before.
  ['kept', [6, 7, 8]],
])('after %j it begins with %j', async (after, expected) => {
  const broker = await brokerWith(8);
  broker.remember(3);

  expect(await next(read(broker, after, false), 10)).toEqual(expected);
});

test('what only a later version knows is passed over, on the bus and in the history, and is no gap', async () => {
  const broker = await brokerWith(1);
  await broker.publishForeign(DREAM);
  await broker.publish(NEWS);
  expect(await next(read(broker, 0, false), 10)).toEqual([1, 3]);
  expect(await next(read(broker, 1, false), 10)).toEqual([3]);

  const feed = follow(broker, 3);
  await broker.asked;
  await broker.publishForeign(DREAM);
  await broker.publish(NEWS);
  expect(await next(feed, 1)).toEqual([5]);
  // Of those that are lost the history tells: there it is passed over, too.
  await broker.publishForeign(DREAM);
  await broker.publishForeign(DREAM, 'lost');
  await broker.publish(NEWS, 'lost');
  await broker.publishForeign(DREAM, 'lost');
  await broker.publish(NEWS);
  expect(await next(feed, 2)).toEqual([8, 10]);
  broker.end();
  expect(await next(feed, 1)).toEqual([]);
});

test('what cannot be read at all is a gap, and says nothing of what is around it', async () => {
  const broker = await brokerWith(1);
  await broker.publishForeign({ type: 'job.failed' });
  await broker.publish(NEWS);
  await broker.publishForeign({ type: 'job.failed' });

  expect(await next(read(broker, 0, false), 10)).toEqual([1, 'gap 2-2', 3, 'gap 4-4']);
});

test('from now on is from the handshake on', async () => {
  const broker = await brokerWith(8);
  const feed = follow(broker, 'now');
  const first = next(feed, 1);
  // Until it is subscribed nobody can tell what is new to it.
  const news = setInterval(() => void broker.publish(NEWS), 5);
  onTestFinished(() => clearInterval(news));

  const [seq] = await first;
  expect(seq).toBeGreaterThan(8);
  expect(await next(feed, 2)).toEqual([Number(seq) + 1, Number(seq) + 2]);
});

test('with a broker that has gone the feed ends, after what it had sent', async () => {
  const broker = await brokerWith(1);
  const feed = follow(broker, 0);
  await next(feed, 1);

  await broker.publish(NEWS);
  expect(await next(feed, 1)).toEqual([2]);
  broker.end();

  expect(await next(feed, 1)).toEqual([]);
});

test('the signal ends the feed, quietly', async () => {
  const broker = await brokerWith(1);
  const stop = new AbortController();
  const feed = read(broker, 0, true, stop.signal);
  await next(feed, 1);

  stop.abort();

  expect(await next(feed, 1)).toEqual([]);
});

async function brokerWith(events: number): Promise<LeakyBroker> {
  const broker = await leakyBroker();
  for (let count = 0; count < events; count += 1) await broker.publish(NEWS);
  return broker;
}

function follow(broker: LeakyBroker, after: After): AsyncIterator<BrokerItem> {
  return read(broker, after, true);
}

function read(
  { client }: LeakyBroker,
  after: After,
  follow: boolean,
  signal = new AbortController().signal,
): AsyncIterator<BrokerItem> {
  const feed = brokerEvents(contextHere(), client, { after, follow, signal });
  onTestFinished(async () => void (await feed.return()));
  return feed;
}

/** The next items, at most so many: numbers of events, and gaps. */
async function next(feed: AsyncIterator<BrokerItem>, count: number): Promise<Array<number | string>> {
  const items: Array<number | string> = [];
  while (items.length < count) {
    const { value, done } = await feed.next();
    if (done === true) break;
    items.push(value.kind === 'event' ? value.envelope.seq : `gap ${value.from}-${value.to}`);
  }
  return items;
}
