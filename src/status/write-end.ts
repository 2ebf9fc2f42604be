import type { JobEvent } from '../contract/event.ts';
import { type ActiveJob, type FinishedJob, isFinished } from '../contract/job.ts';
import { logLines } from './log.ts';
import { JobLogWriter } from './log-writer.ts';
import { reduce } from './reduce.ts';
import { AlreadyFinished, type JobStore } from './store.ts';

/** The end of a job that no broker answers for, in its log and its record. For the holder of its lock only. */
export function writeEnd(store: JobStore, job: ActiveJob, event: JobEvent, source: string): FinishedJob[] {
  const ended = endedBy(job, event, source);
  for (const record of ended) {
    // First the log: whoever sees that the job has ended reads it to its end.
    // Where the store has it, whatever the record says: a damaged one must not make us write elsewhere.
    const log = new JobLogWriter(store.logFile(job.id));
    log.append(logLines(event, record.completedAt));
    log.close();
    try {
      store.write(record, { durable: true });
    } catch (error) {
      if (error instanceof AlreadyFinished) return [error.finished];
      throw error;
    }
  }
  return ended;
}

/** The job as the event leaves it, when that ends it. */
export function endedBy(job: ActiveJob, event: JobEvent, source: string): FinishedJob[] {
  const after = reduce(job, event, { at: new Date().toISOString(), source });
  return isFinished(after) ? [after] : [];
}
