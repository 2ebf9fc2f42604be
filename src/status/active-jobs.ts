import path from 'node:path';
import { isJobId } from '../contract/ids.ts';
import type { ActiveJob, JobRecord } from '../contract/job.ts';
import { namesIn } from '../util/names-in.ts';
import type { RecordReader } from './record-reader.ts';
import { removeIfPossible } from './remove-file.ts';
import { writeRecord } from './write-record.ts';

/** The files `active/<job>.json`. */
export class ActiveJobs {
  readonly #directory: string;
  readonly #records: RecordReader;

  constructor(directory: string, records: RecordReader) {
    this.#directory = directory;
    this.#records = records;
  }

  fileOf(id: string): string {
    return path.join(this.#directory, `${id}.json`);
  }

  /** Of every job that has a file here, whatever is in it. */
  ids(): string[] {
    return namesIn(this.#directory)
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.basename(name, '.json'))
      .filter(isJobId);
  }

  read(id: string): JobRecord | null {
    return this.#records.read(this.fileOf(id), id);
  }

  write(job: ActiveJob, durable: boolean): void {
    writeRecord(this.fileOf(job.id), job, durable);
  }

  remove(id: string): void {
    removeIfPossible(this.fileOf(id));
  }
}
