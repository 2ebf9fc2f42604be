import os from 'node:os';
import path from 'node:path';
import { searchDirectories } from '../util/search-path.ts';
import type { Settings } from './rows.ts';
import type { Environment } from './setting.ts';
import { SETTINGS } from './settings-table.ts';

/** A directory, and what names it. */
export interface NamedDirectory {
  readonly what: string;
  readonly path: string;
}

const BASES = ['XDG_STATE_HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME'];

/** The directories that anything here depends on, from the environment alone: none of them is looked at. */
export function namedDirectories(environment: Environment = process.env): NamedDirectory[] {
  const { stateDir, codexHome, runtimeDir, configFile, codex } = SETTINGS;
  const chosen = ({ variable }: { readonly variable: string }) => environment[variable];
  const all: ReadonlyArray<readonly [string, string | undefined]> = [
    ['the home directory', os.homedir()],
    ['the directory for temporary files', os.tmpdir()],
    ...BASES.map((name) => [name, environment[name]] as const),
    ['the state directory', chosen(stateDir) || stateDir.fallback(environment)],
    ["Codex's own directory", chosen(codexHome) || codexHome.fallback(environment)],
    // Its default may depend on what is there.
    ['the runtime directory', chosen(runtimeDir)],
    ['the settings file', path.dirname(chosen(configFile) || configFile.fallback(environment))],
    ['the chosen Codex', directoryOf(chosen(codex))],
    ...searchDirectories(environment).map((directory) => ['PATH', directory] as const),
  ];
  return all.flatMap(([what, directory]) => (directory ? [{ what, path: path.resolve(directory) }] : []));
}

function directoryOf(file: string | undefined): string | undefined {
  return file && path.dirname(path.resolve(file));
}

/** Those that a settings file may name, too. */
export function configuredDirectories({ codex }: Settings): NamedDirectory[] {
  return codex === null ? [] : [{ what: `the setting "${SETTINGS.codex.key}"`, path: path.dirname(codex) }];
}
