import { realpathSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { eventually } from '../support/eventually.ts';
import { type Captured, spawnCaptured } from '../support/process.ts';
import { BOUND_MS, type Rig } from '../support/rig.ts';

/** The broker as a child of the test, so that its exit status can be seen; its log is what it says on stderr. */
export function startBroker(rig: Rig): Promise<Captured> {
  return startBrokerOf(rig, path.join(PROJECT_ROOT, 'dist'));
}

/** The same, of other bundles than those that were built. */
export async function startBrokerOf(rig: Rig, dist: string): Promise<Captured> {
  const args = [path.join(dist, 'broker.cjs'), '--workspace', realpathSync(rig.workspace)];
  const broker = spawnCaptured(process.execPath, args, { cwd: rig.workspace, env: rig.env, input: '' });
  await eventually(async () => (await brokerStatus(rig)).appServer?.state === 'ready', {
    withinMs: BOUND_MS,
    what: 'broker with an app-server',
  });
  return broker;
}

interface Status {
  readonly running: boolean;
  readonly pid?: number;
  readonly endpoint?: string;
  readonly appServer?: { readonly pid: number; readonly state: string };
}

export function brokerStatus(rig: Rig): Promise<Status> {
  return rig.json<Status>(['broker', 'status']);
}
