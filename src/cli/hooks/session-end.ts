import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as v from 'valibot';
import { type Config, loadConfig } from '../../config/config.ts';
import { messageOf } from '../../contract/fault.ts';
import { thisProgram } from '../this-program.ts';
import { readInput, SessionId } from './input.ts';

/** Hosts end these hooks after a second or two, all of them together: what was not said by then is not waited for. */
const SESSION_END_INPUT_MS = 250;

const InputSchema = v.object({ session_id: SessionId });

/**
 * Lets go of the session and leaves: another process tells the brokers, so that none of them, frozen say,
 * can hold up the host. Without a session there is nothing to let go of.
 */
export async function sessionEnd(): Promise<void> {
  const { session_id: named } = await readInput(InputSchema, SESSION_END_INPUT_MS);
  const config = loadConfig(null);
  const sessionId = named ?? config.settings.sessionId;
  if (sessionId !== null) await startRelease(config, sessionId);
}

/** Resolves when the process is there. It bounds its own life. */
async function startRelease(config: Config, sessionId: string): Promise<void> {
  const child = spawn(process.execPath, [thisProgram(), 'session', 'release', '--', sessionId], {
    // Not the directory of the session, which may be on its way out.
    cwd: path.parse(process.execPath).root,
    env: {
      ...config.environment,
      CODEX_COMPANION_STATE_DIR: config.stateRoot,
      CODEX_COMPANION_RUNTIME_DIR: config.runtimeRoot,
    },
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  child.unref();
  try {
    await once(child, 'spawn');
  } catch (error) {
    throw new Error(`Cannot release the session: ${messageOf(error)}`);
  }
}
