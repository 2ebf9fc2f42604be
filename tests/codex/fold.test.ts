import { describe, expect, it } from 'vitest';
import { foldTurnResponse } from '../../src/codex/fold.ts';
import { MAX_CHILDREN, newTurn } from '../../src/codex/turn-state.ts';
import { message, notices, ROOT, run, started, TURN } from './turn.ts';

const { turnStarted, turnCompleted, itemStarted, itemCompleted, delta, says, error } = notices;

const command = (fields: Readonly<Record<string, unknown>> = {}) => ({
  type: 'commandExecution',
  id: 'c1',
  command: "/bin/bash -lc 'npm test'",
  status: 'inProgress',
  ...fields,
});

const happyTurn = [
  { method: 'thread/status/changed', params: { threadId: ROOT, status: { type: 'active', activeFlags: [] } } },
  turnStarted(),
  itemStarted({ type: 'userMessage', id: 'u1', content: [] }),
  itemCompleted({ type: 'userMessage', id: 'u1', content: [] }),
  itemStarted({ type: 'reasoning', id: 'r1', summary: [], content: [] }),
  delta('reasoning/summaryTextDelta'),
  itemCompleted({ type: 'reasoning', id: 'r1', summary: ['Look first'], content: [] }),
  itemStarted(command()),
  delta('commandExecution/outputDelta'),
  itemCompleted(command({ status: 'failed', exitCode: 1, aggregatedOutput: 'no' })),
  itemStarted({ type: 'fileChange', id: 'f1', changes: [{ path: 'a.txt', kind: { type: 'add' }, diff: '' }] }),
  itemCompleted({
    type: 'fileChange',
    id: 'f1',
    status: 'completed',
    changes: [{ path: 'a.txt', kind: { type: 'update', move_path: 'b.txt' }, diff: '' }],
  }),
  itemStarted(message('', null, 'm1')),
  says('m1', 'All'),
  itemCompleted(message('All done', 'final_answer', 'm1')),
  {
    method: 'thread/tokenUsage/updated',
    params: {
      threadId: ROOT,
      turnId: TURN,
      tokenUsage: { total: { totalTokens: 12, inputTokens: 10, outputTokens: 2 }, last: {}, modelContextWindow: null },
    },
  },
  { method: 'account/rateLimits/updated', params: { rateLimits: {} } },
  { method: 'thread/status/changed', params: { threadId: ROOT, status: { type: 'idle' } } },
  turnCompleted({ items: [message('All done')] }),
];

