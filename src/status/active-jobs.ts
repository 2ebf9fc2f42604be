import { linkSync } from 'node:fs';
import path from 'node:path';
import { isJobId } from '../contract/ids.ts';
import type { ActiveJob, JobRecord } from '../contract/job.ts';
import { renameFile } from '../util/directory-entry.ts';
import { namesIn } from '../util/names-in.ts';
import { within } from '../util/within.ts';
import { readRecord } from './record-file.ts';
import type { RecordReader } from './record-reader.ts';
import { removeIfPossible } from './remove-file.ts';
import { writeRecord } from './write-record.ts';

/**
 * The files `active/<job>.json`. A power cut may leave nothing of one that was replaced without being synced: so while
 * there is such a one, the last that was synced is beside it, as `<job>.json.synced`, and stands in for it.
 */
export class ActiveJobs {
  readonly #directory: string;
  readonly #records: RecordReader;
  readonly #kept = new Set<string>();

  constructor(directory: string, records: RecordReader) {
    this.#directory = directory;
    this.#records = records;
  }

  fileOf(id: string): string {
    return within(this.#directory, `${id}.json`);
  }

  /** Of every job that has a file here, whatever is in it. */
  ids(): string[] {
    return namesIn(this.#directory)
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.basename(name, '.json'))
      .filter(isJobId);
  }

  read(id: string): JobRecord | null {
    const job = this.#records.read(this.fileOf(id), id);
    if (job !== null || this.#records.damageOf(this.fileOf(id))?.kind !== 'malformed') return job;
    const synced = readRecord(this.#syncedOf(id), id);
    return synced.ok ? synced.job : null;
  }

  /** Whether the record itself can be read, without what stands in for it. */
  isSound(id: string): boolean {
    return this.#records.read(this.fileOf(id), id) !== null;
  }

  write(job: ActiveJob, durable: boolean): void {
    if (!durable) this.#keepSynced(job.id);
    writeRecord(this.fileOf(job.id), job, durable);
    if (durable) this.#dropSynced(job.id);
  }

  remove(id: string): void {
    this.#dropSynced(id);
    removeIfPossible(this.fileOf(id));
  }

  /** The last record of a job that was synced takes the place of one that is not there any more. */
  restore(id: string): void {
    try {
      renameFile(this.#syncedOf(id), this.fileOf(id));
    } catch {
      // There was none.
    }
  }

  #keepSynced(id: string): void {
    if (this.#kept.has(id)) return;
    this.#kept.add(id);
    try {
      linkSync(this.fileOf(id), this.#syncedOf(id));
    } catch {
      // It is the first record of its job, or the file system has no links.
    }
  }

  #dropSynced(id: string): void {
    this.#kept.delete(id);
    removeIfPossible(this.#syncedOf(id));
  }

  #syncedOf(id: string): string {
    return `${this.fileOf(id)}.synced`;
  }
}
