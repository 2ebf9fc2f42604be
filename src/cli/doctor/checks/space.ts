import { stat, statfs } from 'node:fs/promises';
import { ownUid } from '../../../util/file-mode.ts';
import { nearestDirectory } from '../../../util/nearest-directory.ts';
import { formatBytes } from '../bytes.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** Below this a job's record or log may not fit any more. */
export const MIN_FREE_BYTES = 64 * 1024 * 1024;
/** Below this it is time to make room: a job's log alone may take 128 MiB. */
export const LOW_FREE_BYTES = 1024 * 1024 * 1024;
/** Each job is a file or three. */
export const MIN_FREE_INODES = 1_000;

/** What a file system has left for this user. `inodes` null: it does not count them. */
export interface Room {
  readonly bytes: number;
  readonly inodes: number | null;
}

/** Whether there is room for records, logs and sockets. */
export async function checkSpace({ stateRoot, runtimeRoot }: Scene): Promise<Finding[]> {
  const state = nearestDirectory(stateRoot);
  const runtime = nearestDirectory(runtimeRoot);
  const isOneSystem = (await stat(state)).dev === (await stat(runtime)).dev;
  const found = [spaceFinding('state', stateRoot, await roomAt(state), LOW_FREE_BYTES)];
  // Sockets take no room, but a file system without any makes none.
  if (!isOneSystem) found.push(spaceFinding('runtime', runtimeRoot, await roomAt(runtime), 1));
  return found;
}

async function roomAt(directory: string): Promise<Room> {
  const { bsize, bavail, bfree, files, ffree } = await statfs(directory);
  const blocks = ownUid() === 0 ? bfree : bavail;
  return { bytes: blocks * bsize, inodes: files === 0 ? null : ffree };
}

export function spaceFinding(area: 'state' | 'runtime', directory: string, room: Room, lowBytes: number): Finding {
  const space = about(`${area}.space`, 'Disk space');
  const free = `${formatBytes(room.bytes)} free where "${directory}" is`;
  const remedy = 'free some disk space; "codex-companion prune" removes old jobs';
  if (room.bytes < Math.min(MIN_FREE_BYTES, lowBytes)) return space.problem(`only ${free}: jobs fail`, remedy);
  if (room.inodes !== null && room.inodes < MIN_FREE_INODES) {
    return space.problem(`only ${room.inodes} files can still be made where "${directory}" is`, remedy);
  }
  if (room.bytes < lowBytes) return space.warning(`only ${free}`, remedy);
  return space.ok(free);
}
