import type { ChangeGroup } from './changes.ts';
import type { Refused } from './review-fault.ts';

/** What differs, before anything of it is read: the same for a working tree and for a branch. */
export interface Collected {
  readonly summary: string;
  readonly groups: readonly ChangeGroup[];
  readonly untracked: readonly string[];
  /** One line a commit; none for a working tree. */
  readonly commits: readonly string[];
  /** The list of files was longer than what is read of it. */
  readonly truncated: boolean;
  readonly notes: readonly string[];
}

export type CollectedResult = { readonly ok: true; readonly collected: Collected } | Refused;
