import * as v from 'valibot';
import { BusEventSchema, type Envelope, EnvelopeSchema, EVENT_VERSION } from './event.ts';
import { FactSchema } from './fact.ts';

/** Where an event stands in its broker's order and in that of its stream. */
export interface Numbers {
  readonly brokerId: string;
  readonly seq: number;
  readonly streamSeq: number;
}

/** Why an envelope is passed over. An event of an unknown type keeps its numbers, so that it is no gap. */
export type Unread =
  | { readonly ok: false; readonly why: 'malformed' | 'unknownVersion' }
  | { readonly ok: false; readonly why: 'unknownEvent'; readonly at: Numbers };

export type EnvelopeRead = { readonly ok: true; readonly envelope: Envelope } | Unread;

const MALFORMED: Unread = { ok: false, why: 'malformed' };

const VersionSchema = v.object({ v: v.number() });
const NumbersSchema = v.object({
  brokerId: v.string(),
  seq: v.number(),
  streamSeq: v.number(),
  event: v.object({ type: v.string() }),
});
const ProgressSchema = v.looseObject({
  event: v.looseObject({ type: v.literal('job.progressed'), facts: v.array(v.looseObject({ kind: v.string() })) }),
});
const KNOWN_TYPES = new Set<string>(BusEventSchema.options.map((option) => option.entries.type.literal));
const KNOWN_FACTS = new Set<string>(FactSchema.options.map((option) => option.entries.kind.literal));

/**
 * An envelope that another process wrote, maybe of a later version: fields, events and facts that this one does not know are passed over.
 * Never throws, and tells nothing of the content.
 */
export function readEnvelope(data: unknown): EnvelopeRead {
  return parsed(data) ?? parsed(withKnownFacts(data)) ?? unread(data);
}

function parsed(data: unknown): EnvelopeRead | null {
  const envelope = v.safeParse(EnvelopeSchema, data);
  return envelope.success ? { ok: true, envelope: envelope.output } : null;
}

function withKnownFacts(data: unknown): unknown {
  const progress = v.safeParse(ProgressSchema, data);
  if (!progress.success) return data;
  const { event } = progress.output;
  return { ...progress.output, event: { ...event, facts: event.facts.filter(({ kind }) => KNOWN_FACTS.has(kind)) } };
}

function unread(data: unknown): Unread {
  const version = v.safeParse(VersionSchema, data);
  if (!version.success) return MALFORMED;
  if (version.output.v !== EVENT_VERSION) return { ok: false, why: 'unknownVersion' };
  const numbers = v.safeParse(NumbersSchema, data);
  if (!numbers.success || KNOWN_TYPES.has(numbers.output.event.type)) return MALFORMED;
  const { brokerId, seq, streamSeq } = numbers.output;
  return { ok: false, why: 'unknownEvent', at: { brokerId, seq, streamSeq } };
}
