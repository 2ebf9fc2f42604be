// `msgpackr/pack` leaves out the native addon, whose load costs a short-lived command more than it saves.
import { Packr } from 'msgpackr/pack';
import * as v from 'valibot';
import { type Envelope, EVENT_VERSION } from '../contract/event.ts';
import { textOfFacts } from '../contract/fact-text.ts';
import { type Numbers, readEnvelope } from '../contract/read-envelope.ts';
import { SIZES, shortened } from './shorten.ts';
import { streamOfTopic, topicOf } from './topic.ts';

/** Longest body of a message, in bytes. A peer that sends more is disconnected. */
export const MAX_MESSAGE_BYTES = 65_536;

/**
 * How many messages wait for a reader that does not keep up before it loses the next ones: at the publisher, and again in
 * the reader's own process. Times {@link MAX_MESSAGE_BYTES}, it is what a reader that has stopped can cost either: 125 MiB.
 * ZeroMQ counts in halves of it: a reader that does keep up loses nothing of 1,000 messages in one go.
 */
export const MAX_QUEUED_MESSAGES = 2_000;

// Without records: shared structures can be read only by the instance that wrote them.
const codec = new Packr({ useRecords: false });

/** The codec packs one message behind the other into a buffer, which a giant among them makes grow for good. */
const BUFFER_BYTES = 262_144;

/** Topic and body, as they are handed to the socket. */
export type Frames = [topic: string, body: Buffer];

/** Where an event stands in its broker's order and in its stream's. */
export interface Position extends Numbers {
  readonly stream: string;
}

/** Why a message is skipped. `unknownEvent` keeps its position, so that skipping it is not a gap. */
export type Rejection =
  | { readonly ok: false; readonly why: 'malformed' | 'unknownVersion' }
  | { readonly ok: false; readonly why: 'unknownEvent'; readonly position: Position };

export type Decoded = { readonly ok: true; readonly envelope: Envelope } | Rejection;

/** Where a publisher stood when it answered a handshake: the last numbers it had given out. */
const SyncSchema = v.object({
  v: v.literal(EVENT_VERSION),
  brokerId: v.string(),
  seq: v.number(),
  streams: v.record(v.string(), v.number()),
});
export type Sync = v.InferOutput<typeof SyncSchema>;

/** The facts of a turn travel as the text in which its thread has told of them: packing them anew is most of what an event costs. */
const FactsAsBytes = v.looseObject({
  event: v.looseObject({ type: v.literal('job.progressed'), facts: v.instance(Buffer) }),
});

const MALFORMED: Rejection = { ok: false, why: 'malformed' };

/** Cuts texts until the body fits into {@link MAX_MESSAGE_BYTES}; records and logs keep the whole. */
export function encodeEnvelope(envelope: Envelope): Frames {
  let body = packed(envelope);
  for (const size of SIZES) {
    if (body.length <= MAX_MESSAGE_BYTES) break;
    body = packed({ ...envelope, event: shortened(envelope.event, size) });
  }
  return [topicOf(envelope.event), body];
}

/** Never throws, and tells nothing of the content: an error of the codec quotes the data. */
export function decodeEnvelope(frames: readonly Buffer[]): Decoded {
  const [topic, body] = frames;
  if (topic === undefined || body === undefined || frames.length !== 2) return MALFORMED;
  const read = readEnvelope(unpacked(body));
  if (read.ok || read.why !== 'unknownEvent') return read;
  return { ok: false, why: read.why, position: { ...read.at, stream: streamOfTopic(topic.toString()) } };
}

/** An envelope of our own from its body. */
export function reread(body: Buffer): Envelope {
  return withFacts(codec.unpack(body)) as Envelope;
}

export function encodeSync(topic: string, sync: Sync): Frames {
  return [topic, codec.pack(sync)];
}

/** The answer to a handshake; undefined when it is not one that this version understands. */
export function decodeSync(body: Buffer | undefined): Sync | undefined {
  const sync = v.safeParse(SyncSchema, body === undefined ? undefined : unpacked(body));
  return sync.success ? sync.output : undefined;
}

function packed(envelope: Envelope): Buffer {
  const body = codec.pack(withBytes(envelope));
  if (body.length > MAX_MESSAGE_BYTES) codec.useBuffer(Buffer.allocUnsafeSlow(BUFFER_BYTES));
  return body;
}

function unpacked(body: Buffer): unknown {
  if (body.length > MAX_MESSAGE_BYTES) return undefined;
  try {
    return withFacts(codec.unpack(body));
  } catch {
    return undefined;
  }
}

function withBytes(envelope: Envelope): unknown {
  const { event } = envelope;
  if (event.type !== 'job.progressed') return envelope;
  return { ...envelope, event: { ...event, facts: Buffer.from(textOfFacts(event.facts)) } };
}

/** What cannot be read is left as it is: a later version may put something else there. */
function withFacts(body: unknown): unknown {
  const read = v.safeParse(FactsAsBytes, body);
  if (!read.success) return body;
  const { event } = read.output;
  try {
    return { ...read.output, event: { ...event, facts: JSON.parse(event.facts.toString()) } };
  } catch {
    return body;
  }
}
