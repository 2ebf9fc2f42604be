import { EventPublisher } from '../bus/publisher.ts';
import type { BrokerPlace, Config } from '../config/config.ts';
import { keyLock, workspaceDirectory, writerLock } from '../config/paths.ts';
import { messageOf } from '../contract/fault.ts';
import type { QueuedJob } from '../contract/job.ts';
import { Aggregator } from '../status/aggregator.ts';
import { self } from '../status/liveness.ts';
import { JobStore } from '../status/store.ts';
import { sweepRun, sweepThreads } from '../status/tagged-processes.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { JobPool } from '../workers/pool.ts';
import { AccountUse } from './account-use.ts';
import { type Announcements, announcements } from './announcements.ts';
import { Approvals } from './approvals.ts';
import type { AppServerProcess } from './child/process.ts';
import { runClocks } from './clock-loop.ts';
import { Dispatcher, EXPRESS_JOBS } from './dispatcher.ts';
import type { Instance } from './instance.ts';
import { Ledger } from './ledger.ts';
import { LimitsNote } from './limits-note.ts';
import type { Log } from './log.ts';
import { BrokerMetrics } from './metrics/broker-metrics.ts';
import { JobMetrics } from './metrics/job-metrics.ts';
import { recover } from './recovery.ts';
import { ThreadRouter } from './router.ts';
import { type BrokerIdentity, labelOf, type Start } from './start.ts';
import { ThreadFiles, type ThreadProgram } from './thread-files.ts';
import { WriterLane } from './writer-lane.ts';

/** The parts of one broker, each with its one owner. */
export interface BrokerParts {
  readonly config: Config;
  readonly place: BrokerPlace;
  readonly workspaceDirectory: string;
  readonly identity: BrokerIdentity;
  readonly instance: Instance;
  readonly appServerProcess: Promise<AppServerProcess>;
  readonly log: Log;
  readonly startedAt: Date;
  readonly tag: { readonly variable: string; readonly value: string };
  readonly store: JobStore;
  readonly publisher: EventPublisher;
  readonly ledger: Ledger;
  readonly aggregator: Aggregator;
  readonly router: ThreadRouter;
  readonly pool: JobPool;
  readonly threadFiles: ThreadFiles;
  readonly dispatcher: Dispatcher;
  readonly approvals: Approvals;
  readonly account: AccountUse;
  readonly limitsNote: LimitsNote;
  readonly metrics: BrokerMetrics;
  readonly writerLane: WriterLane;
  readonly announcements: Announcements;
  /** The folder of the lock of the jobs' keys. */
  readonly keyLock: string;
  /** Jobs taken over from an earlier broker, oldest first. */
  readonly waiting: readonly QueuedJob[];
  /** Says on the bus that this broker serves. */
  announce(): void;
  runClocks(): () => void;
  /** Kills whatever of the app-server's descendants outlived it. */
  sweep(): Promise<void>;
}

export interface ComposeOptions extends Start {
  readonly config: Config;
  readonly place: BrokerPlace;
  readonly instance: Instance;
  readonly appServerProcess: Promise<AppServerProcess>;
  readonly log: Log;
  readonly threadProgram: ThreadProgram;
}

/** Builds the graph; the only place that does. The caller holds the lock. */
export async function compose(options: ComposeOptions): Promise<BrokerParts> {
  const { config, place, instance, log, startedAt, tag, appServerProcess } = options;
  const directory = workspaceDirectory(config.stateRoot, options.identity.workspaceRoot);
  const store = JobStore.open(directory);
  const publisher = await EventPublisher.bind(place.sockets.events, options.identity.brokerId);
  const identity = { ...options.identity, events: publisher.endpoint };
  // Which port it is, the system has just decided.
  if (identity.events !== options.identity.events) instance.announce(labelOf({ ...options, identity }));
  const ledger = new Ledger(store, publisher, log);
  const aggregator = new Aggregator({
    lookup: (jobId) => ledger.get(jobId),
    current: (jobId) => ledger.activeJob(jobId),
    now: () => monotonicMs(),
    stuckMs: config.settings.stuckTimeoutMs,
  });
  publisher.tap((envelope) => aggregator.observe(envelope));
  const metrics = new BrokerMetrics(startedAt);
  const { maxJobs } = config.settings;
  const threadFiles = new ThreadFiles(options.threadProgram, place.paths.threads);
  const pool = new JobPool({ entry: threadFiles.entry, maxThreads: maxJobs + EXPRESS_JOBS });
  const router = new ThreadRouter();
  const limitsNote = new LimitsNote(place.paths.limits, log);
  const account = new AccountUse(router, (limits) => limitsNote.note(limits));
  const approvals = new Approvals(ledger, log, config.settings.approvalTimeoutMs);
  const writerLane = new WriterLane({
    directory: writerLock(directory),
    brokerId: identity.brokerId,
    active: () => store.listActive(),
  });
  const dispatcher = new Dispatcher({
    ledger,
    pool,
    router,
    approvals,
    account,
    writerLane,
    log,
    maxJobs,
    sweepThreads: async (threadIds) => {
      try {
        const swept = await sweepThreads(tag.value, threadIds);
        if (swept > 0) log('info', `Ended ${swept} processes that a turn had left behind`);
      } catch (error) {
        log('error', `Cannot look for what a turn has left behind: ${messageOf(error)}`);
      }
    },
  });
  // Before the recovery: what it adopts is told of, too.
  const told = announcements({ config, place, store, publisher, log });
  const jobMetrics = new JobMetrics({
    registry: metrics.registry,
    lookup: (jobId) => ledger.get(jobId),
    turnEndHeardAtMs: (jobId) => dispatcher.turnEndHeardAtMs(jobId),
    now: () => monotonicMs(),
  });
  publisher.tap((envelope) => jobMetrics.observe(envelope));
  const waiting = recover({ store, ledger, identity, place, workspaceDirectory: directory, log });
  return {
    config,
    place,
    workspaceDirectory: directory,
    identity,
    instance,
    appServerProcess,
    log,
    startedAt,
    tag,
    store,
    publisher,
    ledger,
    aggregator,
    router,
    pool,
    threadFiles,
    dispatcher,
    approvals,
    account,
    limitsNote,
    metrics,
    writerLane,
    announcements: told,
    keyLock: keyLock(directory),
    waiting,
    announce: () => {
      const { version, workspaceRoot } = identity;
      publisher.publish({ type: 'broker.started', process: self(), version, workspaceRoot });
    },
    runClocks: () =>
      runClocks(aggregator, publisher, {
        stop: (jobId, cause) => dispatcher.requestStop(jobId, { cause }),
        abandon: (jobId) => dispatcher.abandon(jobId),
      }),
    sweep: async () => {
      const swept = await sweepRun(tag.value);
      if (swept > 0) log('info', `Ended ${swept} processes that the app-server had left behind`);
    },
  };
}