describe('a turn that goes well', () => {
  it('is told in facts, in order, and ends with its final message', () => {
    const { facts, ends, state } = run(happyTurn);
    expect(facts).toEqual([
      { kind: 'itemStarted', itemId: 'r1', label: 'reasoning', phase: 'thinking', command: false, said: true },
      { kind: 'streamed' },
      { kind: 'itemEnded', itemId: 'r1', label: 'reasoning', status: 'completed' },
      { kind: 'reasoningCompleted', sections: ['Look first'] },
      { kind: 'itemStarted', itemId: 'c1', label: 'command: npm test', phase: 'verifying', command: true },
      { kind: 'streamed' },
      { kind: 'commandCompleted', itemId: 'c1', command: 'npm test', exitCode: 1, status: 'failed' },
      { kind: 'itemStarted', itemId: 'f1', label: 'file change: a.txt', phase: 'editing', command: false },
      { kind: 'filesChanged', itemId: 'f1', paths: ['a.txt', 'b.txt'], status: 'completed' },
      { kind: 'itemStarted', itemId: 'm1', label: 'message', phase: 'finalizing', command: false, said: true },
      { kind: 'messageStreamed', itemId: 'm1', text: 'All' },
      { kind: 'itemEnded', itemId: 'm1', label: 'message', status: 'completed' },
      { kind: 'messageCompleted', text: 'All done' },
    ]);
    expect(ends).toEqual([{ status: 'completed', finalMessage: 'All done' }]);
    expect([state.unknownCount, state.malformedCount]).toEqual([0, 0]);
  });

  it('is told the same when its notifications come before the response', () => {
    const early = run(happyTurn.slice(0, 8), newTurn(ROOT));
    expect(early.state).toMatchObject({ turnId: TURN, activeTurnId: TURN });
    const answered = foldTurnResponse(early.state, { id: TURN });
    expect(answered.ended).toBeUndefined();
    const rest = run(happyTurn.slice(8), answered.state);
    expect([...early.facts, ...rest.facts]).toEqual(run(happyTurn).facts);
    expect(rest.ends).toEqual([{ status: 'completed', finalMessage: 'All done' }]);
  });

  it('ends with the response when nothing but its end came before', () => {
    const early = run([itemCompleted(message('ok')), turnCompleted()], newTurn(ROOT));
    expect(early.ends).toEqual([]);
    expect(foldTurnResponse(early.state, { id: TURN }).ended).toEqual({ status: 'completed', finalMessage: 'ok' });
  });

  it('is not ended by the late end of an earlier turn of its thread', () => {
    const late = turnCompleted({ id: 'turn-0', rootTurnId: 'turn-0', status: 'interrupted' });
    const early = run([late], newTurn(ROOT));
    const answered = foldTurnResponse(early.state, { id: TURN });
    expect([early.ends, answered.ended]).toEqual([[], undefined]);
    const rest = run([late, itemCompleted(message('old'), ROOT, 'turn-0'), turnCompleted()], answered.state);
    expect(rest.ends).toEqual([{ status: 'completed', finalMessage: '' }]);
  });

  it('ends once: what arrives later is told, and changes nothing', () => {
    const { state } = run(happyTurn);
    const late = run(
      [
        itemCompleted(command({ status: 'completed', exitCode: 0 })),
        error('too late', false),
        turnCompleted({ status: 'failed' }),
        { method: 'thread/closed', params: { threadId: ROOT } },
      ],
      state,
    );
    expect(late.ends).toEqual([]);
    expect(late.facts.map((fact) => fact.kind)).toEqual(['commandCompleted', 'errorReported']);
    expect(late.state.fatalError).toBeNull();
  });
});

describe('the final message', () => {
  const last = message('last');
  it.each([
    ['the answer, though something was said after it', [message('the answer', 'final_answer'), last], [], 'the answer'],
    ['the last of two answers', [message('a', 'final_answer'), message('b', 'final_answer')], [], 'b'],
    ['the last message where none is marked', [message('first', 'commentary'), last], [message('other')], 'last'],
    ['taken from the turn where no item came', [], [{ type: 'reasoning' }, message('in the turn')], 'in the turn'],
    ['the rendered text of a review', [{ type: 'exitedReviewMode', id: 'e', review: 'Found 2' }, last], [], 'Found 2'],
    ['empty where nothing was said', [], [], ''],
  ])('is %s', (_, items, inTurn, expected) => {
    const { ends } = run([...items.map((item) => itemCompleted(item)), turnCompleted({ items: inTurn })]);
    expect(ends).toEqual([{ status: 'completed', finalMessage: expected }]);
  });
});

describe('a message that is being written', () => {
  const piece = (params: object) => ({ method: 'item/agentMessage/delta', params: { threadId: ROOT, ...params } });

  it.each([
    [
      { turnId: TURN, itemId: 'm', delta: 'x' },
      { kind: 'messageStreamed', itemId: 'm', text: 'x' },
    ],
    [{ delta: 'x' }, { kind: 'messageStreamed', itemId: 'agentMessage', text: 'x' }],
    [{ itemId: 'm', delta: '' }, { kind: 'streamed' }],
    [{ itemId: 'm' }, { kind: 'streamed' }],
    [{ itemId: 7, delta: ['x'] }, { kind: 'streamed' }],
  ])('is told piece by piece: %j', (params, fact) => {
    expect(run([piece(params)])).toMatchObject({ facts: [fact], state: { malformedCount: 0 } });
  });
});

