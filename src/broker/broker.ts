import { APP_SERVER_START_FAILED_STATUS } from '../contract/broker-exit.ts';
import { type BrokerStatus, SHUTTING_DOWN } from '../contract/control.ts';
import { Fault, messageOf } from '../contract/fault.ts';
import { settledWithin } from '../util/deadline.ts';
import { deferred } from '../util/deferred.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { Teardown } from '../util/teardown.ts';
import { Supervisor } from './child/supervisor.ts';
import { CodexQueries } from './codex-queries.ts';
import type { BrokerParts } from './compose.ts';
import { ControlServer } from './control/server.ts';
import { Housekeeping } from './housekeeping.ts';
import { IdleWatch } from './idle-watch.ts';
import type { BrokerState, Ended, Ending } from './lifecycle.ts';
import { MetricsEndpoint } from './metrics/endpoint.ts';
import { measure } from './metrics/measure.ts';
import { type Past, pastAfter } from './past.ts';
import { watchPlace } from './place-watch.ts';
import { type Services, servicesOf } from './services.ts';
import { brokerStatus } from './status.ts';
import { MAX_CRASHES_IN_A_ROW } from './successor.ts';
import { watchForNewer } from './superseded.ts';
import { watchWallClock } from './wall-clock.ts';

/** The client that started a broker hands its job over within this time. */
const FIRST_JOB_MS = 2_000;

/** A client may have found this broker just before it saw that it is superseded. */
const LATECOMERS_MS = 1_000;

/** Bound for recording the ends of running jobs; what a full disk keeps from it, the next reader records. */
const SETTLE_MS = 10_000;

/** One broker: it owns the app-server and both sockets from {@link serve} to its end. */
export class Broker {
  /** Resolves when nothing of this broker is left but its process. */
  readonly ended: Promise<Ended>;
  readonly #parts: BrokerParts;
  readonly #teardown: Teardown;
  readonly #idle: IdleWatch;
  readonly #supervisor: Supervisor;
  readonly #opened = deferred<void>();
  readonly #firstJob = deferred<void>();
  readonly #endpoint: MetricsEndpoint;
  #state: BrokerState = { id: 'starting' };
  #control: ControlServer | undefined;
  #crashes: number;
  #past: Past;
  #newer: string | undefined;
  #resolveEnded: (ended: Ended) => void = () => undefined;

  constructor(parts: BrokerParts, crashesBefore: number, past: Past) {
    this.#parts = parts;
    this.#crashes = crashesBefore;
    this.#past = past;
    this.#teardown = new Teardown((what, error) => parts.log('error', `Cannot close ${what}: ${messageOf(error)}`));
    this.#idle = new IdleWatch(
      parts.config.settings.brokerIdleMs,
      () => parts.dispatcher.running + parts.dispatcher.queued + (this.#control?.users ?? 0) > 0,
      () => this.#endUnused(),
    );
    this.#supervisor = new Supervisor(
      {
        process: parts.appServerProcess,
        clientVersion: parts.identity.version,
        settings: parts.config.settings,
        router: parts.router,
        publisher: parts.publisher,
        metrics: parts.metrics,
        log: parts.log,
      },
      (fault) => this.#onAppServerLost(fault),
    );
    const { metrics, config, log } = parts;
    this.#endpoint = new MetricsEndpoint({ port: config.settings.metricsPort, metrics, log });
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  /** Resolves when clients are answered, while Codex still starts. */
  get opened(): Promise<void> {
    return this.#opened.promise;
  }

  get state(): BrokerState {
    return this.#state;
  }

  get clients(): number {
    return this.#control?.clients ?? 0;
  }

