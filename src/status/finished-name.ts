import { isJobId } from '../contract/ids.ts';
import type { FinishedJob } from '../contract/job.ts';
import { sha256Hex } from '../util/sha256.ts';

// <completedAt, base 36 ms>.<session>.<id>.json: names sort by completion, and say whose the job was before it is
// opened. The first records had no session in their name.
const FINISHED = /^([0-9a-z]{9})\.(?:([0-9a-z]{1,8})\.)?([^.]+)\.json$/u;

const NO_SESSION = '0';
const TAG_CHARS = 8;

/** What the name of a finished record says of its job. */
export interface FinishedEntry {
  readonly name: string;
  readonly id: string;
  readonly completedAtMs: number;
  /** Null when only the record knows. */
  readonly sessionTag: string | null;
}

export function finishedName(job: FinishedJob): string {
  const completedAtMs = Math.max(0, Date.parse(job.completedAt));
  return `${completedAtMs.toString(36).padStart(9, '0')}.${sessionTagOf(job.sessionId)}.${job.id}.json`;
}

/** Null for a name that no finished record has. */
export function parseFinishedName(name: string): FinishedEntry | null {
  const [, completed = '', sessionTag, id = ''] = FINISHED.exec(name) ?? [];
  if (!isJobId(id)) return null;
  return { name, id, completedAtMs: Number.parseInt(completed, 36), sessionTag: sessionTag ?? null };
}

/** Short, and the same for few sessions: who shares a tag is told apart by the records. */
export function sessionTagOf(sessionId: string | null): string {
  if (sessionId === null) return NO_SESSION;
  return sha256Hex(sessionId).slice(0, TAG_CHARS);
}
