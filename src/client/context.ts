import { type BrokerPlace, brokerPlaceFor, type Config, type Workspace } from '../config/config.ts';
import { type BrokerPaths, brokerPaths } from '../config/paths.ts';
import { JobStore } from '../status/store.ts';

/** What every client of brokers works with: the workspace that it was opened for, and its jobs. */
export interface ClientContext {
  readonly config: Config;
  readonly workspace: Workspace;
  readonly store: JobStore;
  /** The bundle that this code is in: that of the broker lies beside it, and finds the same packages. */
  readonly program: string;
  /** Whether a broker is started when one is needed and none is there. */
  readonly startsBrokers: boolean;
  /** Is told, in a sentence, of what went wrong and does not keep anybody from what was asked for. */
  warn(sentence: string): void;
  /**
   * The broker of this environment's Codex, for its own CODEX_HOME or another one.
   * @throws CodexNotFound
   */
  place(codexHome?: string): BrokerPlace;
  /** Where the broker with that key keeps its lock, label and log. */
  pathsOf(brokerKey: string): BrokerPaths;
}

export interface ClientOptions {
  readonly config: Config;
  readonly workspace: Workspace;
  readonly program: string;
  readonly startsBrokers?: boolean;
  readonly warn: (sentence: string) => void;
}

/** @throws DirectoryRefused when the workspace's folder is not private to this user. */
export function clientContext(options: ClientOptions): ClientContext {
  const { config, workspace, program, startsBrokers = true, warn } = options;
  return {
    config,
    workspace,
    store: JobStore.open(workspace.directory),
    program,
    startsBrokers,
    warn,
    place: (codexHome = config.codexHome) => brokerPlaceFor({ ...config, codexHome }, workspace.root),
    pathsOf: (brokerKey) => brokerPaths(workspace.directory, brokerKey),
  };
}
