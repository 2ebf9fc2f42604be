import { lstatSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { messageOf } from '../contract/fault.ts';
import { oneLine } from '../util/plain-text.ts';
import { FileRefused, readRegularFile } from '../util/regular-file.ts';
import { nearest } from './nearest.ts';
import { type Reading, refused } from './reading.ts';
import { ROWS, type Row } from './rows.ts';

/** Longest settings file, in bytes. */
export const MAX_SETTINGS_FILE_BYTES = 65_536;

/** How much of a key or a value is quoted. */
const QUOTED_CHARS = 100;

/** Why a file, or one of its settings, is not used. */
export interface Problem {
  /** Null when it is about the whole file. */
  readonly key: string | null;
  readonly message: string;
}

/** What one file says. What is wrong in it leaves the rest as it is. */
export interface SettingsFile {
  readonly kind: 'user' | 'project';
  readonly path: string;
  readonly exists: boolean;
  /** By the name of the row, read as its kind has it. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly Problem[];
}

/** The user's own file; one that was `named` has to be there. Never throws: what is wrong is one of its problems. */
export function readUserFile(file: string, named: boolean): SettingsFile {
  const none = { kind: 'user', path: file, exists: false } as const;
  if (file === os.devNull) return { ...none, values: new Map(), problems: [] };
  if (named && !isThere(file)) return broken(none, `Cannot read "${file}": it does not exist`);
  return read({ ...none, exists: isThere(file) }, realpathSync);
}

/** A project's file: the content of a repository, and so anybody's. It has to be in the working tree itself. */
export function readProjectFile(file: string): SettingsFile {
  const root = path.dirname(file);
  return read({ kind: 'project', path: file, exists: isThere(file) }, (link) => {
    const real = realpathSync(link);
    if (real.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) return real;
    throw new FileRefused(link, 'it is a link to something outside of the project');
  });
}

type Found = Pick<SettingsFile, 'kind' | 'path' | 'exists'>;

function read(found: Found, real: (file: string) => string): SettingsFile {
  if (!found.exists) return { ...found, values: new Map(), problems: [] };
  try {
    return judged(found, parse(readRegularFile(real(found.path), MAX_SETTINGS_FILE_BYTES)));
  } catch (error) {
    return broken(found, `Cannot read "${found.path}": ${whyUnreadable(error)}`);
  }
}

/** A link to nothing is there. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Nobody may look: reading it says why.
    return true;
  }
}

function whyUnreadable(error: unknown): string {
  if (error instanceof FileRefused) return error.why;
  if (!(error instanceof TomlError)) return messageOf(error);
  const [what = ''] = error.message.split('\n');
  return `line ${error.line}, column ${error.column}: ${what.replace(/^Invalid TOML document: /u, '')}`;
}

function broken(found: Found, message: string): SettingsFile {
  return { ...found, values: new Map(), problems: [{ key: null, message }] };
}

function judged(found: Found, table: Readonly<Record<string, unknown>>): SettingsFile {
  const values = new Map<string, unknown>();
  const problems: Problem[] = [];
  for (const [key, written] of Object.entries(table)) {
    const row = ROWS.find((known) => known.key === key);
    const reading = row === undefined ? refused(unknownKey(key)) : readAs(row, written, found.kind);
    if (row !== undefined && reading.ok) values.set(row.name, reading.value);
    if (!reading.ok) {
      const message = `Cannot read "${oneLine(key, QUOTED_CHARS)}" in "${found.path}": ${reading.why}`;
      problems.push({ key, message });
    }
  }
  return { ...found, values, problems };
}

/** Here the reason is the whole of the sentence's end, with the value where that is wrong. */
function readAs(row: Row, written: unknown, kind: SettingsFile['kind']): Reading<unknown> {
  const forbidden = whyForbidden(row, kind);
  if (forbidden !== null) return refused(forbidden);
  const reading = row.kind.fromFile(written);
  if (!reading.ok) return refused(`${quoted(written)} ${reading.why}`);
  const isOff = reading.value === row.kind.off;
  if (kind === 'project' && isOff)
    return refused(
      `a project may not turn it off (give it a time; your own file, or ${row.variable}, may turn it off)`,
    );
  return reading;
}

function unknownKey(key: string): string {
  const meant = nearest(
    key,
    ROWS.map((row) => row.key),
  );
  const hint = meant === undefined ? '' : `did you mean "${meant}"? `;
  return `there is no such setting (${hint}"codex-companion config" lists them all)`;
}

/** Why a file of that kind may not set it; null when it may. */
export function whyForbidden({ setBy, variable }: Row, kind: SettingsFile['kind']): string | null {
  if (setBy === 'environment') return `no file may set it (set ${variable} in the environment)`;
  if (setBy === 'project' || kind === 'user') return null;
  return `a project may not set it (set it in your own file, or ${variable} in the environment)`;
}

function quoted(written: unknown): string {
  return oneLine(typeof written === 'number' ? String(written) : JSON.stringify(written), QUOTED_CHARS);
}
