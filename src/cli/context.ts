import { type ClientContext, clientContext } from '../client/context.ts';
import { type Config, loadConfig, type Workspace, workspaceFor } from '../config/config.ts';
import { type Io, processIo } from './io.ts';
import { thisProgram } from './this-program.ts';

/** What every command works with: a client of the workspace that it was called for, and its streams. */
export interface Context extends ClientContext {
  readonly io: Io;
}

/** @throws ConfigError, DirectoryRefused */
export function openContext(cwd: string | undefined): Context {
  const config = loadConfig();
  return contextFor(config, workspaceFor(config, cwd ?? process.cwd()), processIo());
}

/** @throws DirectoryRefused when the workspace's folder is not private to this user. */
export function contextFor(config: Config, workspace: Workspace, io: Io): Context {
  return { ...clientContext({ config, workspace, program: thisProgram(), warn: io.note }), io };
}
