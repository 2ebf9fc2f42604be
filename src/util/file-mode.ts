import type { Stats } from 'node:fs';

/** Whoever runs this; null where owners and modes say nothing, which is Windows. */
export function ownUid(): number | null {
  return process.getuid?.() ?? null;
}

/** Whether others than its owner may read or enter it. The mode of a link or a socket says nothing. */
export function isOpenToOthers(found: Stats, uid = ownUid()): boolean {
  return uid !== null && (found.isDirectory() || found.isFile()) && (found.mode & 0o077) !== 0;
}

/** Whether its owner may do with a directory what can be done with one. */
export function isOpenToOwner(found: Stats, uid = ownUid()): boolean {
  return uid === null || (found.mode & 0o700) === 0o700;
}

/** As `chmod` takes it: `0700`. */
export function modeText({ mode }: Stats): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}
