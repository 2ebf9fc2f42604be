import path from 'node:path';
import { VERSION } from '../contract/version.ts';
import { checkPrivateDirectory } from '../util/private-directory.ts';
import { searchDirectories } from '../util/search-path.ts';
import { type CodexBinary, CodexNotFound, findCodex } from './codex-binary.ts';
import { ConfigError } from './config-error.ts';
import {
  type BrokerPaths,
  brokerKey,
  brokerPaths,
  PROJECT_FILE,
  realOrNamed,
  socketPaths,
  workspaceDirectory,
  workspacesDirectory,
} from './paths.ts';
import type { Settings } from './rows.ts';
import type { Environment } from './setting.ts';
import { originText, type Resolved, resolveSettings, settingsOf, unusableVariables } from './settings.ts';
import { readProjectFile, readUserFile, type SettingsFile } from './settings-file.ts';
import { SETTINGS } from './settings-table.ts';
import { workspaceRootOf } from './workspace-root.ts';

export interface Config {
  readonly settings: Settings;
  /** The same with where each comes from. */
  readonly resolved: readonly Resolved[];
  /** The files that were looked for, the one that counts more first. */
  readonly files: readonly SettingsFile[];
  /** `settings.stateDir`, found to be this user's alone, or not there yet. */
  readonly stateRoot: string;
  readonly runtimeRoot: string;
  /** The real path of `settings.codexHome`. */
  readonly codexHome: string;
  readonly environment: Environment;
}

/**
 * Everything that the environment and the settings files say, read and checked once. What is wrong in a file is in
 * {@link problemsOf}, and the rest counts.
 *
 * @param workspaceRoot whose project file counts; null for none.
 * @throws ConfigError for the environment; DirectoryRefused
 */
export function loadConfig(workspaceRoot: string | null, environment: Environment = process.env): Config {
  const config = uncheckedConfig(workspaceRoot, environment);
  checkStateRoot(config.stateRoot);
  return config;
}

/**
 * The same for whoever looks for what is wrong: nothing is refused. A variable that cannot be used counts as not set, and
 * is told; no directory is checked.
 */
export function surveyConfig(
  workspaceRoot: string | null,
  environment: Environment = process.env,
): { readonly config: Config; readonly unusable: readonly string[] } {
  const unusable = unusableVariables(environment);
  const usable = Object.fromEntries(Object.entries(environment).filter(([name]) => !unusable.has(name)));
  const config = uncheckedConfig(workspaceRoot, usable);
  return { config: { ...config, environment }, unusable: [...unusable.values()] };
}

function uncheckedConfig(workspaceRoot: string | null, environment: Environment): Config {
  const files = settingsFiles(workspaceRoot, environment);
  const resolved = resolveSettings(environment, files);
  const settings = settingsOf(resolved);
  return {
    settings,
    resolved,
    files,
    stateRoot: settings.stateDir,
    runtimeRoot: settings.runtimeDir,
    codexHome: realOrNamed(settings.codexHome),
    environment,
  };
}

function settingsFiles(workspaceRoot: string | null, environment: Environment): SettingsFile[] {
  const { variable, fallback } = SETTINGS.configFile;
  const named = environment[variable];
  const user = readUserFile(named ? path.resolve(named) : fallback(environment), Boolean(named));
  return workspaceRoot === null ? [user] : [readProjectFile(path.join(workspaceRoot, PROJECT_FILE)), user];
}

/** What in the settings files is not used, and why, in a sentence each. */
export function problemsOf({ files }: Config): string[] {
  return files.flatMap(({ problems }) => problems.map(({ message }) => message));
}

/** For whoever makes a job or starts a broker: it would be another one than was meant. @throws ConfigError */
export function refuseProblems(config: Config): void {
  const [first, ...others] = problemsOf(config);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `; and ${others.length} more (see "codex-companion config")`;
  throw new ConfigError(`${first}${more}`);
}

/** Creates nothing; what is there already must be this user's alone, for a stranger in it could steer a broker. */
function checkStateRoot(root: string): void {
  for (const place of [root, workspacesDirectory(root)]) checkPrivateDirectory(place);
}

/** A workspace and its folder of state. */
export interface Workspace {
  readonly root: string;
  readonly cwd: string;
  readonly directory: string;
}

/** The workspace that a directory is in, and what is configured there. @throws ConfigError, DirectoryRefused */
export function loadWorkspace(
  directory: string,
  environment?: Environment,
): { readonly config: Config; readonly workspace: Workspace } {
  const cwd = path.resolve(directory);
  const root = workspaceRootOf(cwd);
  const config = loadConfig(root, environment);
  return { config, workspace: { root, cwd, directory: workspaceDirectory(config.stateRoot, root) } };
}

/** The broker that serves a workspace with the Codex of this environment. */
export interface BrokerPlace {
  readonly key: string;
  readonly codex: CodexBinary;
  readonly paths: BrokerPaths;
  readonly sockets: { readonly control: string; readonly events: string };
}

/** @throws CodexNotFound when there is no Codex to run, or a settings file that cannot be read might name another one. */
export function brokerPlaceFor(config: Config, workspaceRoot: string): BrokerPlace {
  const codex = configuredCodex(config);
  const key = brokerKey(workspaceRoot, config.codexHome, codex.fingerprint, VERSION);
  return {
    key,
    codex,
    paths: brokerPaths(workspaceDirectory(config.stateRoot, workspaceRoot), key),
    sockets: socketPaths(config.runtimeRoot, config.stateRoot, key),
  };
}

/** @throws CodexNotFound as {@link brokerPlaceFor} does. */
export function configuredCodex({ settings, resolved, environment }: Config): CodexBinary {
  const chosen = resolved.find(({ row }) => row.key === SETTINGS.codex.key);
  if (chosen?.doubt) throw new CodexNotFound(`Cannot tell which Codex to run: ${chosen.doubt}`, chosen.doubt);
  const named =
    settings.codex === null || chosen === undefined ? null : { path: settings.codex, by: originText(chosen) };
  return findCodex(named, searchDirectories(environment));
}
