import { type Envelope, isJobEvent, type JobEvent } from '../../contract/event.ts';
import type { JobKind } from '../../contract/ids.ts';
import type { JobRecord } from '../../contract/job.ts';
import { NO_TOKENS, type Usage, usageSince } from '../../contract/usage.ts';
import type { BrokerRegistry } from './broker-metrics.ts';

export interface JobMetricsDeps {
  readonly registry: BrokerRegistry;
  readonly lookup: (jobId: string) => JobRecord | null;
  /** When the bytes were read that told of the end of the job's turn; null when none have. */
  readonly turnEndHeardAtMs: (jobId: string) => number | null;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** One attempt of a job, as far as this broker has seen it. */
interface Attempt {
  readonly kind: JobKind;
  readonly waitingSinceMs: number;
  readonly startedAtMs: number | null;
  readonly turnStarted: boolean;
  readonly stopping: boolean;
  readonly usage: Usage;
}

type EndStatus = 'completed' | 'failed' | 'cancelled' | 'retried';

/** Reads off the events how jobs fare: how many, how they end, and how long each part takes. */
export class JobMetrics {
  readonly #deps: JobMetricsDeps;
  readonly #attempts = new Map<string, Attempt>();

  constructor(deps: JobMetricsDeps) {
    this.#deps = deps;
  }

  observe({ event }: Envelope): void {
    this.#deps.registry.add('eventsPublished', { type: event.type });
    if (isJobEvent(event)) this.#observe(event);
  }

  #observe(event: JobEvent): void {
    const { registry } = this.#deps;
    switch (event.type) {
      case 'job.queued':
        registry.add('jobsAccepted', { kind: event.kind });
        this.#waits(event.jobId, event.kind, null);
        return;
      case 'job.adopted':
        this.#adopted(event.jobId);
        return;
      case 'job.started':
        this.#started(event.jobId);
        return;
      case 'job.turnStarted':
        this.#turnStarted(event.jobId);
        return;
      case 'job.progressed':
        for (const fact of event.facts) if (fact.kind === 'usageUpdated') this.#used(event.jobId, fact.usage);
        return;
      case 'job.stopping':
        this.#change(event.jobId, { stopping: true });
        return;
      case 'job.retrying':
        registry.add('attemptsLost', { reason: event.reason });
        this.#ran(event.jobId, 'retried');
        this.#waits(event.jobId, this.#kindOf(event.jobId), event.retryAt);
        return;
      case 'job.completed':
        this.#ended(event.jobId, 'completed', 'completed');
        return;
      case 'job.failed':
        this.#ended(event.jobId, 'failed', event.reason);
        return;
      case 'job.cancelled':
        this.#ended(event.jobId, 'cancelled', 'cancelled');
        return;
      default:
        return;
    }
  }

  /** `dueAt` (ISO): before that it rests, and does not wait for its turn. */
  #waits(jobId: string, kind: JobKind, dueAt: string | null): void {
    const restMs = dueAt === null ? 0 : Math.max(0, Date.parse(dueAt) - Date.now());
    const waitingSinceMs = this.#deps.now() + restMs;
    const fresh = { startedAtMs: null, turnStarted: false, stopping: false, usage: NO_TOKENS };
    this.#attempts.set(jobId, { kind, waitingSinceMs, ...fresh });
  }

  #adopted(jobId: string): void {
    const job = this.#deps.lookup(jobId);
    const kind = job?.kind ?? 'task';
    this.#deps.registry.add('jobsAdopted', { kind });
    this.#waits(jobId, kind, job?.status === 'queued' ? job.retryAt : null);
  }

  #started(jobId: string): void {
    const attempt = this.#attempts.get(jobId);
    if (attempt === undefined) return;
    const nowMs = this.#deps.now();
    const { kind, waitingSinceMs } = attempt;
    this.#deps.registry.observe('queueSeconds', { kind }, seconds(nowMs - waitingSinceMs));
    this.#change(jobId, { startedAtMs: nowMs });
  }

  /** Of a review the turn is told of twice. */
  #turnStarted(jobId: string): void {
    const attempt = this.#attempts.get(jobId);
    if (attempt === undefined || attempt.startedAtMs === null || attempt.turnStarted) return;
    const { kind, startedAtMs } = attempt;
    this.#deps.registry.observe('turnStartSeconds', { kind }, seconds(this.#deps.now() - startedAtMs));
    this.#change(jobId, { turnStarted: true });
  }

  #used(jobId: string, usage: Usage): void {
    const since = usageSince(usage, this.#attempts.get(jobId)?.usage ?? NO_TOKENS);
    this.#change(jobId, { usage });
    const { registry } = this.#deps;
    registry.add('tokens', { type: 'input' }, since.inputTokens);
    registry.add('tokens', { type: 'cached_input' }, since.cachedInputTokens);
    registry.add('tokens', { type: 'cache_write_input' }, since.cacheWriteInputTokens);
    registry.add('tokens', { type: 'output' }, since.outputTokens);
    registry.add('tokens', { type: 'reasoning_output' }, since.reasoningOutputTokens);
  }

  #ended(jobId: string, status: EndStatus, outcome: string): void {
    const { registry, turnEndHeardAtMs, now } = this.#deps;
    registry.add('jobsFinished', { kind: this.#kindOf(jobId), outcome });
    this.#ran(jobId, status);
    const heardAtMs = turnEndHeardAtMs(jobId);
    // A job that was asked to stop waits for more than the end of its turn.
    const stopped = this.#attempts.get(jobId)?.stopping ?? false;
    if (heardAtMs !== null && !stopped) registry.observe('turnEndDetection', {}, seconds(now() - heardAtMs));
    this.#attempts.delete(jobId);
  }

  #ran(jobId: string, status: EndStatus): void {
    const attempt = this.#attempts.get(jobId);
    if (attempt === undefined || attempt.startedAtMs === null) return;
    const { kind, startedAtMs } = attempt;
    this.#deps.registry.observe('runSeconds', { kind, status }, seconds(this.#deps.now() - startedAtMs));
  }

  #kindOf(jobId: string): JobKind {
    return this.#attempts.get(jobId)?.kind ?? this.#deps.lookup(jobId)?.kind ?? 'task';
  }

  #change(jobId: string, change: Partial<Attempt>): void {
    const attempt = this.#attempts.get(jobId);
    if (attempt !== undefined) this.#attempts.set(jobId, { ...attempt, ...change });
  }
}

function seconds(ms: number): number {
  return Math.max(0, ms) / 1000;
}
