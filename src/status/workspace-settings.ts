import * as v from 'valibot';
import { messageOf } from '../contract/fault.ts';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { ensurePrivateDirectory } from '../util/private-directory.ts';
import { readRegularFile } from '../util/regular-file.ts';
import { isMissing } from '../util/system-error.ts';
import { within } from '../util/within.ts';
import { writeError } from './write-error.ts';

const MAX_SETTINGS_BYTES = 65_536;

const WorkspaceSettingsSchema = v.object({
  /** Codex reviews the work of a session before it may end. */
  stopReviewGate: v.optional(v.boolean(), false),
});
export type WorkspaceSettings = v.InferOutput<typeof WorkspaceSettingsSchema>;

/**
 * What was chosen for one workspace, in `settings.json` of its folder of state. Without the file everything is off.
 * @throws Error naming the file when it cannot be read: a choice is never replaced by a default in silence.
 */
export function readWorkspaceSettings(workspaceDirectory: string): WorkspaceSettings {
  const file = settingsFile(workspaceDirectory);
  try {
    return v.parse(WorkspaceSettingsSchema, JSON.parse(readRegularFile(file, MAX_SETTINGS_BYTES)));
  } catch (error) {
    if (isMissing(error)) return { stopReviewGate: false };
    throw new Error(
      `Cannot read "${file}": ${messageOf(error)} (remove it, or run "codex-companion setup" with the choice you want)`,
    );
  }
}

export function writeWorkspaceSettings(workspaceDirectory: string, settings: WorkspaceSettings): void {
  const file = settingsFile(workspaceDirectory);
  ensurePrivateDirectory(workspaceDirectory, { durable: true });
  try {
    writeFileAtomic(file, `${JSON.stringify(settings)}\n`, true);
  } catch (error) {
    throw writeError(file, error);
  }
}

function settingsFile(workspaceDirectory: string): string {
  return within(workspaceDirectory, 'settings.json');
}
