import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type ScriptedTurn, startFakeControl } from '../support/fake-codex/control-server.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { BOUND_MS, type Rig, type RigOptions, startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';

/** The prompt of a turn whose steps the test gives, one by one. */
export const SCRIPTED = 'FAKE:scripted';

/** The app-server will not leave by itself, and what it has started will not either. */
export const STUBBORN = fakePrompt({ do: 'command', sleepS: 300 }, { do: 'stopAnswering', deaf: true });

export interface ScriptedRig {
  readonly rig: Rig;
  /** The next turn with the prompt {@link SCRIPTED} in it, in the order in which they begin. */
  nextTurn(): Promise<ScriptedTurn>;
}

export async function startScriptedRig(options: RigOptions = {}): Promise<ScriptedRig> {
  const socket = path.join(tempDir(), 'control');
  const control = await startFakeControl(socket);
  onTestFinished(() => control.close());
  const rig = await startRig({ ...options, env: { ...options.env, FAKE_CODEX_CONTROL: socket } });
  return { rig, nextTurn: () => control.nextTurn(BOUND_MS) };
}