describe('a turn that does not complete', () => {
  it('shows its retries and completes all the same', () => {
    const retry = error('Reconnecting... 1/5', true, {
      error: {
        message: 'Reconnecting... 1/5',
        codexErrorInfo: { responseStreamDisconnected: { httpStatusCode: null } },
        additionalDetails: 'stream closed\nbefore response.completed',
      },
    });
    const { facts, ends, state } = run([retry, itemCompleted(message('ok')), turnCompleted()]);
    expect(facts[0]).toEqual({
      kind: 'retrying',
      message: 'Reconnecting... 1/5 (stream closed before response.completed)',
    });
    expect(state.fatalError).toBeNull();
    expect(ends).toEqual([{ status: 'completed', finalMessage: 'ok' }]);
  });

  it('remembers a fatal error without ending, and ends with it when turn/completed gives no other', () => {
    const { facts, ends, state } = run([
      error('quota gone', false, { error: { message: 'quota gone', codexErrorInfo: 'usageLimitExceeded' } }),
    ]);
    expect(facts).toEqual([{ kind: 'errorReported', message: 'quota gone' }]);
    expect(ends).toEqual([]);
    expect(state.fatalError).toEqual({ reason: 'usage_limit', message: 'quota gone' });
    const end = run([turnCompleted({ status: 'failed', error: null })], state).ends;
    expect(end).toEqual([{ status: 'failed', fault: { reason: 'usage_limit', message: 'quota gone' } }]);
  });

  it('fails with the error of turn/completed', () => {
    const failed = turnCompleted({
      status: 'failed',
      error: { message: 'HTTP 401', codexErrorInfo: { httpConnectionFailed: { httpStatusCode: 401 } } },
    });
    expect(run([error('first', false), failed]).ends).toEqual([
      { status: 'failed', fault: { reason: 'unauthorized', message: 'HTTP 401' } },
    ]);
  });

  it.each([
    ['interrupted', { status: 'interrupted' }],
    ['failed', { status: 'failed', fault: { reason: 'turn_failed' } }],
    ['inProgress', { status: 'failed', fault: { reason: 'protocol_error' } }],
    ['vanished', { status: 'failed', fault: { reason: 'protocol_error' } }],
    [undefined, { status: 'failed', fault: { reason: 'protocol_error' } }],
  ])('with status %s is no success', (status, expected) => {
    expect(run([itemCompleted(message('fine')), turnCompleted({ status })]).ends).toMatchObject([expected]);
  });

  it('ends although the rest of turn/completed cannot be read', () => {
    const garbled = turnCompleted({ id: 7, rootTurnId: {}, items: 'none', error: 'text', status: 'failed' });
    expect(run([garbled]).ends).toMatchObject([{ status: 'failed', fault: { reason: 'turn_failed' } }]);
  });

  it('is lost when its thread is closed', () => {
    const { state, facts } = run([{ method: 'thread/closed', params: { threadId: ROOT } }]);
    expect(facts).toMatchObject([{ kind: 'errorReported' }]);
    expect(state.fatalError).toMatchObject({ reason: 'turn_failed' });
  });
});

describe('a review', () => {
  it('ends by the id of its response although another id is the one to interrupt', () => {
    const answered = foldTurnResponse(newTurn(ROOT), { id: 'X' });
    const { state, facts, ends } = run(
      [
        itemStarted({ type: 'enteredReviewMode', id: 'e1', review: 'current changes' }, ROOT, 'X'),
        turnStarted({ id: 'Y', rootTurnId: 'X' }),
        itemCompleted(message('{"raw":1}'), ROOT, 'X'),
        itemCompleted({ type: 'exitedReviewMode', id: 'e2', review: 'Looks right' }, ROOT, 'X'),
        itemCompleted(message('Looks right'), ROOT, 'Y'),
        turnCompleted({ id: 'X', rootTurnId: null }),
      ],
      answered.state,
    );
    expect(state).toMatchObject({ turnId: 'X', activeTurnId: 'Y' });
    expect(facts[0]).toMatchObject({ kind: 'itemStarted', label: 'current changes', phase: 'reviewing' });
    expect(ends).toEqual([{ status: 'completed', finalMessage: 'Looks right' }]);
  });

  it('keeps the id to interrupt when turn/started comes before the response', () => {
    const early = run([turnStarted({ id: 'Y', rootTurnId: 'X' })], newTurn(ROOT));
    expect(foldTurnResponse(early.state, { id: 'X' }).state).toMatchObject({ turnId: 'X', activeTurnId: 'Y' });
  });
});

