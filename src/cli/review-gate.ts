import { messageOf } from '../contract/fault.ts';
import { readWorkspaceSettings, writeWorkspaceSettings } from '../status/workspace-settings.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';

/** Whether the stop-time review gate is on; null, and said on stderr, when what was chosen cannot be read. */
export function reviewGate({ workspace, io }: Context): boolean | null {
  try {
    return readWorkspaceSettings(workspace.directory).stopReviewGate;
  } catch (error) {
    io.note(messageOf(error));
    return null;
  }
}

/** @throws CliError when the choice cannot be stored. */
export function setReviewGate({ workspace }: Context, on: boolean): void {
  try {
    writeWorkspaceSettings(workspace.directory, { stopReviewGate: on });
  } catch (error) {
    throw new CliError(EXIT.jobFailed, messageOf(error), { cause: error });
  }
}
