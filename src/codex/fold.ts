import * as v from 'valibot';
import type { Fact } from '../contract/fact.ts';
import { oneLine } from '../util/plain-text.ts';
import { endOf } from './fold-end.ts';
import { foldItemCompleted, foldItemStarted, NAMELESS_MESSAGE } from './fold-item.ts';
import { parseItem } from './items.ts';
import * as n from './notifications.ts';
import { faultOfTurnError, sentenceOf } from './reasons.ts';
import { type Folded, isOwnTurn, sourceOf, type TurnState, withChild } from './turn-state.ts';

export interface Notification {
  readonly method: string;
  readonly params: unknown;
}

type Fold = (state: TurnState, params: unknown) => Folded;

/** What a notification does, and what is read of it for that. */
interface Handler<S extends v.GenericSchema = v.GenericSchema> {
  readonly reads: S;
  readonly fold: Fold;
}

const NOTICE_CHARS = 500;
const STREAMED: readonly Fact[] = [{ kind: 'streamed' }];

/** Notifications that are no news of the turn. */
export const QUIET_METHODS = [
  'account/rateLimits/updated',
  'account/updated',
  'remoteControl/status/changed',
  'serverRequest/resolved',
  'skills/changed',
  'thread/goal/cleared',
  'thread/name/updated',
  'thread/readState/changed',
  'thread/settings/updated',
  'thread/started',
  'thread/status/changed',
  'thread/tokenUsage/updated',
] as const;

export const HANDLERS = {
  'turn/started': on(n.TurnNotification, turnStarted),
  'turn/completed': on(n.TurnNotification, turnCompleted),
  'item/started': on(n.ItemNotification, (state, params) => foldItem(state, params, foldItemStarted)),
  'item/completed': on(n.ItemNotification, (state, params) => foldItem(state, params, foldItemCompleted)),
  'item/agentMessage/delta': on(n.MessageDeltaNotification, messageStreamed),
  'item/commandExecution/outputDelta': on(n.DeltaNotification, streamed),
  'item/commandExecution/terminalInteraction': on(n.DeltaNotification, streamed),
  'item/fileChange/outputDelta': on(n.DeltaNotification, streamed),
  'item/fileChange/patchUpdated': on(n.DeltaNotification, streamed),
  'item/mcpToolCall/progress': on(n.DeltaNotification, streamed),
  'item/plan/delta': on(n.DeltaNotification, streamed),
  'item/reasoning/summaryPartAdded': on(n.DeltaNotification, streamed),
  'item/reasoning/summaryTextDelta': on(n.DeltaNotification, streamed),
  'item/reasoning/textDelta': on(n.DeltaNotification, streamed),
  'turn/diff/updated': on(n.DeltaNotification, streamed),
  'turn/plan/updated': on(n.DeltaNotification, streamed),
  'thread/closed': on(n.ThreadNotification, threadClosed),
  error: on(n.ErrorNotification, errorReported),
  warning: on(n.WarningNotification, (state, { threadId, message }) => noticed(state, threadId, message)),
  configWarning: on(n.NoticeNotification, summaryNoticed),
  deprecationNotice: on(n.NoticeNotification, summaryNoticed),
  'model/rerouted': on(n.ReroutedNotification, rerouted),
  'mcpServer/startupStatus/updated': on(n.McpStatusNotification, mcpStatusChanged),
} as const satisfies Readonly<Record<string, Handler>>;

const FOLD_OF = new Map<string, Fold>([
  ...Object.entries(HANDLERS).map(([method, handler]): [string, Fold] => [method, handler.fold]),
  ...QUIET_METHODS.map((method): [string, Fold] => [method, unchanged]),
]);

/**
 * One notification into what is known of the turn. Pure: no clock, no I/O. What is unknown or cannot be
 * read is counted and changes nothing else; what belongs to other threads or turns is passed over.
 */
export function fold(state: TurnState, { method, params }: Notification): Folded {
  const foldOne = FOLD_OF.get(method);
  if (foldOne === undefined) return unchanged({ ...state, unknownCount: state.unknownCount + 1 });
  return foldOne(state, params);
}

/** The response to the request that started the turn. Its notifications may have come before it. */
export function foldTurnResponse(state: TurnState, turn: { readonly id: string }): Folded {
  const activeTurnId = state.turnId === turn.id ? state.activeTurnId : turn.id;
  const next = { ...state, turnId: turn.id, activeTurnId, early: null };
  if (state.early === null || state.ended || !isOwnTurn(next, state.early.turnId)) return unchanged(next);
  return { state: { ...next, ended: true }, facts: [], ended: state.early.end };
}

function on<S extends v.GenericSchema>(
  reads: S,
  handle: (state: TurnState, params: v.InferOutput<S>) => Folded,
): Handler<S> {
  return {
    reads,
    fold: (state, params) => {
      const parsed = v.safeParse(reads, params);
      if (parsed.success) return handle(state, parsed.output);
      return unchanged({ ...state, malformedCount: state.malformedCount + 1 });
    },
  };
}

