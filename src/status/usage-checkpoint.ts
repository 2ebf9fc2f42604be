import * as v from 'valibot';
import { NO_TOKENS, UsageSchema } from '../contract/usage.ts';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { readRegularFile } from '../util/regular-file.ts';
import { within } from '../util/within.ts';

const MAX_BYTES = 65_536;

/** So many sessions have a checkpoint; of more, those whose was made first lose it. */
const MAX_CHECKPOINTS = 64;

const EVERYBODY = 'everybody';

const CheckpointSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  last: v.string(),
  jobs: v.number(),
  usage: UsageSchema,
});

/** What the first `count` finished jobs have used, of which `last` is the last name. `jobs` of them have told of tokens. */
export type Checkpoint = v.InferOutput<typeof CheckpointSchema>;

export const NO_CHECKPOINT: Checkpoint = { count: 0, last: '', jobs: 0, usage: NO_TOKENS };

const FileSchema = v.object({ version: v.literal(1), checkpoints: v.record(v.string(), CheckpointSchema) });

/**
 * The checkpoint of a session's jobs by its tag, or of everybody's (null), where it holds for `names`, which are sorted. It does
 * while the last of them is where it was: whatever is removed before it, or comes in there, moves it.
 */
export function readCheckpoint(directory: string, tag: string | null, names: readonly string[]): Checkpoint {
  const known = readAll(directory)[tag ?? EVERYBODY];
  return known !== undefined && names[known.count - 1] === known.last ? known : NO_CHECKPOINT;
}

/** It only saves work: who may not write here has read all the same. */
export function keepCheckpoint(directory: string, tag: string | null, checkpoint: Checkpoint): void {
  const { [tag ?? EVERYBODY]: _, ...others } = readAll(directory);
  const kept = Object.entries(others).slice(1 - MAX_CHECKPOINTS);
  const checkpoints = Object.fromEntries([...kept, [tag ?? EVERYBODY, checkpoint]]);
  try {
    writeFileAtomic(fileIn(directory), `${JSON.stringify({ version: 1, checkpoints })}\n`, false);
  } catch {
    // The next look makes it anew.
  }
}

function readAll(directory: string): Readonly<Record<string, Checkpoint>> {
  try {
    const parsed = v.safeParse(FileSchema, JSON.parse(readRegularFile(fileIn(directory), MAX_BYTES)));
    return parsed.success ? parsed.output.checkpoints : {};
  } catch {
    return {};
  }
}

function fileIn(directory: string): string {
  return within(directory, 'usage.json');
}
