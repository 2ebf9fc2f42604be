import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export interface TempDir {
  readonly path: string;
  readonly remove: () => void;
}

/** A fresh directory that the caller removes. Paths are short enough for Unix sockets below them. */
export function makeTempDir(parent: string = tmpdir()): TempDir {
  const directory = mkdtempSync(path.join(parent, 'cc-'));
  return {
    path: directory,
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 }),
  };
}

/** The path of a fresh directory that goes away when the running test ends. Only inside a test. */
export function tempDir(parent?: string): string {
  const directory = makeTempDir(parent);
  onTestFinished(directory.remove);
  return directory.path;
}

/** Everything below `directory` that is not a directory (sockets too), relative and sorted. */
export function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();
}
