import type { NamedDirectory } from '../../config/named-directories.ts';
import { runBounded } from '../../util/bounded-process.ts';
import { about, type Finding } from './finding.ts';

// A directory on a file system that hangs (a server of network files that is gone, say) hangs whoever touches it, in the
// kernel, where no deadline of ours reaches. So each is touched by another process first. While one of them does not
// answer, nothing else is looked at: our state, Codex and its configuration are all behind such directories.

/** The id of the only findings there are then. */
export const SILENT_PLACE = 'place.silent';

/** Longest time for a directory to say whether it is there. */
const ANSWER_MS = 2_000;

const LOOK = 'for place; do [ -e "$place" ]; done; exit 0';

/** Whether all of `directories` answer, be they there or not. */
export type Touch = (directories: readonly string[]) => Promise<boolean>;

/** A problem for each of the directories that does not answer. Never rejects. */
export async function silentPlaces(named: readonly NamedDirectory[], touch: Touch = touchByShell): Promise<Finding[]> {
  const directories = [...new Set(named.map(({ path }) => path))];
  // One process for all of them is enough as long as everything is well.
  if (await touch(directories)) return [];
  const answers = await Promise.all(directories.map((directory) => touch([directory])));
  const silent = new Set(directories.filter((_, index) => !answers[index]));
  return named.filter(({ path }) => silent.has(path)).map(silence);
}

function silence({ what, path }: NamedDirectory): Finding {
  return about(SILENT_PLACE, 'Directory').problem(
    `"${path}" (${what}) does not answer within ${ANSWER_MS / 1000} s; nothing else was looked at`,
    'see whether the file system that it is on is reachable ("mount", "dmesg"), or name another directory',
  );
}

async function touchByShell(directories: readonly string[]): Promise<boolean> {
  const limits = { cwd: '/', environment: {}, timeoutMs: ANSWER_MS, maxBytes: 1024 };
  const ended = await runBounded('/bin/sh', ['-c', LOOK, 'sh', ...directories], limits);
  // Where there is no such shell, what hangs is found by whoever touches it.
  return ended.id !== 'timed_out';
}