function unchanged(state: TurnState): Folded {
  return { state, facts: [] };
}

function turnStarted(state: TurnState, { threadId, turn }: v.InferOutput<typeof n.TurnNotification>): Folded {
  if (threadId !== state.threadId) {
    const related = state.children.has(threadId) || (turn.rootTurnId !== null && turn.rootTurnId === state.turnId);
    return related ? withChild(state, threadId, null) : unchanged(state);
  }
  const rootTurnId = turn.rootTurnId ?? turn.id;
  const own = state.turnId === null || turn.id === state.turnId || rootTurnId === state.turnId;
  if (!own || state.ended || turn.id === '') return unchanged(state);
  return unchanged({ ...state, turnId: state.turnId ?? rootTurnId, activeTurnId: turn.id });
}

function turnCompleted(state: TurnState, { threadId, turn }: v.InferOutput<typeof n.TurnNotification>): Folded {
  if (threadId !== state.threadId || state.ended) return unchanged(state);
  const end = endOf(state, turn);
  if (state.turnId === null) return unchanged({ ...state, early: { turnId: turn.id, end } });
  if (!isOwnTurn(state, turn.id) && turn.rootTurnId !== state.turnId) return unchanged(state);
  return { state: { ...state, ended: true }, facts: [], ended: end };
}

function foldItem(
  state: TurnState,
  { threadId, turnId, item: value }: v.InferOutput<typeof n.ItemNotification>,
  foldOwned: typeof foldItemStarted,
): Folded {
  const owner = sourceOf(state, threadId, turnId);
  if (owner === undefined) return unchanged(state);
  const item = parseItem(value);
  if (item === null) return unchanged({ ...state, malformedCount: state.malformedCount + 1 });
  const isUnknown = item.type === 'named' && !item.known;
  return foldOwned(isUnknown ? { ...state, unknownCount: state.unknownCount + 1 } : state, item, owner);
}

function streamed(state: TurnState, { threadId, turnId }: v.InferOutput<typeof n.DeltaNotification>): Folded {
  return sourceOf(state, threadId, turnId) === undefined ? unchanged(state) : { state, facts: STREAMED };
}

/** A sub-agent speaks to the root, not to us: of its words only that they come. */
function messageStreamed(state: TurnState, params: v.InferOutput<typeof n.MessageDeltaNotification>): Folded {
  const { threadId, turnId, itemId, delta: text } = params;
  if (text === '' || sourceOf(state, threadId, turnId)?.kind !== 'root') return streamed(state, params);
  return { state, facts: [{ kind: 'messageStreamed', itemId: itemId ?? NAMELESS_MESSAGE, text }] };
}

function threadClosed(state: TurnState, { threadId }: v.InferOutput<typeof n.ThreadNotification>): Folded {
  if (threadId !== state.threadId || state.ended) return unchanged(state);
  const message = 'The app-server closed the thread before the turn ended';
  const fatalError = state.fatalError ?? { reason: 'turn_failed', message };
  return { state: { ...state, fatalError }, facts: [{ kind: 'errorReported', message }] };
}

function errorReported(state: TurnState, params: v.InferOutput<typeof n.ErrorNotification>): Folded {
  const source = sourceOf(state, params.threadId, params.turnId);
  if (source === undefined) return unchanged(state);
  const message = oneLine(sentenceOf(params.error), NOTICE_CHARS);
  if (source.kind === 'child') return { state, facts: [{ kind: 'noticed', message: `${source.label}: ${message}` }] };
  if (params.willRetry) return { state, facts: [{ kind: 'retrying', message }] };
  const fatalError = state.ended ? state.fatalError : faultOfTurnError(params.error);
  return { state: { ...state, fatalError }, facts: [{ kind: 'errorReported', message }] };
}

function summaryNoticed(state: TurnState, params: v.InferOutput<typeof n.NoticeNotification>): Folded {
  const { summary, details } = params;
  return noticed(state, null, details === null ? summary : `${summary} (${details})`);
}

function rerouted(state: TurnState, params: v.InferOutput<typeof n.ReroutedNotification>): Folded {
  const why = params.reason === null ? '' : ` (${params.reason})`;
  return noticed(state, params.threadId, `Model changed from ${params.fromModel} to ${params.toModel}${why}`);
}

function mcpStatusChanged(state: TurnState, params: v.InferOutput<typeof n.McpStatusNotification>): Folded {
  if (params.status !== 'failed') return unchanged(state);
  const why = params.error ?? 'no reason was given';
  return noticed(state, params.threadId, `MCP server "${params.name}" failed to start: ${why}`);
}

function noticed(state: TurnState, threadId: string | null, message: string): Folded {
  const concerns = threadId === null || threadId === state.threadId || state.children.has(threadId);
  return concerns ? { state, facts: [{ kind: 'noticed', message: oneLine(message, NOTICE_CHARS) }] } : unchanged(state);
}
