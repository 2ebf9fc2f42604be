import type { MessagePort } from 'node:worker_threads';
import * as v from 'valibot';
import type { Notification } from '../codex/fold.ts';
import { CODEX_RESULTS, type CodexMethod, type CodexParams, type CodexResult } from '../codex/requests.ts';
import type { Fact } from '../contract/fact.ts';
import { writeFacts } from '../contract/fact-text.ts';
import { Fault } from '../contract/fault.ts';
import type { Resolved } from '../contract/job.ts';
import { type Deferred, deferred } from '../util/deferred.ts';
import { faultOfCall } from './call-fault.ts';
import type { ToBroker, ToThread } from './port.ts';

export interface LinkListener {
  onNotifications(list: readonly Notification[]): void;
  onAppServerGone(fault: Fault): void;
}

/** The thread's end of the port: calls to the app-server by way of the broker, and reports to it. */
export class Link {
  readonly #port: MessagePort;
  readonly #pending = new Map<number, { readonly method: CodexMethod; readonly answer: Deferred<unknown> }>();
  #listener: LinkListener | undefined;
  #early: Notification[] = [];
  #gone: Fault | undefined;
  #lastCallId = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (message: ToThread) => this.#receive(message));
  }

  /** From here on `listener` hears everything, with what came before it first. */
  listen(listener: LinkListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    if (early.length > 0) listener.onNotifications(early);
    if (this.#gone !== undefined) listener.onAppServerGone(this.#gone);
  }

  /** @throws Fault with the reason that the job fails with, should this call be what it fails on. */
  async call<M extends CodexMethod>(method: M, params: CodexParams[M]): Promise<CodexResult<M>> {
    if (this.#gone !== undefined) throw this.#gone;
    this.#lastCallId += 1;
    const callId = this.#lastCallId;
    const answer = deferred<unknown>();
    this.#pending.set(callId, { method, answer });
    this.#post({ type: 'call', callId, method, params });
    const result = await answer.promise;
    const schema: (typeof CODEX_RESULTS)[M] = CODEX_RESULTS[method];
    const parsed = v.safeParse(schema, result);
    if (parsed.success) return parsed.output;
    throw new Fault(
      'protocol_error',
      `Cannot read the app-server's answer to "${method}": ${parsed.issues[0].message}`,
    );
  }

  /** `threadNumber` is Node's own number of this worker thread. */
  began(threadNumber: number): void {
    this.#post({ type: 'began', threadNumber });
  }

  threadReady(threadId: string, resolved: Resolved): void {
    this.#post({ type: 'threadReady', threadId, resolved });
  }

  turnStarted(turnId: string): void {
    this.#post({ type: 'turnStarted', turnId });
  }

  report(facts: readonly Fact[]): void {
    if (facts.length === 0) return;
    for (const text of writeFacts(facts)) this.#post({ type: 'facts', facts: text });
  }

  /** Everything that was posted before is delivered. */
  close(): void {
    this.#port.close();
  }

  #post(message: ToBroker): void {
    this.#port.postMessage(message);
  }

  #receive(message: ToThread): void {
    switch (message.type) {
      case 'notifications':
        this.#hear(this.#read(message.lines));
        this.#post({ type: 'read' });
        return;
      case 'result':
        this.#take(message.callId)?.answer.resolve(message.result);
        return;
      case 'callFailed': {
        const pending = this.#take(message.callId);
        pending?.answer.reject(faultOfCall(pending.method, message.error));
        return;
      }
      case 'appServerGone':
        this.#lose(new Fault(message.fault.reason, message.fault.message));
        return;
    }
  }

  #read(lines: readonly string[]): Notification[] {
    const list: Notification[] = [];
    for (const line of lines) {
      try {
        list.push(JSON.parse(line));
      } catch {
        this.#post({ type: 'garbage', line });
      }
    }
    return list;
  }

  #hear(list: readonly Notification[]): void {
    if (this.#listener === undefined) this.#early.push(...list);
    else this.#listener.onNotifications(list);
  }

  #lose(fault: Fault): void {
    this.#gone = fault;
    for (const { answer } of this.#pending.values()) answer.reject(fault);
    this.#pending.clear();
    this.#listener?.onAppServerGone(fault);
  }

  #take(callId: number) {
    const pending = this.#pending.get(callId);
    this.#pending.delete(callId);
    return pending;
  }
}
