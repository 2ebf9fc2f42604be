import type { LiveJob } from '../contract/control.ts';
import type { RunningJob } from '../contract/job.ts';
import type { Witnesses } from '../contract/job-view.ts';
import type { ProcessIdentity } from '../contract/process-identity.ts';

/** What the processes of a job say, as far as anybody could ask them. */
export interface Testimony {
  readonly isAlive: (process: ProcessIdentity) => boolean;
  /** What the job's broker answered; null when it did not. */
  readonly live: LiveJob | null;
}

/**
 * Who says that a running job runs. When they disagree the verdict is `unresponsive` with what is wrong:
 * never a guess at who is right.
 */
export function witnessesOf(job: RunningJob, { isAlive, live }: Testimony): Witnesses {
  const broker = { ...job.broker, alive: isAlive(job.broker), lastAnswerAt: live?.answeredAt ?? null };
  const appServer = {
    ...job.appServer,
    alive: isAlive(job.appServer),
    state: live?.appServer.state ?? null,
    lastAnswerAt: live?.appServer.lastAnswerAt ?? null,
  };
  const why = disagreement(broker, appServer);
  return {
    verdict: why === null ? 'responsive' : 'unresponsive',
    why,
    broker,
    appServer,
    worker: live?.worker ? { pid: job.broker.pid, ...live.worker } : null,
  };
}

interface Witness {
  readonly pid: number;
  readonly alive: boolean;
  readonly lastAnswerAt: string | null;
}

function disagreement(broker: Witness, appServer: Witness & { readonly state: string | null }): string | null {
  if (!broker.alive) return `the broker (pid ${broker.pid}) is gone`;
  if (broker.lastAnswerAt === null) return `the broker (pid ${broker.pid}) is alive and does not answer`;
  if (!appServer.alive) return `the app-server (pid ${appServer.pid}) is gone`;
  if (appServer.state === 'unresponsive') return `the app-server (pid ${appServer.pid}) is alive and does not answer`;
  return null;
}
