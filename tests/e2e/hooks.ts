import { writeWorkspaceSettings } from '../../src/status/workspace-settings.ts';
import { eventually } from '../support/eventually.ts';
import type { Finished, Rig, RunOptions } from '../support/rig.ts';
import { stateOf } from './records.ts';

/** Longer than the process that lets go of a session may live. */
const RELEASE_BOUND_MS = 18_000;

/** Calls a hook as a host does, with its JSON on standard input. */
export function hook(rig: Rig, event: string, input: object = {}, options: RunOptions = {}): Promise<Finished> {
  return rig.run(['hook', event], { ...options, input: JSON.stringify(input) });
}

export function inSession(sessionId: string): RunOptions {
  return { env: { CODEX_COMPANION_SESSION_ID: sessionId } };
}

export function enableGate(rig: Rig): void {
  writeWorkspaceSettings(stateOf(rig), { stopReviewGate: true });
}

/** Waits until whatever the end of a session has started is gone. */
export async function untilReleased(rig: Rig): Promise<void> {
  await eventually(() => releases(rig) === 0, { withinMs: RELEASE_BOUND_MS, what: 'end of the release' });
}

/** Processes that let go of a session. */
export function releases(rig: Rig): number {
  return rig.processes().filter(({ cmdline }) => cmdline.includes(' session release ')).length;
}
