import { fold, foldTurnResponse } from '../codex/fold.ts';
import { newTurn, type TurnEnd, type TurnState } from '../codex/turn-state.ts';
import type { Fact } from '../contract/fact.ts';
import type { Fault } from '../contract/fault.ts';
import { deferred } from '../util/deferred.ts';
import type { Link, LinkListener } from './link.ts';
import type { ThreadNotification } from './port.ts';

/** After an error that will not be retried, `turn/completed` normally follows within milliseconds. */
export const FATAL_GRACE_MS = 1_000;

/** While a turn only streams, the broker hears of it at most this often: enough for the idle clock. */
export const STREAM_REPORT_MS = 200;

/** Follows one turn from before its start: folds what comes, reports it, and knows when it is over. */
export class TurnFollower implements LinkListener {
  /** How the turn ended; never rejects. The end of the app-server is an end too. */
  readonly ended: Promise<TurnEnd>;
  readonly #link: Link;
  readonly #ended = deferred<TurnEnd>();
  #state: TurnState;
  #announced: string | null = null;
  #streamReportedAtMs = Number.NEGATIVE_INFINITY;
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
    if (ended !== undefined) this.#ended.resolve(ended);
  }

  onNotifications(list: readonly ThreadNotification[]): void {
    const facts: Fact[] = [];
    let end: TurnEnd | undefined;
    for (const notification of list) {
      const folded = fold(this.#state, notification);
      this.#advance(folded.state);
      facts.push(...folded.facts);
      end ??= folded.ended;
    }
    this.#link.report(this.#worthReporting(facts));
    if (end !== undefined) this.#ended.resolve(end);
  }

  onAppServerGone(fault: Fault): void {
    this.#ended.resolve({ status: 'failed', fault: fault.toData() });
  }

  #advance(state: TurnState): void {
    this.#state = state;
    const turnId = state.activeTurnId ?? state.turnId;
    if (turnId !== null && turnId !== this.#announced) {
      this.#announced = turnId;
      this.#link.turnStarted(turnId);
    }
    const { fatalError } = state;
    if (fatalError === null || this.#fatalTimer !== undefined) return;
    this.#fatalTimer = setTimeout(() => this.#ended.resolve({ status: 'failed', fault: fatalError }), FATAL_GRACE_MS);
  }

  /** Deltas say one thing only, that the turn is alive: one of them does, and not too often. */
  #worthReporting(facts: readonly Fact[]): readonly Fact[] {
    const news = facts.filter((fact) => fact.kind !== 'streamed');
    const now = performance.now();
    if (news.length < facts.length && now - this.#streamReportedAtMs >= STREAM_REPORT_MS) {
      this.#streamReportedAtMs = now;
      return [...news, { kind: 'streamed' }];
    }
    return news;
  }
}
