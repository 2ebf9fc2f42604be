import { closeSync, constants, openSync, writeSync } from 'node:fs';
import * as v from 'valibot';
import { hostEnvironment } from '../../config/host.ts';
import { messageOf } from '../../contract/fault.ts';
import { Path, readInput, SessionId } from './input.ts';

const InputSchema = v.object({ session_id: SessionId, transcript_path: Path });

/** Tells every command of the session which session it belongs to, by the file of exports that the host reads. */
export async function sessionStart(): Promise<void> {
  const { session_id: sessionId, transcript_path: transcriptPath } = await readInput(InputSchema);
  const { envFile, pluginData } = hostEnvironment();
  if (envFile === null) return;
  const lines = [
    exportLine('CODEX_COMPANION_SESSION_ID', sessionId),
    exportLine('CODEX_COMPANION_TRANSCRIPT_PATH', transcriptPath),
    exportLine('CLAUDE_PLUGIN_DATA', pluginData),
  ].join('');
  if (lines !== '') append(envFile, lines);
}

/** A line that gives a shell exactly this value; empty for none. @throws Error for a value that no line can hold. */
export function exportLine(name: string, value: string | null): string {
  if (value === null || value === '') return '';
  if (/\p{Cc}/u.test(value)) throw new Error(`Cannot export ${name}: its value has control characters in it`);
  return `export ${name}='${value.replaceAll("'", `'"'"'`)}'\n`;
}

function append(file: string, lines: string): void {
  try {
    // Of a pipe that nobody reads the opening fails at once, instead of waiting.
    const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;
    const descriptor = openSync(file, flags, 0o600);
    try {
      writeSync(descriptor, lines);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new Error(`Cannot write "${file}" (from CLAUDE_ENV_FILE): ${messageOf(error)}`);
  }
}
