import { matchesTopic } from '../bus/topic.ts';
import { pause } from '../util/pause.ts';
import { type After, Bookmark, type EventPosition } from './bookmark.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import { findBroker, noBroker } from './daemon.ts';
import type { EventItem } from './event-item.ts';
import { markedEvents } from './marked-events.ts';

/** How often it is looked for a broker, when there is none. */
const LOOK_EVERY_MS = 200;

export interface WorkspaceEventsOptions {
  /** Prefixes of topics, such as `job.`; all events without any. Gaps and ends are told in any case. */
  readonly topics: readonly string[];
  /** Where to begin. For a position of a broker that is not there any more, that is the first event of the one that is. */
  readonly since: EventPosition | After;
  /** Whether to go on with what happens from now on, until the broker ends. */
  readonly follow: boolean;
  /** Whether to wait for a broker when there is none, and when one has ended for the next. */
  readonly reconnect: boolean;
  /** Ends the feed, quietly. */
  readonly signal: AbortSignal;
}

/**
 * The events of the workspace's broker, and of those after it. Starts none.
 * @throws ClientError (`broker_unreachable`) when there is none to read from; CodexNotFound.
 */
export async function* workspaceEvents(
  context: ClientContext,
  options: WorkspaceEventsOptions,
): AsyncGenerator<EventItem, void, undefined> {
  const { since, topics, follow, reconnect, signal } = options;
  const bookmark = new Bookmark(since);
  do {
    const client = await brokerThere(context, options);
    if (client === null) {
      bookmark.wait();
      continue;
    }
    for await (const item of markedEvents(context, client, { bookmark, follow, signal })) {
      if (isWanted(item, topics)) yield item;
    }
  } while (reconnect && (await another(signal)));
}

async function another(signal: AbortSignal): Promise<boolean> {
  await pause(LOOK_EVERY_MS, signal);
  return !signal.aborted;
}

/** Null when there is none, and that is no error. */
async function brokerThere(
  context: ClientContext,
  { reconnect, signal }: WorkspaceEventsOptions,
): Promise<ControlClient | null> {
  try {
    const client = await findBroker(context.place().paths, { watching: true, signal });
    if (client === null && !reconnect) throw noBroker(context);
    return client;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function isWanted(item: EventItem, topics: readonly string[]): boolean {
  if (item.kind !== 'event' || topics.length === 0) return true;
  return topics.some((topic) => matchesTopic(topic, item.envelope.event));
}
