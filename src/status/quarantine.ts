import { linkSync } from 'node:fs';
import path from 'node:path';
import { isJobId } from '../contract/ids.ts';
import { removeFile, renameFile, syncDirectory } from '../util/directory-entry.ts';
import { isThere } from '../util/is-there.ts';
import { namesIn } from '../util/names-in.ts';
import { ensurePrivateDirectory } from '../util/private-directory.ts';
import { errorCode, isMissing } from '../util/system-error.ts';
import { within } from '../util/within.ts';
import { type Damage, readRecord } from './record-file.ts';
import type { RecordReader } from './record-reader.ts';
import { writeError } from './write-error.ts';

/** Where damaged records are set aside, byte for byte. Nothing here is ever changed or removed. */
export class Quarantine {
  readonly #directory: string;
  readonly #records: RecordReader;

  constructor(directory: string, records: RecordReader) {
    this.#directory = directory;
    this.#records = records;
  }

  /** What was set aside, whoever did it. */
  get damages(): readonly Damage[] {
    return namesIn(this.#directory).flatMap((name) => {
      const reading = readRecord(within(this.#directory, name), name.split('.').find(isJobId) ?? '');
      return reading.ok || reading.damage === null ? [] : [reading.damage];
    });
  }

  /** Of the jobs whose records are here. */
  ids(): string[] {
    return namesIn(this.#directory).flatMap((name) => name.split('.').find(isJobId) ?? []);
  }

  /**
   * Moves the record here when it is malformed; one of a newer version stays. For the holder of a lock only.
   * @returns what was moved, with the path it has now.
   */
  setAsideIfMalformed(file: string, id: string): Damage[] {
    this.#records.read(file, id);
    const damage = this.#records.damageOf(file);
    if (damage?.kind !== 'malformed') return [];
    const moved = this.#setAside(file, id);
    return moved === null ? [] : [{ ...damage, file: moved }];
  }

  #setAside(file: string, id: string): string | null {
    const target = unusedName(within(this.#directory, path.basename(file)));
    ensurePrivateDirectory(this.#directory);
    try {
      renameFile(file, target);
    } catch (error) {
      if (isMissing(error)) return null;
      throw writeError(target, error);
    }
    this.#records.forget(file);
    // Another broker's holder may have replaced the damaged record just before it was moved.
    if (!readRecord(target, id).ok) return target;
    putBack(target, file);
    return null;
  }
}

function putBack(from: string, to: string): void {
  try {
    linkSync(from, to);
    syncDirectory(path.dirname(to));
  } catch (error) {
    // A still newer one is in its place already.
    if (errorCode(error) !== 'EEXIST') throw writeError(to, error);
  }
  removeFile(from);
}

function unusedName(file: string): string {
  for (let n = 0; ; n += 1) {
    const name = n === 0 ? file : `${file}.${n}`;
    if (!isThere(name)) return name;
  }
}
