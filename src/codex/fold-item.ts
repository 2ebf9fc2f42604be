import type { Fact } from '../contract/fact.ts';
import { labelOf, phaseOf } from './describe.ts';
import { MAX_ID_CHARS } from './id.ts';
import type { Item } from './items.ts';
import { type Folded, type Source, type TurnState, withChild } from './turn-state.ts';

type Owner = NonNullable<Source>;
type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>;
type EndStatus = Extract<Fact, { kind: 'itemEnded' }>['status'];

/** Items that do nothing. */
const SAID: ReadonlySet<Item['type']> = new Set(['agentMessage', 'reasoning', 'enteredReviewMode', 'exitedReviewMode']);

/** What stands for the id of a message that has none. */
export const NAMELESS_MESSAGE: Item['type'] = 'agentMessage';

export function foldItemStarted(state: TurnState, item: Item, owner: Owner): Folded {
  const { state: next, facts } = withAgents(state, item);
  if (item.type === 'userMessage') return { state: next, facts };
  const started: Fact = {
    kind: 'itemStarted',
    itemId: idOf(item),
    label: ownedLabel(item, owner),
    phase: phaseOf(item),
    command: item.type === 'commandExecution',
    ...(SAID.has(item.type) ? { said: true } : {}),
  };
  return { state: next, facts: [...facts, started] };
}

export function foldItemCompleted(state: TurnState, item: Item, owner: Owner): Folded {
  const { state: next, facts } = withAgents(state, item);
  if (item.type === 'userMessage') return { state: next, facts };
  const ended = endFact(item, owner);
  if (owner.kind !== 'root') return { state: next, facts: [...facts, ended] };
  return { state: withWords(next, item), facts: [...facts, ended, ...wordFacts(state, item)] };
}

/** How it went, by whomever it was done. */
function endFact(item: Item, owner: Owner): Fact {
  const itemId = idOf(item);
  const status = endStatus('status' in item ? item.status : null);
  switch (item.type) {
    case 'commandExecution':
      return { kind: 'commandCompleted', itemId, command: item.command, exitCode: item.exitCode, status };
    case 'fileChange':
      return { kind: 'filesChanged', itemId, paths: pathsOf(item), status };
    default:
      return { kind: 'itemEnded', itemId, label: ownedLabel(item, owner), status };
  }
}

/** What was said. A sub-agent speaks to the root, not to us. */
function wordFacts(state: TurnState, item: Item): Fact[] {
  switch (item.type) {
    case 'exitedReviewMode':
      return [{ kind: 'reviewCompleted', text: item.review }];
    case 'agentMessage':
      // A review is said again as a message.
      if (item.text === state.review) return [];
      return [{ kind: 'messageCompleted', text: item.text }];
    case 'reasoning':
      return item.summary.length === 0 ? [] : [{ kind: 'reasoningCompleted', sections: item.summary }];
    default:
      return [];
  }
}

function withWords(state: TurnState, item: Item): TurnState {
  if (item.type === 'exitedReviewMode') return { ...state, review: item.review };
  if (item.type !== 'agentMessage') return state;
  if (item.phase !== 'final_answer') return { ...state, lastMessage: item.text };
  return { ...state, lastMessage: item.text, finalAnswer: item.text };
}

function withAgents(state: TurnState, item: Item): Folded {
  if (item.type === 'subAgentActivity') return withAgent(state, item);
  if (item.type !== 'collabAgentToolCall' || item.tool !== 'spawnAgent') return { state, facts: [] };
  let next = state;
  const facts: Fact[] = [];
  for (const threadId of item.receiverThreadIds) {
    const grown = withChild(next, threadId, null);
    next = grown.state;
    facts.push(...grown.facts);
  }
  return { state: next, facts };
}

function withAgent(state: TurnState, { agentThreadId, agentPath }: ItemOf<'subAgentActivity'>): Folded {
  return agentThreadId === '' ? { state, facts: [] } : withChild(state, agentThreadId, agentPath || null);
}

function pathsOf(item: ItemOf<'fileChange'>): string[] {
  return item.changes.flatMap(({ path, kind }) => {
    const movedTo = kind?.move_path ?? null;
    return movedTo === null ? [path] : [path, movedTo];
  });
}

function idOf(item: Item): string {
  return item.id ?? (item.type === 'named' ? item.name.slice(0, MAX_ID_CHARS) : item.type);
}

function ownedLabel(item: Item, owner: Owner): string {
  return owner.kind === 'root' ? labelOf(item) : `${owner.label}: ${labelOf(item)}`;
}

function endStatus(status: string | null): EndStatus {
  if (status === 'declined') return 'declined';
  return status === 'failed' || status === 'interrupted' ? 'failed' : 'completed';
}
