import * as v from 'valibot';
import { described } from './described.ts';
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

const itemId = described(v.string(), "Codex's id of the item.");
const label = described(v.string(), 'The item in a few words, as progress lines show it.');
const status = described(v.picklist(['completed', 'failed', 'declined']), 'How it ended.');
const message = described(v.string(), 'What was said, in a sentence.');

/**
 * What a turn reported, in our own words: the one vocabulary of progress. The job log, the lines on
 * stderr, `logs`, `watch` and the record's partial result are all views of these.
 */
export const FactSchema = v.variant('kind', [
  described(
    v.object({
      kind: v.literal('itemStarted'),
      itemId,
      label,
      phase: described(PhaseSchema, 'What the job is at, in a word.'),
      command: described(v.boolean(), 'Whether it is a shell command: while one runs, the idle clock stands still.'),
      said: described(v.optional(v.literal(true)), 'A thought or a word: nothing was done by it.'),
    }),
    'The turn begins an item: a command, a change, a tool call, a message, a thought.',
  ),
  described(
    v.object({ kind: v.literal('itemEnded'), itemId, label, status }),
    'An item has ended. Of a command `commandCompleted` says so instead, and of a change of files `filesChanged`.',
  ),
  described(
    v.object({
      kind: v.literal('turnRenamed'),
      turnId: described(v.string(), "Codex's id of the turn from now on: what an interrupt must call it."),
    }),
    'The turn has another name than the one that it started with, as that of a review does.',
  ),
  described(
    v.object({ kind: v.literal('streamed') }),
    'Some of an item has come: a sign of progress, without its text.',
  ),
  described(
    v.object({
      kind: v.literal('messageStreamed'),
      itemId,
      text: described(v.string(), 'What was written since the last of these.'),
    }),
    'More of a message that is being written. What it came to, `messageCompleted` says.',
  ),
  described(
    v.object({ kind: v.literal('messageCompleted'), text: described(v.string(), 'The message.') }),
    'Codex has said something; the last of these becomes the answer.',
  ),
  described(
    v.object({ kind: v.literal('reviewCompleted'), text: described(v.string(), 'What was found.') }),
    "Codex's own review has its findings.",
  ),
  described(
    v.object({
      kind: v.literal('reasoningCompleted'),
      sections: described(v.array(v.string()), 'The summary, in parts.'),
    }),
    'Codex has summed up what it thought.',
  ),
  described(
    v.object({
      kind: v.literal('commandCompleted'),
      itemId,
      command: described(
        v.string(),
        'The command, on one line and without the shell that Codex puts in front; cut at 200 characters.',
      ),
      exitCode: described(v.nullable(v.number()), 'Null when it has none: it was declined, or ended by force.'),
      status,
    }),
    'A shell command has ended, and its item with it.',
  ),
  described(
    v.object({
      kind: v.literal('filesChanged'),
      itemId,
      paths: described(
        v.array(v.string()),
        'The files, moved ones under both names. A long list is cut on the bus, and its last member says so.',
      ),
      status,
    }),
    'Codex has changed files, or was not allowed to: the item has ended.',
  ),
  described(
    v.object({ kind: v.literal('subAgentStarted'), threadId: described(v.string(), 'Its Codex thread.'), label }),
    'The turn has begun a sub-agent.',
  ),
  described(
    v.object({
      kind: v.literal('usageUpdated'),
      usage: described(UsageSchema, 'The tokens of this attempt so far, those of its sub-agents included.'),
    }),
    'Codex has counted tokens.',
  ),
  described(
    v.object({ kind: v.literal('retrying'), message }),
    'A request of Codex to its model failed, and is tried again.',
  ),
  described(
    v.object({ kind: v.literal('errorReported'), message }),
    'An error that Codex does not try again: the turn is about to fail.',
  ),
  described(v.object({ kind: v.literal('noticed'), message }), 'Codex points something out.'),
  described(
    v.object({
      kind: v.literal('clockJumped'),
      byMs: described(v.number(), 'How far it went ahead; below 0, back.'),
    }),
    'The wall clock went ahead or back against the monotonic one: the machine slept, or somebody set it.',
  ),
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
