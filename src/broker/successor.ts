import { spawn } from 'node:child_process';

/** How many app-servers may die one after another, with no job completed in between, before queued jobs fail. */
export const MAX_CRASHES_IN_A_ROW = 3;

/** Starts the next broker of this workspace, which takes over what is queued. Call it after the lock is released. */
export function startSuccessor(entry: string, workspaceRoot: string, crashes: number): void {
  const child = spawn(process.execPath, [entry, '--workspace', workspaceRoot, '--crashes', String(crashes)], {
    cwd: workspaceRoot,
    detached: true,
    // Its stderr goes where ours goes: to the broker's log.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  child.on('error', () => undefined);
  child.unref();
}