  /** Opens for clients at once; jobs run as soon as the app-server is ready. */
  async serve(): Promise<void> {
    const { instance, publisher, pool, ledger, dispatcher, writerLane, announcements, log, limitsNote } = this.#parts;
    this.#teardown.add('the instance', () => instance.release());
    this.#teardown.add('the writer lane', () => writerLane.close());
    this.#teardown.add('claims of killed writers', () => writerLane.sweep());
    this.#teardown.add('the bus', () => publisher.close());
    this.#teardown.add('the files', () => instance.removeFiles());
    this.#teardown.add('the ledger', () => ledger.close());
    this.#teardown.add('the announcements', () => announcements.close());
    this.#teardown.add('the note of the limits', () => limitsNote.close());
    this.#teardown.add('the thread pool', () => pool.destroy());
    this.#watchJobs();
    const control = await ControlServer.listen(this.#services(), log, () => this.#idle.touch());
    this.#control = control;
    this.#teardown.add('the control socket', () => control.close());
    this.#parts.announce();
    for (const job of this.#parts.waiting) dispatcher.enqueue(job);
    announcements.resume();
    this.#idle.touch(FIRST_JOB_MS);
    this.#watchPlace(control);
    this.#watchForNewer();
    this.#measure();
    this.#opened.resolve();
    await this.#startAppServer();
    this.#keepHouse();
  }

  /** Takes no more jobs. Ends when the accepted ones have ended, or ends those first (`now`). */
  stop(mode: 'drain' | 'now'): void {
    if (this.#state.id === 'ending') return;
    const { dispatcher, publisher } = this.#parts;
    if (this.#state.id !== 'draining') {
      this.#state = { id: 'draining' };
      publisher.publish({ type: 'broker.draining' });
    }
    if (mode === 'now') {
      for (const jobId of dispatcher.jobIds()) dispatcher.requestStop(jobId, { cause: 'cancel', by: 'broker stop' });
    }
    this.#endIfDrained();
  }

  /** Settles what runs, tells everybody, leaves nothing behind. The first call decides why. */
  async end(ending: Ending): Promise<void> {
    if (this.#state.id === 'ending') return;
    this.#state = { id: 'ending' };
    if (ending.exitStatus === 1) this.#crashes += 1;
    const { dispatcher, publisher, log } = this.#parts;
    log(ending.exitStatus === 0 ? 'info' : 'error', `Ending (${ending.cause}): ${ending.message}`);
    this.#idle.stop();
    this.#control?.refuseNew();
    dispatcher.close();
    if (ending.fault !== null) await this.#settleJobs(ending.fault);
    const successor = this.#passOnQueue(ending);
    const { cause, message, exitStatus } = ending;
    publisher.publish({ type: 'broker.shuttingDown', cause, message, exitStatus, successor });
    const { brokerId } = this.#parts.identity;
    this.#control?.broadcast(SHUTTING_DOWN, { brokerId, cause, message, exitStatus, successor });
    this.#teardown.add('what the app-server left behind', () => this.#parts.sweep());
    this.#teardown.add('the app-server', () => this.#supervisor.stop());
    await this.#teardown.run();
    this.#resolveEnded({ ...ending, successor, crashes: this.#crashes, past: this.#past });
  }

  /** How long that took after the app-server was lost, only the next broker can tell: nobody asks this one any more. */
  async #settleJobs(fault: Fault): Promise<void> {
    const { dispatcher, log } = this.#parts;
    const { running } = dispatcher;
    const settled = await settledWithin(dispatcher.lose(fault.toData()), SETTLE_MS);
    const sinceMs = this.#supervisor.lostSinceMs;
    const isMeasured = settled && running > 0 && sinceMs !== null;
    const detectedInMs = isMeasured ? monotonicMs() - sinceMs : null;
    if (detectedInMs !== null)
      log('info', `Recorded the ends of what ran (${running}) in ${Math.round(detectedInMs)} ms`);
    this.#past = pastAfter(this.#past, fault.reason, detectedInMs);
  }

  /**
   * What happens to jobs that still wait: after a crash the next broker runs them, unless app-servers
   * keep dying; an app-server that cannot even start would fail them all the same way.
   */
  #passOnQueue({ cause, fault }: Ending): boolean {
    const { dispatcher } = this.#parts;
    if (dispatcher.queued === 0) return false;
    const crashed = cause === 'app_server_exited' || cause === 'app_server_unresponsive' || cause === 'internal';
    if (crashed && this.#crashes < MAX_CRASHES_IN_A_ROW) return true;
    if (fault !== null && cause !== 'signal') dispatcher.failQueued(fault);
    return false;
  }

  async #startAppServer(): Promise<void> {
    const { dispatcher, log } = this.#parts;
    try {
      const appServer = await this.#supervisor.start();
      if (appServer === null || this.#state.id === 'ending') return;
      if (this.#state.id === 'starting') this.#state = { id: 'serving' };
      dispatcher.open(appServer);
    } catch (error) {
      const fault = Fault.from(error, 'app_server_start_failed');
      log('error', fault.message);
      // Whoever started this broker has a job for it, and hears by the end of that job why it cannot run.
      if (dispatcher.queued === 0) await settledWithin(this.#firstJob.promise, FIRST_JOB_MS);
      const exitStatus = APP_SERVER_START_FAILED_STATUS;
      await this.end({ cause: 'app_server_start_failed', message: fault.message, exitStatus, fault });
    }
  }

  #onAppServerLost(fault: Fault): void {
    const cause = fault.reason === 'app_server_unresponsive' ? fault.reason : 'app_server_exited';
    void this.end({ cause, message: fault.message, exitStatus: 1, fault });
  }

  #watchPlace(control: ControlServer): void {
    const { instance, publisher, ledger, threadFiles, log, config } = this.#parts;
    const place = { instance, control, publisher, ledger, threadFiles, log };
    const stop = watchPlace(place, config.settings.probeIntervalMs, () => {
      const message = 'The lock was removed from under the broker';
      void this.end({ cause: 'internal', message, exitStatus: 1, fault: new Fault('broker_lost', message) });
    });
    this.#teardown.add('the watch on the place', stop);
  }

  /** After an update of Codex or of ours, the jobs go to another broker: this one ends what it has, and then itself. */
  #watchForNewer(): void {
    const stop = watchForNewer(this.#parts, (newer) => {
      this.#newer = newer;
      this.#parts.log('info', `Superseded by ${newer}: ends when it has nothing to do`);
      this.#idle.hurry(LATECOMERS_MS);
    });
    this.#teardown.add('the watch for a newer broker', stop);
  }

  #endUnused(): void {
    const cause = this.#newer === undefined ? 'idle' : 'superseded';
    const message = this.#newer === undefined ? 'Nobody used the broker' : `Superseded by ${this.#newer}`;
    void this.end({ cause, message, exitStatus: 0, fault: null });
  }

