import { brokerPaths } from '../../../config/paths.ts';
import { readBrokerLabel } from '../../../status/broker-label.ts';
import { isAlive } from '../../../status/liveness.ts';
import { inspect } from '../../../status/lock.ts';
import { readReconciled, reconcile, type World } from '../../../status/reconcile.ts';
import type { JobStore } from '../../../status/store.ts';
import { counted } from '../../../util/counted.ts';
import { about, type Finding, type Fix, listed } from '../finding.ts';
import type { Scene } from '../scene.ts';
import { storesSeen } from '../stores-seen.ts';

/** Jobs whose record says that they run or wait, while nobody is left to run them. */
export async function checkJobs(scene: Scene): Promise<Finding[]> {
  const found = storesSeen(scene).flatMap(jobFindings);
  return found.length === 0 ? [about('jobs.lost', 'Jobs').ok('each active one has its broker')] : found;
}

function jobFindings(store: JobStore): Finding[] {
  const { corrections, ownerless } = reconcile(store.listActive(), worldOf(store.directory));
  const lost = corrections.map(({ job }) => job.id);
  const waiting = ownerless.map(({ id }) => id);
  return [
    ...(lost.length === 0 ? [] : [lostFinding(store, lost)]),
    ...(waiting.length === 0 ? [] : [waitingFinding(store.directory, waiting)]),
  ];
}

function lostFinding(store: JobStore, ids: readonly string[]): Finding {
  const workspace = store.directory;
  const what = `${counted(ids.length, 'job')} of "${workspace}" ${ids.length === 1 ? 'is' : 'are'} recorded as running, and the broker is gone: ${listed(ids)}`;
  const remedy =
    'run doctor --fix, or any command that reads jobs there ("codex-companion status"): reading settles them';
  return about('jobs.lost', 'Jobs').warning(what, remedy, settling(store));
}

function waitingFinding(workspace: string, ids: readonly string[]): Finding {
  const what = `${counted(ids.length, 'job')} of "${workspace}" ${ids.length === 1 ? 'waits' : 'wait'} for a broker, and none runs: ${listed(ids)}`;
  return about('jobs.waiting', 'Jobs').warning(what, 'run "codex-companion status" there: it starts one');
}

/** What every command that reads jobs does. */
function settling(store: JobStore): Fix {
  const workspace = store.directory;
  return {
    apply: async () => {
      const { jobs, unsaved } = await readReconciled(store, {
        lockDirFor: (key) => brokerPaths(workspace, key).lock,
        runTagOf: (key) => readBrokerLabel(brokerPaths(workspace, key).label)?.runTag ?? null,
        finishedLimit: 0,
        reader: `doctor-${process.pid}`,
      });
      const [first] = unsaved;
      if (first !== undefined) throw new Error(`cannot save the end of ${first.jobId}: ${first.why}`);
      return `Settled the jobs of "${workspace}"; ${counted(jobs.length, 'active one')} left`;
    },
  };
}

function worldOf(workspace: string): World {
  return {
    isAlive,
    lockHolder: (key) => {
      const holder = inspect(brokerPaths(workspace, key).lock);
      return holder?.role === 'broker' ? holder.holder : null;
    },
  };
}
