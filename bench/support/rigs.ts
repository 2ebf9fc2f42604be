import path from 'node:path';
import { PROJECT_ROOT } from '../../tests/support/codex-package.ts';
import { CLI, openRig, type Rig, type RigOptions } from '../../tests/support/rig.ts';
import { emptyNode, type Timed, type TimedOptions, timed } from './timed.ts';

export const BROKER = path.join(PROJECT_ROOT, 'dist', 'broker.cjs');

/** A rig for as long as `use` takes. */
export async function withRig<T>(options: RigOptions, use: (rig: Rig) => Promise<T>): Promise<T> {
  const { rig, close } = await openRig(options);
  try {
    return await use(rig);
  } finally {
    await close();
  }
}

/** Runs a command of the product in the rig's workspace, or in another one. */
export function command(rig: Rig, args: readonly string[], cwd: string = rig.workspace): Promise<Timed> {
  return timed([CLI, ...args], inRig(rig, cwd));
}

/** The floor of every command, in words. */
export const EMPTY_NODE = '`node -e 0`';

/** The same start of Node with nothing to do. */
export function floorOf(rig: Rig): () => Promise<number> {
  return () => emptyNode(inRig(rig));
}

export function inRig({ env, workspace }: Rig, cwd: string = workspace): TimedOptions {
  return { cwd, env };
}
