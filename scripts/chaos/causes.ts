import type { Reason } from '../../src/contract/fault.ts';
import type { FinishedJob } from '../../src/contract/job.ts';
import type { Played } from './round.ts';
import type { Place } from './world.ts';

/** Which faults (by the beginning of their name) can be the cause of an end. What is not listed ends a job on its own account. */
const CAUSES: Partial<Record<Reason, readonly string[]>> = {
  app_server_exited: ['app-server: '],
  app_server_start_failed: ['app-server: ', 'broker: SIGSTOP'],
  broker_lost: ['broker: '],
  worker_crashed: ['worker: '],
  protocol_error: [],
  launch_failed: [],
  orphaned: [],
  internal: [],
};

const CANCELLING: readonly string[] = ['broker: stop --force', 'broker: restart --force'];

/** A sentence when nothing that happened in the job's workspace explains its end: nobody else may be harmed. */
export function unexplained(job: FinishedJob, place: Place, played: Played): string[] {
  const faults = played.injected.filter((injected) => injected.place === place).map(({ fault }) => fault);
  const among = (causes: readonly string[]) => faults.some((fault) => causes.some((cause) => fault.startsWith(cause)));
  // To see a damaged record set aside, the check itself restarts the broker, which may still run the job.
  if (played.damaged.has(job.id)) return [];
  if (
    job.status === 'cancelled' &&
    !among(CANCELLING) &&
    !somebodyCancelled(place, played) &&
    !itsSessionEnded(job, played)
  )
    return [`${job.id} is cancelled, and nobody had asked for it`];
  const causes = job.status === 'failed' ? CAUSES[job.reason] : undefined;
  if (job.status !== 'failed' || causes === undefined || among(causes)) return [];
  return [`${job.id} failed for no reason of this round: ${job.reason}, ${job.errorMessage}`];
}

/** The end of a session takes its own foreground jobs along, and nobody else's. */
function itsSessionEnded(job: FinishedJob, { clients }: Played): boolean {
  return job.foreground && clients.some((client) => client.verb === 'hook' && client.session === job.sessionId);
}

function somebodyCancelled(place: Place, { clients }: Played): boolean {
  return clients.some(
    (client) => client.place === place && (client.verb === 'cancel' || client.sent.includes('SIGINT')),
  );
}
