import { unlinkSync } from 'node:fs';
import { isJobId } from '../contract/ids.ts';
import { namesIn } from '../util/names-in.ts';
import { isMissing } from '../util/system-error.ts';
import { within } from '../util/within.ts';
import { makeMark } from './mark.ts';

// `untold/<job id>.<channel>` in the folder of a workspace: an empty file that says that the job's end has still to be
// told by that channel. Its removal is the claim to tell: of any number that try at once, one removes it.

/** A mark, whether or not its job has ended. */
export interface Untold {
  readonly id: string;
  readonly channel: string;
  readonly file: string;
}

/** Twice is harmless. @throws Error naming the file when it cannot be made. */
export function markUntold(workspaceDirectory: string, jobId: string, channel: string): void {
  makeMark(placeOf(workspaceDirectory), `${jobId}.${channel}`);
}

/**
 * @returns whether the end of the job is now this caller's to tell; false when it was told, or never had to be.
 * @throws the system's error; then it has still to be told.
 */
export function claimUntold(workspaceDirectory: string, jobId: string, channel: string): boolean {
  try {
    unlinkSync(within(placeOf(workspaceDirectory), `${jobId}.${channel}`));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** All there are, in no particular order. */
export function untoldMarks(workspaceDirectory: string): Untold[] {
  return namesIn(placeOf(workspaceDirectory)).flatMap((name) => {
    const [id = '', channel = ''] = name.split('.');
    return isJobId(id) && channel !== '' ? [{ id, channel, file: within(placeOf(workspaceDirectory), name) }] : [];
  });
}

function placeOf(workspaceDirectory: string): string {
  return within(workspaceDirectory, 'untold');
}