it('reads a section of a reasoning summary also where it is wrapped in an object', () => {
  const { facts } = run([
    itemCompleted({ type: 'reasoning', id: 'r', summary: ['One', { text: 'Two' }], content: [] }),
  ]);
  expect(facts).toContainEqual({ kind: 'reasoningCompleted', sections: ['One', 'Two'] });
});

describe('sub-agents', () => {
  const spawned = itemCompleted({
    type: 'subAgentActivity',
    id: 's1',
    kind: 'started',
    agentThreadId: 'child',
    agentPath: '/root/sub1',
  });

  it('are announced once, and what they do counts as progress under their name', () => {
    const { facts } = run([
      spawned,
      spawned,
      turnStarted({ id: 'turn-c' }, 'child'),
      itemStarted(command({ command: 'ls' }), 'child', 'turn-c'),
      delta('agentMessage/delta', 'child', 'turn-c'),
      itemCompleted(
        { type: 'fileChange', id: 'f', changes: [{ path: 'x', kind: { type: 'add' } }] },
        'child',
        'turn-c',
      ),
    ]);
    expect(facts.filter((fact) => fact.kind === 'subAgentStarted')).toEqual([
      { kind: 'subAgentStarted', threadId: 'child', label: '/root/sub1' },
    ]);
    expect(facts.slice(3)).toEqual([
      { kind: 'itemStarted', itemId: 'c1', label: '/root/sub1: command: ls', phase: 'investigating', command: true },
      { kind: 'streamed' },
      { kind: 'filesChanged', itemId: 'f', paths: ['x'], status: 'completed' },
    ]);
  });

  it('cannot end the turn, fail it, or speak in its place', () => {
    const { state, ends, facts } = run([
      spawned,
      itemCompleted(message('from the child', 'final_answer'), 'child', 'turn-c'),
      error('child broke', false, { threadId: 'child', turnId: 'turn-c' }),
      turnCompleted({ id: 'turn-c', status: 'failed' }, 'child'),
    ]);
    expect(ends).toEqual([]);
    expect(state).toMatchObject({ fatalError: null, lastMessage: null, finalAnswer: null });
    expect(facts.at(-1)).toEqual({ kind: 'noticed', message: '/root/sub1: child broke' });
    expect(facts.some((fact) => fact.kind === 'messageCompleted')).toBe(false);
  });

  it('are known by the turn they belong to, or by the call that made them', () => {
    const byTurn = run([turnStarted({ id: 'turn-c', rootTurnId: TURN }, 'child-abcdef')]);
    expect(byTurn.facts).toEqual([{ kind: 'subAgentStarted', threadId: 'child-abcdef', label: 'sub-agent abcdef' }]);
    const call = { type: 'collabAgentToolCall', id: 't', tool: 'spawnAgent', receiverThreadIds: ['one', 'two'] };
    expect([...run([itemCompleted(call)]).state.children.keys()]).toEqual(['one', 'two']);
  });

  it('are never the turn itself, whoever says so: its end is still its end', () => {
    const call = { type: 'collabAgentToolCall', id: 't', tool: 'spawnAgent', receiverThreadIds: [ROOT] };
    const { ends, facts } = run([itemCompleted(call), turnCompleted()]);
    expect(ends).toHaveLength(1);
    expect(facts.some((fact) => fact.kind === 'subAgentStarted')).toBe(false);
  });

  it('are followed up to a bound, however many a line names', () => {
    const ids = Array.from({ length: 200_000 }, (_, n) => `child-${n}`);
    const call = { type: 'collabAgentToolCall', id: 't', tool: 'spawnAgent', receiverThreadIds: ids };
    const { state, facts } = run([itemCompleted(call)]);
    expect(state.children.size).toBe(MAX_CHILDREN);
    expect(facts.filter((fact) => fact.kind === 'subAgentStarted')).toHaveLength(MAX_CHILDREN);
  });
});