  #keepHouse(): void {
    if (this.#state.id === 'ending') return;
    const { store, instance, dispatcher, log, config } = this.#parts;
    const { settings } = config;
    const housekeeping = new Housekeeping({ store, settings, isHeld: () => instance.isHeld(), log });
    this.#teardown.add('the housekeeping', () => housekeeping.stop());
    dispatcher.onIdle(() => housekeeping.run());
    housekeeping.run();
  }

  #watchJobs(): void {
    const { publisher, dispatcher } = this.#parts;
    const untap = publisher.tap(({ event }) => {
      if (event.type === 'job.queued') this.#firstJob.resolve();
      if (event.type === 'job.completed') this.#crashes = 0;
    });
    this.#teardown.add('the watch on the jobs', untap);
    this.#teardown.add('the clocks', this.#parts.runClocks());
    const unwatch = watchWallClock((byMs) => this.#onClockJump(byMs));
    this.#teardown.add('the watch on the wall clock', unwatch);
    dispatcher.onIdle(() => {
      this.#idle.touch();
      this.#endIfDrained();
    });
  }

  #measure(): void {
    const moment = { supervisor: this.#supervisor, clients: () => this.clients, past: this.#past };
    this.#teardown.add('the measuring', measure(this.#parts, moment));
    this.#teardown.add('the endpoint of the metrics', () => this.#endpoint.close());
    void this.#endpoint.open();
  }

  #onClockJump(byMs: number): void {
    this.#parts.log('info', `The wall clock jumped by ${byMs} ms`);
    this.#parts.dispatcher.clockJumped(byMs);
  }

  #endIfDrained(): void {
    const { dispatcher } = this.#parts;
    if (this.#state.id !== 'draining' || dispatcher.running + dispatcher.queued > 0) return;
    void this.end({ cause: 'stopped', message: 'Asked to stop', exitStatus: 0, fault: null });
  }

  #services(): Services {
    const codex = new CodexQueries(() => this.#supervisor.ready, this.#parts.router);
    return servicesOf(this.#parts, codex, {
      accepting: () => this.#state.id === 'starting' || this.#state.id === 'serving',
      stop: (mode) => this.stop(mode),
      status: () => this.#status(),
    });
  }

  #status(): BrokerStatus {
    const moment = {
      appServer: this.#supervisor.status,
      clients: this.clients,
      metricsEndpoint: this.#endpoint.status,
    };
    return brokerStatus(this.#parts, moment);
  }
}
