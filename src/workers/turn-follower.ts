import { fold, foldTurnResponse, type Notification } from '../codex/fold.ts';
import { newTurn, type TurnEnd, type TurnState } from '../codex/turn-state.ts';
import type { Fact } from '../contract/fact.ts';
import type { Fault } from '../contract/fault.ts';
import { deferred } from '../util/deferred.ts';
import { monotonicMs } from '../util/monotonic.ts';
import type { Link, LinkListener } from './link.ts';
import { StreamDigest } from './stream-digest.ts';

/** After an error that will not be retried, `turn/completed` normally follows within milliseconds. */
export const FATAL_GRACE_MS = 1_000;

/** What is streamed the broker hears at most this often: enough for the idle clock, and for what a killed one leaves. */
export const STREAM_REPORT_MS = 200;

/** Follows one turn from before its start: folds what comes, reports it, and knows when it is over. */
export class TurnFollower implements LinkListener {
  /** How the turn ended; never rejects. The end of the app-server is an end too. */
  readonly ended: Promise<TurnEnd>;
  readonly #link: Link;
  readonly #ended = deferred<TurnEnd>();
  #state: TurnState;
  #announced: string | null = null;
  readonly #streamed = new StreamDigest();
  #streamReportedAtMs = Number.NEGATIVE_INFINITY;
  #streamTimer: NodeJS.Timeout | undefined;
  #fatalTimer: NodeJS.Timeout | undefined;

  constructor(link: Link, threadId: string) {
    this.#link = link;
    this.#state = newTurn(threadId);
    this.ended = this.#ended.promise.finally(() => clearTimeout(this.#fatalTimer));
  }

  /** The response to the request that started the turn. */
  started(turn: { readonly id: string }): void {
    const { state, ended } = foldTurnResponse(this.#state, turn);
    this.#advance(state);
    if (ended !== undefined) this.#end(ended);
  }

  onNotifications(list: readonly Notification[]): void {
    const facts: Fact[] = [];
    let end: TurnEnd | undefined;
    for (const notification of list) {
      const folded = fold(this.#state, notification);
      this.#advance(folded.state);
      facts.push(...folded.facts);
      end ??= folded.ended;
    }
    this.#report(facts);
    if (end !== undefined) this.#end(end);
  }

  onAppServerGone(fault: Fault): void {
    this.#end({ status: 'failed', fault: fault.toData() });
  }

  #advance(state: TurnState): void {
    this.#state = state;
    const turnId = state.activeTurnId ?? state.turnId;
    if (turnId !== null && turnId !== this.#announced) {
      if (this.#announced === null) this.#link.turnStarted(turnId);
      else this.#link.report([{ kind: 'turnRenamed', turnId }]);
      this.#announced = turnId;
    }
    const { fatalError } = state;
    if (fatalError === null || this.#fatalTimer !== undefined) return;
    this.#fatalTimer = setTimeout(() => this.#end({ status: 'failed', fault: fatalError }), FATAL_GRACE_MS);
  }

  /** News at once; streams come in small pieces, which are told of together. */
  #report(facts: readonly Fact[]): void {
    const news = this.#streamed.add(facts);
    const restMs = this.#streamReportedAtMs + STREAM_REPORT_MS - monotonicMs();
    if (restMs <= 0) {
      this.#reportWithStreams(news);
      return;
    }
    this.#link.report(news);
    if (!this.#streamed.isEmpty) this.#streamTimer ??= setTimeout(() => this.#reportWithStreams([]), restMs);
  }

  #reportWithStreams(news: readonly Fact[]): void {
    clearTimeout(this.#streamTimer);
    this.#streamTimer = undefined;
    const streamed = this.#streamed.take();
    if (streamed.length > 0) this.#streamReportedAtMs = monotonicMs();
    this.#link.report([...news, ...streamed]);
  }

  /** How far a message had come is told before the end: the record of a job that ended changes no more. */
  #end(end: TurnEnd): void {
    this.#reportWithStreams([]);
    this.#ended.resolve(end);
  }
}