describe('what is not of this turn', () => {
  it('changes nothing when it is another thread', () => {
    const strangers = [
      turnStarted({ id: 'other', rootTurnId: 'other' }, 'stranger'),
      itemCompleted(message('hello'), 'stranger', 'other'),
      delta('agentMessage/delta', 'stranger', 'other'),
      error('boom', false, { threadId: 'stranger', turnId: 'other' }),
      { method: 'warning', params: { threadId: 'stranger', message: 'careful' } },
      turnCompleted({ id: 'other', rootTurnId: 'other' }, 'stranger'),
    ];
    expect(run(strangers)).toEqual({ state: started(), facts: [], ends: [] });
  });

  it('is counted when it is unknown or cannot be read, and the turn goes on', () => {
    const { state, facts, ends } = run([
      { method: 'thread/levitated', params: { threadId: ROOT } },
      { method: 'item/started', params: null },
      { method: 'item/completed', params: { threadId: ROOT, turnId: TURN, item: { noType: true } } },
      { method: 'error', params: { threadId: ROOT } },
      itemStarted({ type: 'quantumLeap', id: 'q', status: 'inProgress' }),
      itemCompleted({ type: 'quantumLeap', id: 'q', status: 'failed' }),
      itemCompleted({ type: 'commandExecution', id: 'c', command: { not: 'text' } }),
      itemCompleted({ type: 'contextCompaction', id: 'cc' }),
      turnCompleted(),
    ]);
    expect([state.unknownCount, state.malformedCount]).toEqual([4, 3]);
    expect(facts).toEqual([
      { kind: 'itemStarted', itemId: 'q', label: 'quantum leap', phase: 'running', command: false },
      { kind: 'itemEnded', itemId: 'q', label: 'quantum leap', status: 'failed' },
      { kind: 'itemEnded', itemId: 'c', label: 'command execution', status: 'completed' },
      { kind: 'itemEnded', itemId: 'cc', label: 'context compaction', status: 'completed' },
    ]);
    expect(ends).toHaveLength(1);
  });

  it('is shown as a notice when it may matter', () => {
    const { facts } = run([
      { method: 'warning', params: { message: 'Model metadata not found' } },
      { method: 'configWarning', params: { summary: 'No bubblewrap', details: 'using the bundled one' } },
      { method: 'deprecationNotice', params: { summary: 'old', details: null } },
      { method: 'model/rerouted', params: { threadId: ROOT, turnId: TURN, fromModel: 'a', toModel: 'b' } },
      { method: 'mcpServer/startupStatus/updated', params: { name: 's', status: 'starting' } },
      { method: 'mcpServer/startupStatus/updated', params: { name: 's', status: 'failed', error: 'ENOENT' } },
    ]);
    expect(facts).toEqual([
      { kind: 'noticed', message: 'Model metadata not found' },
      { kind: 'noticed', message: 'No bubblewrap (using the bundled one)' },
      { kind: 'noticed', message: 'old' },
      { kind: 'noticed', message: 'Model changed from a to b' },
      { kind: 'noticed', message: 'MCP server "s" failed to start: ENOENT' },
    ]);
  });
});

describe('a small fake', () => {
  it('that leaves out all it can is still understood', () => {
    const { facts, ends } = run(
      [
        { method: 'turn/started', params: { threadId: ROOT, turn: { id: TURN } } },
        { method: 'item/started', params: { threadId: ROOT, item: { type: 'commandExecution' } } },
        { method: 'item/completed', params: { threadId: ROOT, item: { type: 'agentMessage', text: 'hi' } } },
        { method: 'turn/completed', params: { threadId: ROOT, turn: { id: TURN, status: 'completed' } } },
      ],
      newTurn(ROOT),
    );
    expect(facts.map((fact) => fact.kind)).toEqual(['itemStarted', 'itemEnded', 'messageCompleted']);
    expect(ends).toEqual([{ status: 'completed', finalMessage: 'hi' }]);
  });
});
