import type { MessagePort } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { Fault, messageOf } from '../contract/fault.ts';
import { settledWithin } from '../util/deadline.ts';
import type { Outcome, TaskInput, ToBroker, ToThread } from './port.ts';

/** Heap of one thread. A conversation holds little; a runaway one must not take the broker with it. */
const MAX_THREAD_HEAP_MB = 256;

/** Of it, what is collected as soon as it is full. A conversation makes much garbage: by default each thread keeps 48 MB of it. */
const THREAD_NURSERY_MB = 8;

/** How long a thread without a job is kept for the next one. */
const THREAD_IDLE_MS = 30_000;

/** Bound for the last messages of a thread that has ended. */
const PORT_DRAIN_MS = 500;

export interface PoolOptions {
  /** File URL of the thread's entry. */
  readonly entry: string;
  readonly maxThreads: number;
}

export interface RunningTask {
  /** Never rejects: a task that fails is an outcome. */
  readonly outcome: Promise<Outcome>;
  post(message: ToThread): void;
}

/**
 * One thread per running job. Order and deadlines are the gate's and the clocks' business. Until there is a job the pool is not even
 * loaded: most brokers wait most of the time.
 */
export class JobPool {
  readonly #options: PoolOptions;
  #opening: Promise<Piscina> | undefined;
  #piscina: Piscina | undefined;
  #closed = false;
  #running = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Has a thread ready for a job that is on its way: to start one takes longer than to hand the job over. */
  warm(): void {
    if (!this.#closed) void this.#warm();
  }

  async #warm(): Promise<void> {
    const piscina = await this.#open();
    if (this.#closed || piscina.threads.length > this.#running) return;
    piscina.run(null, { name: 'warmUp' }).catch(() => undefined);
  }

  async #open(): Promise<Piscina> {
    this.#opening ??= openPiscina(this.#options);
    this.#piscina = await this.#opening;
    return this.#piscina;
  }

  /** `signal` ends the thread at once, wherever it is; its reason becomes the outcome's fault. */
  run(input: TaskInput, signal: AbortSignal, onMessage: (message: ToBroker) => void): RunningTask {
    const { port1: ours, port2: theirs } = new MessageChannel();
    ours.on('message', onMessage);
    // The outcome travels on another channel than the messages: the port's end says that all of them are here.
    const drained = new Promise<void>((resolve) => ours.once('close', resolve));
    const outcome = this.#outcome(input, theirs, signal).finally(async () => {
      // Ours still, when the task never reached a thread; then nobody else would close it.
      theirs.close();
      await settledWithin(drained, PORT_DRAIN_MS);
      ours.close();
    });
    return { outcome, post: (message) => ours.postMessage(message) };
  }

  /** Those that run a task, and those that are kept for the next. */
  get threads(): number {
    return this.#piscina?.threads.length ?? 0;
  }

  /** Ends every thread. Running tasks settle as failed. */
  async destroy(): Promise<void> {
    // run() on a destroyed Piscina would start threads again.
    this.#closed = true;
    await (await this.#opening)?.destroy();
  }

  async #outcome(input: TaskInput, port: MessagePort, signal: AbortSignal): Promise<Outcome> {
    if (this.#closed) return poolIsClosed();
    this.#running += 1;
    try {
      const piscina = await this.#open();
      if (this.#closed) return poolIsClosed();
      return await piscina.run({ input, port }, { signal, transferList: [port] });
    } catch (error) {
      if (signal.aborted) return failed(Fault.from(signal.reason));
      return failed(new Fault('worker_crashed', `The job's thread ended: ${messageOf(error)}`, { cause: error }));
    } finally {
      this.#running -= 1;
      // Piscina replaces a thread that was ended up to the minimum only, and what waited for it would wait for ever.
      if (this.#piscina !== undefined && this.#piscina.queueSize > 0) this.warm();
    }
  }
}

async function openPiscina({ entry, maxThreads }: PoolOptions): Promise<Piscina> {
  const { Piscina } = await import('piscina');
  const piscina = new Piscina({
    filename: entry,
    name: 'runJob',
    // An idle broker keeps none: see warm().
    minThreads: 0,
    maxThreads,
    idleTimeout: THREAD_IDLE_MS,
    concurrentTasksPerWorker: 1,
    // The default freezes a thread's event loop between tasks.
    atomics: 'disabled',
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: MAX_THREAD_HEAP_MB, maxYoungGenerationSizeMb: THREAD_NURSERY_MB },
  });
  // A thread that dies between tasks is replaced by the pool; without a listener the event would end the broker.
  piscina.on('error', () => undefined);
  return piscina;
}

function poolIsClosed(): Outcome {
  return failed(new Fault('internal', 'Cannot run a job: the thread pool is closed'));
}

function failed(fault: Fault): Outcome {
  return { status: 'failed', fault: fault.toData() };
}
