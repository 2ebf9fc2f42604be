import type { RateLimit, RateLimitWindow } from '../../contract/rate-limit.ts';
import { residentBytes } from '../../status/resident-memory.ts';
import type { Supervisor } from '../child/supervisor.ts';
import type { BrokerParts } from '../compose.ts';
import type { Past } from '../past.ts';
import type { BrokerRegistry } from './broker-metrics.ts';
import { EventLoopDelay } from './event-loop-delay.ts';

export interface Measured {
  readonly supervisor: Supervisor;
  readonly clients: () => number;
  readonly past: Past;
}

/** Measures a broker while it serves: most of it when somebody asks. Returns the way to stop. */
export function measure(parts: BrokerParts, { supervisor, clients, past }: Measured): () => void {
  const { registry } = parts.metrics;
  tellOfPast(registry, past);
  registry.onCollect(() => {
    measureJobs(registry, parts);
    measureReaders(registry, parts, clients());
    measureAppServer(registry, parts.identity.version, supervisor);
    measureLimits(registry, parts.account.rateLimits);
    measureProcess(registry);
  });
  return measureEventLoop(registry, parts);
}

function tellOfPast(registry: BrokerRegistry, { restarts, loss }: Past): void {
  registry.set('appServerRestarts', {}, restarts);
  if (loss !== null) registry.set('appServerLossDetection', { reason: loss.reason }, loss.detectedInMs / 1000);
}

function measureJobs(registry: BrokerRegistry, { dispatcher, pool }: BrokerParts): void {
  registry.set('jobsRunning', {}, dispatcher.running);
  registry.set('jobsQueued', {}, dispatcher.queued);
  registry.set('threads', {}, pool.threads);
}

function measureReaders(registry: BrokerRegistry, { publisher }: BrokerParts, clients: number): void {
  registry.set('controlClients', {}, clients);
  registry.set('busSubscribers', {}, publisher.subscribers);
  registry.set('eventsUnsent', {}, publisher.unsent);
}

function measureAppServer(registry: BrokerRegistry, version: string, supervisor: Supervisor): void {
  const { pid, version: codexVersion, state } = supervisor.status;
  const { garbled, late, startedInMs } = supervisor.figures;
  registry.clear('brokerInfo');
  registry.set('brokerInfo', { version, codex_version: codexVersion ?? '' }, 1);
  registry.set('appServerUp', {}, state === 'ready' ? 1 : 0);
  if (startedInMs !== null) registry.set('appServerStartSeconds', {}, startedInMs / 1000);
  registry.set('appServerGarbledLines', {}, garbled);
  registry.set('appServerLateReplies', {}, late);
  const resident = pid === null ? null : residentBytes(pid);
  registry.clear('appServerMemory');
  if (resident !== null) registry.set('appServerMemory', {}, resident);
}

function measureLimits(registry: BrokerRegistry, limits: readonly RateLimit[]): void {
  registry.clear('rateLimitUsed');
  for (const { limitId, ...windows } of limits) {
    for (const window of ['primary', 'secondary'] as const) {
      const { [window]: known } = windows;
      if (!isCurrent(known)) continue;
      registry.set('rateLimitUsed', { limit: limitId ?? '', window }, known.usedPercent / 100);
    }
  }
}

function isCurrent(window: RateLimitWindow | null): window is RateLimitWindow {
  return window !== null && (window.resetsAt === null || Date.parse(window.resetsAt) > Date.now());
}

function measureProcess(registry: BrokerRegistry): void {
  const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
  registry.set('memory', { kind: 'resident' }, rss);
  registry.set('memory', { kind: 'heap_total' }, heapTotal);
  registry.set('memory', { kind: 'heap_used' }, heapUsed);
  registry.set('memory', { kind: 'external' }, external);
  const { user, system } = process.cpuUsage();
  registry.set('cpuSeconds', { mode: 'user' }, user / 1e6);
  registry.set('cpuSeconds', { mode: 'system' }, system / 1e6);
}

/** While jobs run. */
function measureEventLoop(registry: BrokerRegistry, { publisher, dispatcher }: BrokerParts): () => void {
  const delay = new EventLoopDelay((delayMs) => registry.observe('eventLoopDelay', {}, delayMs / 1000));
  const untap = publisher.tap(({ event }) => {
    if (event.type === 'job.started') delay.start();
  });
  dispatcher.onIdle(() => delay.stop());
  return () => {
    untap();
    delay.stop();
  };
}
