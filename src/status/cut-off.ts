import type { JobRecord } from '../contract/job.ts';

/** What of the turn had begun when the job ended, and had not ended; without the message that is kept as far as it had come. */
export function cutOffItems({ openItems, work: { unfinished } }: JobRecord): string[] {
  return openItems.filter(({ itemId }) => itemId !== unfinished?.itemId).map(({ label }) => label);
}
