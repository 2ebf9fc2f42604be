import { CodexNotFound } from '../config/codex-binary.ts';
import {
  type BrokerPlace,
  brokerPlaceFor,
  type Config,
  loadConfig,
  type Workspace,
  workspaceFor,
} from '../config/config.ts';
import { type BrokerPaths, brokerPaths } from '../config/paths.ts';
import { JobStore } from '../status/store.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { type Io, processIo } from './io.ts';

/** What every command works with: the workspace that it was called for, its jobs, and its streams. */
export interface Context {
  readonly config: Config;
  readonly workspace: Workspace;
  readonly store: JobStore;
  readonly io: Io;
  /**
   * The broker of this environment's Codex, for its own CODEX_HOME or another one.
   * @throws CliError (exit 5) without a Codex.
   */
  place(codexHome?: string): BrokerPlace;
  /** Where the broker with that key keeps its lock, label and log. */
  pathsOf(brokerKey: string): BrokerPaths;
}

/** @throws ConfigError */
export function openContext(cwd: string | undefined): Context {
  const config = loadConfig();
  return contextFor(config, workspaceFor(config, cwd ?? process.cwd()));
}

/** @throws DirectoryRefused when the workspace's folder is not private to this user. */
export function contextFor(config: Config, workspace: Workspace): Context {
  return {
    config,
    workspace,
    store: JobStore.open(workspace.directory),
    io: processIo(),
    place: (codexHome = config.codexHome) => placeOf({ ...config, codexHome }, workspace),
    pathsOf: (brokerKey) => brokerPaths(workspace.directory, brokerKey),
  };
}

function placeOf(config: Config, workspace: Workspace): BrokerPlace {
  try {
    return brokerPlaceFor(config, workspace.root);
  } catch (error) {
    if (error instanceof CodexNotFound) throw new CliError(EXIT.codexUnusable, error.message, { cause: error });
    throw error;
  }
}
