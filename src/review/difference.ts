import type { ReviewTarget } from '../contract/review.ts';
import { diffAgainst } from './branch.ts';
import type { Repository } from './repository.ts';
import type { Refused } from './review-fault.ts';
import { isDirty, readStatus } from './tree-status.ts';

/** Enough to know that there is something. */
const ONE_BYTE = 1;

export type Difference = { readonly ok: true; readonly differs: boolean } | Refused;

/** Whether Codex's own reviewer would have anything before it. Where git cannot tell all of it, there may be something. */
export async function hasDifference(repository: Repository, target: ReviewTarget): Promise<Difference> {
  if (target.mode === 'branch') {
    const diff = await diffAgainst(repository, target.baseRef, ONE_BYTE);
    if (!diff.ok) return diff;
    if (diff.raw.stdout !== '' || diff.raw.truncated) return { ok: true, differs: true };
  }
  // Of a branch, too: that reviewer compares its base with the files as they are, committed or not.
  const read = await readStatus(repository.git);
  if (!read.ok) return read;
  const { status } = read;
  return { ok: true, differs: isDirty(status) || status.truncated || !status.submodulesRead };
}
