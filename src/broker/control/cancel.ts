import { CONTROL_ERRORS } from '../../contract/control.ts';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import { RpcError } from '../../rpc/message.ts';
import type { Ledger } from '../ledger.ts';
import type { Handler } from './handler.ts';

/** Ends a job and answers when its end is recorded. Cancelling what has ended is answered with that end. */
export const cancel: Handler<'job/cancel'> = async ({ jobId, by }, { ledger, dispatcher }) => {
  const before = known(ledger, jobId);
  if (isFinished(before)) return answer(before, true);
  await dispatcher.stop(jobId, { cause: 'cancel', by });
  return answer(known(ledger, jobId), false);
};

function known(ledger: Ledger, jobId: string): JobRecord {
  const job = ledger.get(jobId);
  if (job === null) throw new RpcError(CONTROL_ERRORS.jobNotFound, `No job "${jobId}" in this workspace`);
  return job;
}

function answer(job: JobRecord, alreadyFinished: boolean) {
  const interruption = job.status === 'cancelled' || job.status === 'failed' ? job.interruption : null;
  return { job, alreadyFinished, interruption };
}
