import type { Fact } from '../contract/fact.ts';
import type { FaultData } from '../contract/fault.ts';

/** How a turn ended. */
export type TurnEnd =
  | { readonly status: 'completed'; readonly finalMessage: string }
  | { readonly status: 'failed'; readonly fault: FaultData }
  | { readonly status: 'interrupted' };

/** Sub-agents of one turn that are followed and ended with it. What further ones do is passed over. */
export const MAX_CHILDREN = 1_000;

/** What is known of one turn: everything that was reported, and nothing of our own clocks or wishes. */
export interface TurnState {
  readonly threadId: string;
  /** What items and `turn/completed` name. Null until the response or `turn/started` told it. */
  readonly turnId: string | null;
  /** What `turn/interrupt` must name. In a review it is another one than `turnId`. */
  readonly activeTurnId: string | null;
  /** Its sub-agents: their threads, each with what it is called. */
  readonly children: ReadonlyMap<string, string>;
  readonly lastMessage: string | null;
  /** The last message that was marked as the answer. */
  readonly finalAnswer: string | null;
  /** The rendered text of a review. */
  readonly review: string | null;
  /** An error that will not be retried: the turn is lost also when no `turn/completed` follows. */
  readonly fatalError: FaultData | null;
  /** A `turn/completed` from before our turn had an id: an earlier turn of the thread may have ended late. */
  readonly early: { readonly turnId: string; readonly end: TurnEnd } | null;
  readonly ended: boolean;
  /** Methods and item types that this program does not know. */
  readonly unknownCount: number;
  /** Notifications of known methods that could not be read. */
  readonly malformedCount: number;
}

export interface Folded {
  readonly state: TurnState;
  readonly facts: readonly Fact[];
  /** Present once in the life of a turn. */
  readonly ended?: TurnEnd;
}

export function newTurn(threadId: string): TurnState {
  return {
    threadId,
    turnId: null,
    activeTurnId: null,
    children: new Map(),
    lastMessage: null,
    finalAnswer: null,
    review: null,
    fatalError: null,
    early: null,
    ended: false,
    unknownCount: 0,
    malformedCount: 0,
  };
}

/** Whose notification it is: the turn's own, a sub-agent's, or neither. */
export type Source = { readonly kind: 'root' } | { readonly kind: 'child'; readonly label: string } | undefined;

export function sourceOf(state: TurnState, threadId: string, turnId: string | null): Source {
  const label = state.children.get(threadId);
  if (label !== undefined) return { kind: 'child', label };
  return threadId === state.threadId && isOwnTurn(state, turnId) ? { kind: 'root' } : undefined;
}

/** Whether a turn of the root thread is ours. As long as ours has no id, every one may be. */
export function isOwnTurn(state: TurnState, turnId: string | null): boolean {
  if (state.turnId === null || turnId === null || turnId === '') return true;
  return turnId === state.turnId || turnId === state.activeTurnId;
}

/**
 * `given` null leaves the label of a known sub-agent, and gives a new one a name made of its thread's id.
 * The turn's own thread is no sub-agent, whoever says so: its end must stay the turn's.
 */
export function withChild(
  state: TurnState,
  threadId: string,
  given: string | null,
): { state: TurnState; facts: readonly Fact[] } {
  const known = state.children.get(threadId);
  const isFull = known === undefined && state.children.size >= MAX_CHILDREN;
  const label = given ?? known ?? nameOf(threadId);
  if (threadId === state.threadId || isFull || label === known) return { state, facts: [] };
  const children = new Map(state.children).set(threadId, label);
  const facts: Fact[] = known === undefined ? [{ kind: 'subAgentStarted', threadId, label }] : [];
  return { state: { ...state, children }, facts };
}

// Ids of threads begin with the time: those of siblings differ only at their ends.
function nameOf(threadId: string): string {
  return `sub-agent ${threadId.slice(-6)}`;
}
