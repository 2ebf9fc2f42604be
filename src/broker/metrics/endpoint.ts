import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { MetricsEndpointStatus } from '../../contract/control.ts';
import { messageOf } from '../../contract/fault.ts';
import { EXPOSITION_TYPE, exposition } from '../../metrics/exposition.ts';
import { errorCode } from '../../util/system-error.ts';
import type { Log } from '../log.ts';
import type { BrokerMetrics } from './broker-metrics.ts';

const LOOPBACK = '127.0.0.1';
const PATH = '/metrics';

/** Further connections are closed at once. */
export const MAX_CONNECTIONS = 16;

/** Longest head of a request. One that has not come whole within {@link REQUEST_MS} is not waited for. */
export const MAX_HEAD_BYTES = 8 * 1024;
export const REQUEST_MS = 5_000;

/** A port that somebody else has is tried again after this time: another broker may end. */
export const TRY_AGAIN_MS = 30_000;

export interface MetricsEndpointOptions {
  /** 0 is off. */
  readonly port: number;
  readonly metrics: BrokerMetrics;
  readonly log: Log;
  /** {@link REQUEST_MS} without it. */
  readonly requestMs?: number;
}

/**
 * The metrics for Prometheus, at one address of this machine and nowhere else. A broker serves with or without it:
 * whatever is wrong with it is said and has no other consequence.
 */
export class MetricsEndpoint {
  readonly #options: MetricsEndpointOptions;
  #server: Server | undefined;
  #problem: string | null = null;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: MetricsEndpointOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  async open(): Promise<void> {
    if (this.#options.port === 0 || this.#closed) return;
    try {
      this.#server = await this.#listen();
      this.#problem = null;
      this.#options.log('info', `Metrics are served at ${this.#url}`);
      if (this.#closed) this.close();
    } catch (error) {
      this.#failed(error);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  /** Null when it is off. */
  get status(): MetricsEndpointStatus | null {
    if (this.#options.port === 0) return null;
    return { url: this.#server === undefined ? null : this.#url, problem: this.#problem };
  }

  get #url(): string {
    return `http://${LOOPBACK}:${this.#options.port}${PATH}`;
  }

  #failed(error: unknown): void {
    const inUse = errorCode(error) === 'EADDRINUSE';
    const why = inUse ? 'somebody else has the port, another broker maybe' : messageOf(error);
    const problem = `Cannot serve metrics at ${this.#url}: ${why} (tried again every ${TRY_AGAIN_MS / 1000} s; metrics_port chooses another)`;
    if (problem !== this.#problem) this.#options.log('error', problem);
    this.#problem = problem;
    this.#again = setTimeout(() => void this.open(), TRY_AGAIN_MS).unref();
  }

  async #listen(): Promise<Server> {
    // Most brokers need no HTTP.
    const { createServer } = await import('node:http');
    const { requestMs = REQUEST_MS } = this.#options;
    const server = createServer(
      {
        maxHeaderSize: MAX_HEAD_BYTES,
        headersTimeout: requestMs,
        requestTimeout: requestMs,
        connectionsCheckingInterval: requestMs / 5,
      },
      (request, response) => this.#answer(request, response),
    );
    server.maxConnections = MAX_CONNECTIONS;
    // Nobody is waited for who says nothing, or does not read.
    server.setTimeout(requestMs);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#options.port, LOOPBACK, resolve);
    });
    server.on('error', (error) => this.#options.log('error', `The metrics' server failed: ${messageOf(error)}`));
    return server.unref();
  }

  #answer({ headers, method, url }: IncomingMessage, response: ServerResponse): void {
    const refusal = this.#refusal({ host: headers.host, method, path: url?.split('?')[0] });
    response.setHeader('Connection', 'close');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (refusal === null) {
      response.setHeader('Content-Type', EXPOSITION_TYPE);
      response.end(exposition(this.#options.metrics.registry.collect()));
      return;
    }
    response.statusCode = refusal.status;
    if (refusal.status === 405) response.setHeader('Allow', 'GET');
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(`${refusal.message}\n`);
  }

  #refusal({ host, method, path }: { host: string | undefined; method: string | undefined; path: string | undefined }) {
    // A name that was made to lead here is no reason to answer: whoever asks knows that this is its own machine.
    const { port } = this.#options;
    if (host !== `${LOOPBACK}:${port}` && host?.toLowerCase() !== `localhost:${port}`)
      return { status: 403, message: `Ask for ${this.#url} by that name` };
    if (path !== PATH) return { status: 404, message: `There is nothing but ${PATH}` };
    return method === 'GET' ? null : { status: 405, message: 'There is nothing but GET' };
  }
}
