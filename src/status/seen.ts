import { isJobId } from '../contract/ids.ts';
import { namesIn } from '../util/names-in.ts';
import { within } from '../util/within.ts';
import { makeMark } from './mark.ts';
import { removeIfPossible } from './remove-file.ts';

// `seen/<job id>` in the folder of a workspace: an empty file that says that somebody was told how the job ended.
// Its making is the claim to tell: of any number that try at once, one makes it.

/**
 * @returns whether this call made the mark; false when somebody has been told already.
 * @throws Error naming the file when it cannot be made.
 */
export function markSeen(workspaceDirectory: string, jobId: string): boolean {
  return makeMark(placeOf(workspaceDirectory), jobId);
}

export function seenJobs(workspaceDirectory: string): Set<string> {
  return new Set(namesIn(placeOf(workspaceDirectory)).filter(isJobId));
}

/** Removes the marks of jobs that are no more. */
export function forgetSeen(workspaceDirectory: string, jobIds: Iterable<string>): void {
  for (const id of jobIds) removeIfPossible(markOf(workspaceDirectory, id));
}

/** The file of the mark, whether or not it is there. */
export function markOf(workspaceDirectory: string, jobId: string): string {
  return within(placeOf(workspaceDirectory), jobId);
}

function placeOf(workspaceDirectory: string): string {
  return within(workspaceDirectory, 'seen');
}
