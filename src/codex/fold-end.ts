import type { FaultData } from '../contract/fault.ts';
import { parseItem } from './items.ts';
import type { Turn } from './notifications.ts';
import { faultOfTurnError } from './reasons.ts';
import type { TurnEnd, TurnState } from './turn-state.ts';

/** What `turn/completed` says about the turn. Only the status "completed" is a success. */
export function endOf(state: TurnState, turn: Turn): TurnEnd {
  switch (turn.status) {
    case 'completed':
      return { status: 'completed', finalMessage: finalMessage(state, turn.items) };
    case 'interrupted':
      return { status: 'interrupted' };
    case 'failed':
      return { status: 'failed', fault: faultOf(state, turn) };
    default:
      return { status: 'failed', fault: { reason: 'protocol_error', message: unknownStatus(turn.status) } };
  }
}

// The turn's own list holds its last message only, or nothing: it is the last resort.
function finalMessage({ review, finalAnswer, lastMessage }: TurnState, items: readonly unknown[]): string {
  return review ?? finalAnswer ?? lastMessage ?? lastMessageIn(items) ?? '';
}

function lastMessageIn(items: readonly unknown[]): string | null {
  let last: string | null = null;
  for (const value of items) {
    const item = parseItem(value);
    if (item?.type === 'agentMessage') last = item.text;
  }
  return last;
}

function faultOf(state: TurnState, turn: Turn): FaultData {
  if (turn.error !== null) return faultOfTurnError(turn.error);
  return state.fatalError ?? { reason: 'turn_failed', message: 'The turn failed without a reason' };
}

function unknownStatus(status: string | null): string {
  return `Cannot tell how the turn ended: its status is ${status === null ? 'missing' : `"${status}"`}`;
}
