import { fold, type Notification } from '../../src/codex/fold.ts';
import { type Folded, newTurn, type TurnEnd, type TurnState } from '../../src/codex/turn-state.ts';
import type { Fact } from '../../src/contract/fact.ts';

export const ROOT = 'thread-root';
export const TURN = 'turn-1';

type Fields = Readonly<Record<string, unknown>>;

export const notices = {
  turnStarted: (turn: Fields = {}, threadId = ROOT): Notification => ({
    method: 'turn/started',
    params: { threadId, turn: { id: TURN, rootTurnId: TURN, items: [], status: 'inProgress', ...turn } },
  }),
  turnCompleted: (turn: Fields = {}, threadId = ROOT): Notification => ({
    method: 'turn/completed',
    params: { threadId, turn: { id: TURN, rootTurnId: TURN, items: [], status: 'completed', error: null, ...turn } },
  }),
  itemStarted: (item: Fields, threadId = ROOT, turnId = TURN): Notification => ({
    method: 'item/started',
    params: { item, threadId, turnId },
  }),
  itemCompleted: (item: Fields, threadId = ROOT, turnId = TURN): Notification => ({
    method: 'item/completed',
    params: { item, threadId, turnId },
  }),
  delta: (kind: string, threadId = ROOT, turnId = TURN): Notification => ({
    method: `item/${kind}`,
    params: { threadId, turnId, itemId: 'i', delta: 'x' },
  }),
  says: (itemId: string, delta: string): Notification => ({
    method: 'item/agentMessage/delta',
    params: { threadId: ROOT, turnId: TURN, itemId, delta },
  }),
  error: (message: string, willRetry: boolean, more: Fields = {}): Notification => ({
    method: 'error',
    params: { error: { message, codexErrorInfo: 'other' }, willRetry, threadId: ROOT, turnId: TURN, ...more },
  }),
};

export const message = (text: string, phase: string | null = null, id = `m-${text}`): Fields => ({
  type: 'agentMessage',
  id,
  text,
  phase,
});

export interface Run {
  readonly state: TurnState;
  readonly facts: readonly Fact[];
  readonly ends: readonly TurnEnd[];
}

/** Folds one notification after another, from a turn that has its id unless a state is given. */
export function run(notifications: readonly Notification[], from: TurnState = started()): Run {
  const facts: Fact[] = [];
  const ends: TurnEnd[] = [];
  let state = from;
  for (const notification of notifications) {
    const folded: Folded = fold(state, notification);
    state = folded.state;
    facts.push(...folded.facts);
    if (folded.ended !== undefined) ends.push(folded.ended);
  }
  return { state, facts, ends };
}

export function started(): TurnState {
  return { ...newTurn(ROOT), turnId: TURN, activeTurnId: TURN };
}
