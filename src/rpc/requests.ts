import { afterDeadline, DeadlineExceeded } from '../util/deadline.ts';
import { type Deferred, deferred } from '../util/deferred.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { type RequestId, RpcError } from './message.ts';

export interface RequestOptions {
  /** From the call on, the time spent in the queue included. At most 2^31 - 1. */
  readonly timeoutMs?: number;
  /** Called with a result that comes after the deadline: what was asked for has happened all the same. */
  readonly onLate?: ((result: unknown) => void) | undefined;
}

/** What became of a request. The time for which it was held back is part of its duration. */
export interface SettledRequest {
  readonly method: string;
  readonly outcome: 'result' | 'error' | 'timeout' | 'closed';
  readonly durationMs: number;
}

export interface RequestsOptions {
  readonly maxInFlight: number;
  /** Writes the request. Called in the order of the calls. */
  readonly send: (id: number, method: string, params: unknown) => void;
  /** Called once for each request, however it ended. */
  readonly onSettled?: ((request: SettledRequest) => void) | undefined;
}

/** Of so many requests that timed out a result is still expected; the oldest are forgotten. */
const MAX_OVERDUE = 1_000;

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
  readonly answer: Deferred<unknown>;
  readonly release: () => void;
}

/**
 * The requests we have made: at most `maxInFlight` of them are unanswered at a time, further ones wait
 * in order. A request that times out gives its place back: its answer may never come.
 */
export class Requests {
  readonly #options: RequestsOptions;
  readonly #inFlight = new Map<number, Call>();
  // A set is a queue that can lose an element from its middle.
  readonly #waiting = new Set<Call>();
  readonly #overdue = new Map<RequestId, (result: unknown) => void>();
  #lastId = 0;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  /** `what` names the answer in the error of a request that timed out. */
  make(
    method: string,
    params: unknown,
    what: string,
    options: RequestOptions & { timeoutMs: number },
  ): Promise<unknown> {
    const { timeoutMs, onLate } = options;
    this.#lastId += 1;
    const release = afterDeadline(timeoutMs, () => {
      if (onLate !== undefined && this.#inFlight.has(call.id)) this.#expectLate(call.id, onLate);
      this.#settle(call, (answer) => answer.reject(new DeadlineExceeded(what, timeoutMs)));
    });
    const call: Call = { id: this.#lastId, method, params, answer: deferred(), release };
    this.#watch(call);
    this.#waiting.add(call);
    this.#fill();
    return call.answer.promise;
  }

  #watch({ method, answer }: Call): void {
    const { onSettled } = this.#options;
    if (onSettled === undefined) return;
    const madeAtMs = monotonicMs();
    const settled = (outcome: SettledRequest['outcome']) =>
      onSettled({ method, outcome, durationMs: monotonicMs() - madeAtMs });
    answer.promise.then(
      () => settled('result'),
      (error: unknown) => settled(failureOf(error)),
    );
  }

  /** False when no request with this id is waiting: it timed out, or it was never made. */
  resolve(id: RequestId, result: unknown): boolean {
    const onLate = this.#overdue.get(id);
    this.#overdue.delete(id);
    onLate?.(result);
    return this.#settleById(id, (answer) => answer.resolve(result));
  }

  /** The same for an error. */
  reject(id: RequestId, error: RpcError): boolean {
    this.#overdue.delete(id);
    return this.#settleById(id, (answer) => answer.reject(error));
  }

  rejectAll(reason: (method: string) => Error): void {
    const calls = [...this.#inFlight.values(), ...this.#waiting];
    this.#inFlight.clear();
    this.#waiting.clear();
    this.#overdue.clear();
    for (const { method, answer, release } of calls) {
      release();
      answer.reject(reason(method));
    }
  }

  #expectLate(id: RequestId, onLate: (result: unknown) => void): void {
    this.#overdue.set(id, onLate);
    const [oldest] = this.#overdue.keys();
    if (this.#overdue.size > MAX_OVERDUE && oldest !== undefined) this.#overdue.delete(oldest);
  }

  #settleById(id: RequestId, outcome: (answer: Deferred<unknown>) => void): boolean {
    const call = typeof id === 'number' ? this.#inFlight.get(id) : undefined;
    if (call === undefined) return false;
    this.#settle(call, outcome);
    return true;
  }

  #settle(call: Call, outcome: (answer: Deferred<unknown>) => void): void {
    this.#inFlight.delete(call.id);
    this.#waiting.delete(call);
    call.release();
    outcome(call.answer);
    this.#fill();
  }

  #fill(): void {
    for (const call of this.#waiting) {
      if (this.#inFlight.size >= this.#options.maxInFlight) return;
      this.#waiting.delete(call);
      this.#inFlight.set(call.id, call);
      this.#options.send(call.id, call.method, call.params);
    }
  }
}

function failureOf(error: unknown): SettledRequest['outcome'] {
  if (error instanceof RpcError) return 'error';
  return error instanceof DeadlineExceeded ? 'timeout' : 'closed';
}
