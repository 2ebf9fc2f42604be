import { counted } from '../../../util/counted.ts';
import { workspacesSeen } from '../brokers-seen.ts';
import { formatBytes } from '../bytes.ts';
import { type Census, takeCensus } from '../census.ts';
import { about, type Finding, listed } from '../finding.ts';
import { makePrivate } from '../make-private.ts';
import type { Scene } from '../scene.ts';

/** More than this is worth a word. */
export const LARGE_STATE_BYTES = 5 * 1024 * 1024 * 1024;

/** How much there is of our state, and whether all of it is this user's alone. */
export async function checkFiles(scene: Scene, signal: AbortSignal): Promise<Finding[]> {
  return censusFindings(await takeCensus(workspacesSeen(scene), signal));
}

export function censusFindings(census: Census): Finding[] {
  return [sizeFinding(census), ...unreadableFinding(census), ...openFinding(census)];
}

function sizeFinding({ entries, bytes, logBytes, cut }: Census): Finding {
  const size = about('state.size', 'State');
  const what = `${cut ? 'more than ' : ''}${counted(entries, 'file or directory', 'files and directories')}, ${formatBytes(bytes)}, of that ${formatBytes(logBytes)} in logs`;
  if (bytes <= LARGE_STATE_BYTES) return size.ok(what);
  return size.warning(what, 'run "codex-companion prune --older-than 30d" in the workspaces that you use most');
}

function unreadableFinding({ unreadable }: Census): Finding[] {
  if (unreadable.length === 0) return [];
  const what = `${counted(unreadable.length, 'directory', 'directories')} cannot be read: ${named(unreadable)}`;
  return [about('state.unreadable', 'State').problem(what, 'check their owner and mode')];
}

function openFinding({ open }: Census): Finding[] {
  if (open.length === 0) return [];
  const what = `${counted(open.length, 'file or directory', 'files and directories')} can be read by others: ${named(open)}`;
  const remedy = 'run doctor --fix, or take the rights of others away yourself ("chmod -R go=")';
  return [about('state.modes', 'State').warning(what, remedy, { apply: async () => makePrivate(open) })];
}

function named(paths: readonly string[]): string {
  return listed(paths.map((path) => `"${path}"`));
}
