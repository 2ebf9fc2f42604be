import path from 'node:path';
import { type ClientContext, clientContext } from '../../src/client/context.ts';
import { loadWorkspace } from '../../src/config/config.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';

/** What clients work with in a workspace where nothing has happened yet. */
export function contextHere(more: Readonly<Record<string, string>> = {}): ClientContext {
  const directory = tempDir();
  const environment = { CODEX_COMPANION_STATE_DIR: directory, CODEX_COMPANION_CONFIG: '/dev/null', ...more };
  const { config, workspace } = loadWorkspace(directory, environment);
  const program = path.join(PROJECT_ROOT, 'dist', 'cli.cjs');
  return clientContext({ config, workspace, program, warn: () => undefined });
}
