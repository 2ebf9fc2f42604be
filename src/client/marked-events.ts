import type { Bookmark } from './bookmark.ts';
import { brokerEvents, type EventsOptions } from './broker-events.ts';
import { isBrokerGone } from './broker-gone.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import type { EventItem } from './event-item.ts';

export interface MarkedOptions extends Omit<EventsOptions, 'after'> {
  readonly bookmark: Bookmark;
}

/**
 * The events of the broker that `client` is connected to, from the bookmark on, which moves along. Closes the connection.
 * @throws ConnectionClosed when the broker ends before it has told what it has; one that is followed just ends.
 */
export async function* markedEvents(
  context: ClientContext,
  client: ControlClient,
  { bookmark, ...options }: MarkedOptions,
): AsyncGenerator<EventItem, void, undefined> {
  const { brokerId } = client.hello;
  const { follow, signal } = options;
  try {
    yield* endOf(bookmark.endedBefore(brokerId));
    for await (const item of brokerEvents(context, client, { ...options, after: bookmark.open(brokerId) })) {
      bookmark.move(item.kind === 'event' ? item.envelope : { brokerId, seq: item.to });
      yield item;
    }
  } catch (error) {
    const hasEnded = follow && isBrokerGone(error);
    if (!signal.aborted && !hasEnded) throw error;
  } finally {
    client.close();
  }
  if (follow && !signal.aborted) yield* endOf(bookmark.end());
}

function* endOf(brokerId: string | null): Generator<EventItem, void, undefined> {
  if (brokerId !== null) yield { kind: 'ended', brokerId };
}
