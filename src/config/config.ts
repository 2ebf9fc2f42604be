import path from 'node:path';
import { VERSION } from '../contract/version.ts';
import { checkPrivateDirectory } from '../util/private-directory.ts';
import { type CodexBinary, findCodex } from './codex-binary.ts';
import {
  type BrokerPaths,
  brokerKey,
  brokerPaths,
  codexHome,
  runtimeRoot,
  socketPaths,
  stateRoot,
  workspaceDirectory,
  workspaceRootOf,
  workspacesDirectory,
} from './paths.ts';
import { readSettings, type Settings } from './settings.ts';

export interface Config {
  readonly settings: Settings;
  readonly stateRoot: string;
  readonly runtimeRoot: string;
  readonly codexHome: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Everything that the environment says, read and checked once. @throws ConfigError, DirectoryRefused */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  return {
    settings: readSettings(environment),
    stateRoot: checkedStateRoot(environment),
    runtimeRoot: runtimeRoot(environment),
    codexHome: codexHome(environment),
    environment,
  };
}

/** Creates nothing; what is there already must be this user's alone, for a stranger in it could steer a broker. */
function checkedStateRoot(environment: Readonly<Record<string, string | undefined>>): string {
  const root = stateRoot(environment);
  for (const place of [root, workspacesDirectory(root)]) checkPrivateDirectory(place);
  return root;
}

/** A workspace and its folder of state. */
export interface Workspace {
  readonly root: string;
  readonly cwd: string;
  readonly directory: string;
}

export function workspaceFor(config: Config, cwd: string): Workspace {
  const root = workspaceRootOf(path.resolve(cwd));
  return { root, cwd: path.resolve(cwd), directory: workspaceDirectory(config.stateRoot, root) };
}

/** The broker that serves a workspace with the Codex of this environment. */
export interface BrokerPlace {
  readonly key: string;
  readonly codex: CodexBinary;
  readonly paths: BrokerPaths;
  readonly sockets: { readonly control: string; readonly events: string };
}

/** @throws CodexNotFound when there is no Codex to run. */
export function brokerPlaceFor(config: Config, workspaceRoot: string): BrokerPlace {
  const codex = findCodex(config.environment['CODEX_COMPANION_CODEX'], config.environment['PATH'] ?? '');
  const key = brokerKey(workspaceRoot, config.codexHome, codex.fingerprint, VERSION);
  return {
    key,
    codex,
    paths: brokerPaths(workspaceDirectory(config.stateRoot, workspaceRoot), key),
    sockets: socketPaths(config.runtimeRoot, config.stateRoot, key),
  };
}
