import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { ensurePrivateDirectory } from '../util/private-directory.ts';
import { within } from '../util/within.ts';

/** The entry of a thread, and the pool's own half of it. Both are bundles that load nothing but what is in Node. */
const ENTRY = 'thread.mjs';
const NAMES = [ENTRY, 'pool-thread.cjs'];

/** File name → text. */
export type ThreadProgram = ReadonlyMap<string, string>;

/** What threads are started from, as it lies in the folder of the broker's own entry. */
export function readThreadProgram(folder: string): ThreadProgram {
  return new Map(NAMES.map((name) => [name, readFileSync(within(folder, name), 'utf8')]));
}

/**
 * The same in a folder of this broker's own. Threads start at any time, and what the broker was started from can be gone by
 * then, or be another version: hosts delete old copies of a plugin, installers write over packages.
 */
export class ThreadFiles {
  readonly #program: ThreadProgram;
  readonly #folder: string;

  /** Whoever makes one holds the lock of the place that `folder` is in. */
  constructor(program: ThreadProgram, folder: string) {
    this.#program = program;
    this.#folder = folder;
    this.keepWritten();
  }

  /** File URL of the thread's entry. */
  get entry(): string {
    return pathToFileURL(within(this.#folder, ENTRY)).href;
  }

  /** Writes what is not there, or not as it should be. Returns whether it was necessary. */
  keepWritten(): boolean {
    const wrong = [...this.#program].filter(([name, text]) => textOf(within(this.#folder, name)) !== text);
    if (wrong.length > 0) ensurePrivateDirectory(this.#folder);
    for (const [name, text] of wrong) writeFileAtomic(within(this.#folder, name), text, false);
    return wrong.length > 0;
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
