import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rig } from '../support/rig.ts';

/** Writes the settings of the rig's project; the file. */
export function projectSettings(rig: Rig, content: string): string {
  const file = path.join(rig.workspace, '.codex-companion.toml');
  writeFileSync(file, content);
  return file;
}

/** Writes the user's own settings; the file. */
export function userSettings(rig: Rig, content: string): string {
  const file = path.join(rig.home, '.config', 'codex-companion', 'config.toml');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
