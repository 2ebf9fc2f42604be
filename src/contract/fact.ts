import * as v from 'valibot';
import { UsageSchema } from './usage.ts';

/** Where a job is, in a word: shown in `status` and in the progress line. */
export const PHASES = [
  'queued',
  'starting',
  'running',
  'thinking',
  'investigating',
  'editing',
  'verifying',
  'reviewing',
  'finalizing',
  'cancelling',
  'stopping',
  'done',
  'failed',
  'cancelled',
] as const;
export const PhaseSchema = v.picklist(PHASES);
export type Phase = v.InferOutput<typeof PhaseSchema>;

const ItemStatus = v.picklist(['completed', 'failed', 'declined']);

/**
 * What a turn reported, in our own words: the one vocabulary of progress. The job log, the lines on
 * stderr, `logs`, `watch` and the record's partial result are all views of these.
 */
export const FactSchema = v.variant('kind', [
  v.object({
    kind: v.literal('itemStarted'),
    itemId: v.string(),
    label: v.string(),
    phase: PhaseSchema,
    command: v.boolean(),
    /** A thought or a word: nothing was done by it. */
    said: v.optional(v.literal(true)),
  }),
  v.object({ kind: v.literal('itemEnded'), itemId: v.string(), label: v.string(), status: ItemStatus }),
  /** What an interrupt must call the turn: a review's is another name than the one that it started with. */
  v.object({ kind: v.literal('turnRenamed'), turnId: v.string() }),
  v.object({ kind: v.literal('streamed') }),
  /** More of a message that is being written. What it came to, `messageCompleted` says. */
  v.object({ kind: v.literal('messageStreamed'), itemId: v.string(), text: v.string() }),
  v.object({ kind: v.literal('messageCompleted'), text: v.string() }),
  v.object({ kind: v.literal('reviewCompleted'), text: v.string() }),
  v.object({ kind: v.literal('reasoningCompleted'), sections: v.array(v.string()) }),
  v.object({
    kind: v.literal('commandCompleted'),
    command: v.string(),
    exitCode: v.nullable(v.number()),
    status: ItemStatus,
  }),
  v.object({ kind: v.literal('filesChanged'), paths: v.array(v.string()), status: ItemStatus }),
  v.object({ kind: v.literal('subAgentStarted'), threadId: v.string(), label: v.string() }),
  /** The tokens of this attempt so far, those of its sub-agents included. */
  v.object({ kind: v.literal('usageUpdated'), usage: UsageSchema }),
  v.object({ kind: v.literal('retrying'), message: v.string() }),
  v.object({ kind: v.literal('errorReported'), message: v.string() }),
  v.object({ kind: v.literal('noticed'), message: v.string() }),
  /** The wall clock went ahead (or back, below 0) against the monotonic one: a sleep, or a clock that was set. */
  v.object({ kind: v.literal('clockJumped'), byMs: v.number() }),
]);
export type Fact = v.InferOutput<typeof FactSchema>;

/**
 * Whether a fact re-arms the idle clock. Retries, usage, errors and notices are signs of life of the
 * app-server, not of the turn.
 */
export function isProgress(fact: Fact): boolean {
  switch (fact.kind) {
    case 'usageUpdated':
    case 'retrying':
    case 'errorReported':
    case 'noticed':
    case 'clockJumped':
      return false;
    default:
      return true;
  }
}
