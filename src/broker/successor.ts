import { spawn } from 'node:child_process';
import type { Ended } from './lifecycle.ts';

/** How many app-servers may die one after another, with no job completed in between, before queued jobs fail. */
export const MAX_CRASHES_IN_A_ROW = 3;

/**
 * Starts the next broker of this workspace, which takes over what is queued. Call it after the lock is released. Where it
 * cannot be started, `onError` is told, and whoever reads the jobs next starts one.
 */
export function startSuccessor(
  entry: string,
  workspaceRoot: string,
  ended: Pick<Ended, 'crashes' | 'past'>,
  onError: (error: Error) => void,
): void {
  const told = ['--crashes', String(ended.crashes), '--past', JSON.stringify(ended.past)];
  const child = spawn(process.execPath, [entry, '--workspace', workspaceRoot, ...told], {
    cwd: workspaceRoot,
    detached: true,
    // Its stderr goes where ours goes: to the broker's log.
    stdio: ['ignore', 'ignore', 'inherit'],
    windowsHide: true,
  });
  child.on('error', onError);
  child.unref();
}
