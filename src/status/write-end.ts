import type { JobEvent } from '../contract/event.ts';
import { type ActiveJob, type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { logLines } from './log.ts';
import { JobLogWriter } from './log-writer.ts';
import { reduce } from './reduce.ts';
import { AlreadyFinished, type JobStore } from './store.ts';

/** The end of a job that no broker answers for, in its log and its record. For the holder of its lock only. */
export function writeEnd(store: JobStore, job: ActiveJob, event: JobEvent, source: string): FinishedJob[] {
  return writeChange(store, job, event, source).filter(isFinished);
}

/** The same for what need not end it: another attempt, say. */
export function writeChange(store: JobStore, job: ActiveJob, event: JobEvent, source: string): JobRecord[] {
  const changed = changedBy(job, event, source);
  for (const record of changed) {
    // First the log: whoever sees that the job has ended reads it to its end.
    // Where the store has it, whatever the record says: a damaged one must not make us write elsewhere.
    const log = new JobLogWriter(store.logFile(job.id));
    log.append(logLines(event, record.updatedAt));
    log.close();
    try {
      store.write(record, { durable: true });
    } catch (error) {
      if (error instanceof AlreadyFinished) return [error.finished];
      throw error;
    }
  }
  return changed;
}

/** The job as the event leaves it, when that changes it. */
export function changedBy(job: ActiveJob, event: JobEvent, source: string): JobRecord[] {
  const after = reduce(job, event, { at: new Date().toISOString(), source });
  return after === job ? [] : [after];
}
