import { BROKER_STREAM, type BusEvent, isJobEvent, jobStream } from '../contract/event.ts';

/** The topics that together cover every event. The empty prefix would also carry other readers' handshakes. */
export const EVENT_PREFIXES = ['job.', 'broker.', 'appServer.'] as const;

/** The prefix that matches every event, as a person or a caller writes it. */
export const ALL_TOPICS = '';

/** `job.<id>.<verb>.`, `broker.<verb>.` or `appServer.<verb>.`; the last dot keeps prefixes to whole words. */
export function topicOf(event: BusEvent): string {
  return isJobEvent(event) ? `${jobTopic(event.jobId)}${event.type.slice('job.'.length)}.` : `${event.type}.`;
}

/** The prefix of every event of one job. */
export function jobTopic(id: string): string {
  return `${jobStream(id)}.`;
}

/** The stream that a topic belongs to, for an event whose body is not understood. */
export function streamOfTopic(topic: string): string {
  const [family, id] = topic.split('.');
  return family === 'job' && id !== undefined ? jobStream(id) : BROKER_STREAM;
}

/** A prefix as a person types it, ended so that `job.task-a` does not take in `job.task-ab`. */
export function topicPrefix(text: string): string {
  return text === ALL_TOPICS || text.endsWith('.') ? text : `${text}.`;
}

export function matchesTopic(prefix: string, event: BusEvent): boolean {
  return topicOf(event).startsWith(topicPrefix(prefix));
}

/** The streams of which a reader wants to see every gap. */
export type Streams = readonly string[] | 'all';

export interface SyncRequest {
  readonly nonce: string;
  readonly streams: Streams;
}

const SYNC = 'sync:';
const EVERY_STREAM = '*';
const SYNC_TOPIC = /^sync:([0-9a-z]+):(\*|[\w.,-]*)$/u;

/** Longest handshake that is answered, in characters: about 1,700 jobs. */
export const MAX_SYNC_TOPIC_CHARS = 65_536;

/**
 * The topic of a handshake. The reader subscribes to it after its other topics; when the publisher
 * sees that subscription, it has seen the others, and answers on this topic with its position.
 */
export function syncTopic(request: SyncRequest): string {
  return `${SYNC}${request.nonce}:${request.streams === 'all' ? EVERY_STREAM : request.streams.join(',')}`;
}

/** What was asked for, or undefined for a topic that is no handshake or not a sound one. */
export function parseSyncTopic(topic: string): SyncRequest | undefined {
  if (topic.length > MAX_SYNC_TOPIC_CHARS) return undefined;
  const [, nonce, streams] = SYNC_TOPIC.exec(topic) ?? [];
  if (nonce === undefined || streams === undefined) return undefined;
  if (streams === EVERY_STREAM) return { nonce, streams: 'all' };
  return { nonce, streams: streams === '' ? [] : streams.split(',') };
}
