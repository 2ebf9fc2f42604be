import { lstatSync } from 'node:fs';
import { namesIn } from '../util/names-in.ts';

/**
 * A directory can change twice within one tick of its file system's clock: one that has changed so recently is read
 * again in any case.
 */
const SETTLED_MS = 2_000;

interface Listing {
  readonly version: string;
  readonly names: readonly string[];
}

/** The names in a directory, sorted; it is read again only when it has changed. One that is not there has none. */
export class DirectoryNames {
  readonly #directory: string;
  #known: Listing | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  sorted(): readonly string[] {
    // Looked at before the names are read: what changes in between shows as a change the next time.
    const found = lstatSync(this.#directory, { bigint: true, throwIfNoEntry: false });
    if (found === undefined) return [];
    const version = `${found.dev}:${found.ino}:${found.ctimeNs}`;
    if (this.#known?.version === version) return this.#known.names;
    const names = namesIn(this.#directory).sort();
    const isSettled = Date.now() - Number(found.ctimeMs) > SETTLED_MS;
    this.#known = isSettled ? { version, names } : undefined;
    return names;
  }
}
