import type { EventPublisher } from '../../bus/publisher.ts';
import { itemThreadOf } from '../../codex/item-address.ts';
import type { Settings } from '../../config/rows.ts';
import type { BrokerStatus } from '../../contract/control.ts';
import { Fault } from '../../contract/fault.ts';
import { deferred } from '../../util/deferred.ts';
import { monotonicMs } from '../../util/monotonic.ts';
import type { Log } from '../log.ts';
import type { BrokerMetrics } from '../metrics/broker-metrics.ts';
import type { ThreadRouter } from '../router.ts';
import { answerFor } from '../server-requests.ts';
import { AppServer, type AppServerExit } from './app-server.ts';
import { watchHealth } from './health.ts';
import { lossMessage } from './loss-message.ts';
import type { AppServerProcess } from './process.ts';

export interface SupervisorOptions {
  /** What was started as early as possible. */
  readonly process: Promise<AppServerProcess>;
  readonly clientVersion: string;
  readonly settings: Settings;
  readonly router: ThreadRouter;
  readonly publisher: EventPublisher;
  readonly metrics: BrokerMetrics;
  readonly log: Log;
}

/**
 * Keeps the broker's app-server: starts it, asks it for signs of life, says when it is lost. It is never
 * replaced: a broker ends with its app-server.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #onLost: (fault: Fault) => void;
  readonly #ready = deferred<AppServer | null>();
  #appServer: AppServer | null = null;
  #stopProbing: () => void = () => undefined;
  #stopped = false;
  #unresponsive = false;
  #garbled = 0;
  #startedInMs: number | null = null;

  /** `onLost` is called at most once, with `app_server_exited` or `app_server_unresponsive`; never after {@link stop}. */
  constructor(options: SupervisorOptions, onLost: (fault: Fault) => void) {
    // Most starts nobody asks about.
    this.#ready.promise.catch(() => undefined);
    this.#options = options;
    this.#onLost = onLost;
  }

  /** What {@link start} comes to, for whoever has a question meanwhile. */
  get ready(): Promise<AppServer | null> {
    return this.#ready.promise;
  }

  /**
   * The app-server, ready for requests; null when it was stopped while it started.
   * @throws Fault `app_server_start_failed`
   */
  async start(): Promise<AppServer | null> {
    try {
      const appServer = await this.#start();
      this.#ready.resolve(appServer);
      return appServer;
    } catch (error) {
      this.#ready.reject(error);
      throw error;
    }
  }

  async #start(): Promise<AppServer | null> {
    const { process, clientVersion, settings, router, publisher, metrics } = this.#options;
    const appServer = await AppServer.open(await process, {
      clientVersion,
      startTimeoutMs: settings.appServerStartMs,
      requestTimeoutMs: settings.rpcTimeoutMs,
      onLine: (line) => passOn(router, line),
      onNotification: (method, params, line) => router.route({ method, params }, line),
      onRequest: (method, params) => answerFor(router, method, params),
      onGarbage: (sample) => this.#onGarbage(sample),
      onSettled: (request) => metrics.appServerAnswered(request),
    });
    this.#appServer = appServer;
    if (this.#stopped) {
      await appServer.stop({ frozen: false });
      return null;
    }
    if (appServer.state.id === 'ready') {
      const { identity, version, startedInMs } = appServer.state;
      this.#startedInMs = startedInMs;
      publisher.publish({ type: 'appServer.ready', process: identity, version, startedInMs });
    }
    this.#watch(appServer);
    return appServer;
  }

  /** Ends the app-server, by the ladder. Whoever was told that it is lost may call it, too. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopProbing();
    await this.#appServer?.stop({ frozen: this.#unresponsive });
  }

  get status(): BrokerStatus['appServer'] {
    const appServer = this.#appServer;
    if (appServer === null) return { pid: null, version: null, state: 'starting', lastAnswerAt: null };
    const { state } = appServer;
    const silentMs = monotonicMs() - appServer.peer.lastReceivedAtMs;
    // Every probe is answered; when two in a row were not, something is wrong, whatever the deadline says.
    const silent = this.#unresponsive || silentMs > 2 * this.#options.settings.probeIntervalMs;
    return {
      pid: appServer.identity.pid,
      version: state.id === 'ready' ? state.version : null,
      state: silent ? 'unresponsive' : state.id,
      lastAnswerAt: new Date(Date.now() - silentMs).toISOString(),
    };
  }

  /** Lines that were no messages, answers that came too late, and how long the start took; null until that is over. */
  get figures(): { readonly garbled: number; readonly late: number; readonly startedInMs: number | null } {
    const late = this.#appServer?.peer.lateReplies ?? 0;
    return { garbled: this.#garbled, late, startedInMs: this.#startedInMs };
  }

  /** From when on its loss could have been known: its end was noticed, or it fell silent. Null while it is there. */
  get lostSinceMs(): number | null {
    if (this.#appServer === null) return null;
    return this.#unresponsive ? this.#appServer.peer.lastReceivedAtMs : this.#appServer.endNoticedAtMs;
  }

  #watch(appServer: AppServer): void {
    const { probeIntervalMs, probeTimeoutMs } = this.#options.settings;
    this.#stopProbing = watchHealth(appServer.peer, {
      intervalMs: probeIntervalMs,
      timeoutMs: probeTimeoutMs,
      onSilent: (silentMs) => this.#onSilent(appServer, silentMs),
    });
    void appServer.gone.then((exit) => this.#onGone(appServer, exit));
  }

  #onSilent(appServer: AppServer, silentMs: number): void {
    this.#unresponsive = true;
    this.#options.publisher.publish({ type: 'appServer.unresponsive', silentMs });
    void appServer.stop({ frozen: true });
  }

  #onGone(appServer: AppServer, exit: AppServerExit): void {
    if (this.#stopped) return;
    this.#stopProbing();
    // What it said last counts, and comes before the news of its end.
    this.#options.router.flush();
    this.#options.publisher.publish({ type: 'appServer.exited', ...exit });
    const reason = this.#unresponsive ? 'app_server_unresponsive' : 'app_server_exited';
    this.#onLost(new Fault(reason, lossMessage(appServer.identity.pid, exit, this.#unresponsive)));
  }

  /** Skipped, counted and told at every power of ten: garbage can come in floods. */
  #onGarbage(sample: string): void {
    this.#garbled += 1;
    if (!Number.isInteger(Math.log10(this.#garbled))) return;
    this.#options.log('info', `Skipped ${this.#garbled} lines of the app-server that are no messages: ${sample}`);
    this.#options.publisher.publish({ type: 'appServer.garbled', lines: this.#garbled, sample });
  }
}

/** What the turn's own thread reads, the broker does not read as well: of a flood that would be a third of its work. */
function passOn(router: ThreadRouter, line: string): boolean {
  const threadId = itemThreadOf(line);
  if (threadId !== null) router.passOn(threadId, line);
  return threadId !== null;
}
