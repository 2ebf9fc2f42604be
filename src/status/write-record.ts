import type { JobRecord } from '../contract/job.ts';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { writeError } from './write-error.ts';

/** Replaces one record. @throws Error naming file and cause; the old record is intact. */
export function writeRecord(file: string, job: JobRecord, durable: boolean): void {
  try {
    writeFileAtomic(file, `${JSON.stringify(job)}\n`, durable);
  } catch (error) {
    throw writeError(file, error);
  }
}
