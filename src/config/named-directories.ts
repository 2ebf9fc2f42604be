import os from 'node:os';
import path from 'node:path';
import type { Settings } from './rows.ts';
import type { Environment } from './setting.ts';
import { SETTINGS } from './settings-table.ts';

/** A directory, and what names it. */
export interface NamedDirectory {
  readonly what: string;
  readonly path: string;
}

/** Where files are that are read, and directories that are used; the variable of each. */
const DIRECTORIES = [SETTINGS.stateDir, SETTINGS.runtimeDir, SETTINGS.codexHome].map(({ variable }) => variable);
const FILES = [SETTINGS.configFile, SETTINGS.codex].map(({ variable }) => variable);
const BASES = ['XDG_STATE_HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME'];

/** The directories that anything here depends on, from the environment alone: none of them is looked at. */
export function namedDirectories(environment: Environment = process.env): NamedDirectory[] {
  const variables = [...DIRECTORIES, ...BASES].map((name) => ({ what: name, path: environment[name] }));
  const files = FILES.map((name) => ({ what: name, path: environment[name] && path.dirname(environment[name]) }));
  const searched = (environment['PATH'] ?? '').split(path.delimiter);
  const all = [
    { what: 'the home directory', path: os.homedir() },
    { what: 'the directory for temporary files', path: os.tmpdir() },
    ...variables,
    ...files,
    ...searched.map((directory) => ({ what: 'PATH', path: directory })),
  ];
  return all.flatMap(({ what, path: directory }) => (directory ? [{ what, path: path.resolve(directory) }] : []));
}

/** Those that a settings file may name, too. */
export function configuredDirectories({ codex }: Settings): NamedDirectory[] {
  return codex === null ? [] : [{ what: `the setting "${SETTINGS.codex.key}"`, path: path.dirname(codex) }];
}
