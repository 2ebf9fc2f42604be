import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fold, foldTurnResponse, HANDLERS, type Notification, QUIET_METHODS } from '../../src/codex/fold.ts';
import { newTurn, type TurnEnd, type TurnState } from '../../src/codex/turn-state.ts';
import type { JobEvent } from '../../src/contract/event.ts';
import { type Fact, FactSchema } from '../../src/contract/fact.ts';
import { JobRecordSchema } from '../../src/contract/job.ts';
import { logLines, progressLines } from '../../src/status/log-lines.ts';
import { reduce } from '../../src/status/reduce.ts';
import { MAX_SECTION_CHARS } from '../../src/status/work.ts';
import { message, notices, ROOT, started, TURN } from '../codex/turn.ts';
import { minute, runningJob } from '../status/jobs.ts';
import { fuzz } from './fuzz.ts';
import { hostileText, hostileValue, jsonOf, mutated } from './hostile.ts';

const CHILD = 'thread-child';

const ids = fc.constantFrom(ROOT, CHILD, 'thread-other');
const turnIds = fc.constantFrom(TURN, 'turn-other', '');
const items = fc.oneof(
  hostileText.map((text) => message(text, 'final_answer')),
  fc.record({ type: fc.constant('commandExecution'), id: hostileText, command: hostileText, exitCode: fc.integer() }),
  fc.record({ type: fc.constant('reasoning'), id: fc.string(), summary: fc.array(hostileText) }),
  fc.record({
    type: fc.constant('fileChange'),
    changes: fc.array(fc.record({ path: hostileText, kind: fc.record({ move_path: hostileText }) })),
  }),
  fc.record({
    type: fc.constant('collabAgentToolCall'),
    tool: fc.constant('spawnAgent'),
    receiverThreadIds: fc.array(ids),
  }),
  fc.record({
    type: fc.constant('subAgentActivity'),
    kind: fc.constantFrom('started', 'completed', 'interrupted'),
    agentThreadId: ids,
    agentPath: hostileText,
  }),
  fc.record({ type: hostileText, id: hostileText, status: hostileText }),
);
const turnOf = fc.record({
  id: turnIds,
  rootTurnId: turnIds,
  status: fc.constantFrom('completed', 'failed', 'interrupted', 'inProgress'),
  items: fc.array(items, { maxLength: 2 }),
});
const usage = {
  totalTokens: 1,
  inputTokens: 1,
  cachedInputTokens: 1,
  outputTokens: 1,
  reasoningOutputTokens: 1,
};
const valid: fc.Arbitrary<Notification> = fc.oneof(
  fc.tuple(turnOf, ids).map(([turn, thread]) => notices.turnStarted(turn, thread)),
  fc.tuple(turnOf, ids).map(([turn, thread]) => notices.turnCompleted(turn, thread)),
  fc.tuple(items, ids, turnIds).map(([item, thread, turn]) => notices.itemStarted(item, thread, turn)),
  fc.tuple(items, ids, turnIds).map(([item, thread, turn]) => notices.itemCompleted(item, thread, turn)),
  fc.tuple(hostileText, fc.boolean()).map(([text, retry]) => notices.error(text, retry)),
  fc.constant(notices.delta('agentMessage/delta')),
  fc.constant({ method: 'thread/tokenUsage/updated', params: { threadId: ROOT, tokenUsage: { total: usage } } }),
  ids.map((threadId) => ({ method: 'thread/closed', params: { threadId } })),
);
const methods = fc.oneof(fc.constantFrom(...Object.keys(HANDLERS), ...QUIET_METHODS), hostileText);
const nearMiss = valid.chain(({ method, params }) => received(method, mutated(fc.constant(params))));
const nonsense = methods.chain((method) => received(method, hostileValue));
const notifications = fc.oneof(valid, nearMiss, nonsense);
const sequences = fc.array(notifications, { maxLength: 25 });

test('any notifications give valid facts, and a turn ends at most once, by its own end', async () => {
  const property = fc.property(sequences, (list) => {
    const { facts, ends } = folded(started(), list);
    for (const fact of facts) expect(v.parse(FactSchema, fact)).toEqual(fact);
    expect(ends.length).toBeLessThanOrEqual(1);
    for (const { by, end } of ends) {
      expect(by).toMatchObject({ method: 'turn/completed', params: { threadId: ROOT } });
      if (end.status === 'completed') expect(by).toMatchObject({ params: { turn: { status: 'completed' } } });
    }
  });
  await fuzz(property, { runs: 300, part: 0.25 });
});

test('a turn is ended by no end of another turn or thread', async () => {
  const foreign = fc.oneof(
    fc.tuple(turnOf, fc.constantFrom(CHILD, 'thread-other')).map(([turn, id]) => notices.turnCompleted(turn, id)),
    turnOf.map((turn) => notices.turnCompleted({ ...turn, id: 'turn-other', rootTurnId: null })),
  );
  const work = notifications.filter(({ method }) => !method.startsWith('turn/'));
  const property = fc.property(fc.array(fc.oneof(foreign, work), { maxLength: 25 }), (list) => {
    expect(folded(started(), list).ends).toEqual([]);
  });
  await fuzz(property, { runs: 150, part: 0.15 });
});

test('whatever came before, the end of the turn ends it', async () => {
  const work = notifications.filter(({ method }) => method !== 'turn/completed');
  const property = fc.property(fc.array(work, { maxLength: 25 }), (list) => {
    expect(folded(started(), [...list, notices.turnCompleted()]).ends).toHaveLength(1);
  });
  await fuzz(property, { runs: 150, part: 0.15 });
});

test('the answer that names the turn may come at any moment: it still ends at most once', async () => {
  const property = fc.property(sequences, sequences, (before, after) => {
    const early = folded(newTurn(ROOT), before);
    const answered = foldTurnResponse(early.state, { id: TURN });
    const late = folded(answered.state, after);
    const ends = early.ends.length + (answered.ended === undefined ? 0 : 1) + late.ends.length;
    expect(ends).toBeLessThanOrEqual(1);
  });
  await fuzz(property, { runs: 150, part: 0.15 });
});

test('whatever a turn reports, its record can be read back, and its log is free of terminal controls', async () => {
  const property = fc.property(sequences, (list) => {
    const job = runningJob();
    const facts = [...folded(started(), list).facts];
    const event: JobEvent = { type: 'job.progressed', jobId: job.id, facts };
    const record = reduce(job, event, { at: minute(1), source: 'broker-1' });
    expect(v.parse(JobRecordSchema, JSON.parse(JSON.stringify(record)))).toMatchObject({ id: job.id });
    expect(logLines(event, minute(1))).not.toMatch(/(?![\n\t])\p{Cc}/u);
    for (const line of progressLines(event)) expect(line).not.toMatch(/(?!\t)\p{Cc}/u);
  });
  await fuzz(property, { runs: 200, part: 0.2 });
});

test('however long the words of a turn are, its record stays short', () => {
  const word = (n: number) => `${n}${'x'.repeat(20_000)}`;
  const list = Array.from({ length: 210 }, (_, n) => {
    const item = { type: 'reasoning', id: word(n), summary: [word(n)], command: word(n), changes: [{ path: word(n) }] };
    const agents = { tool: 'spawnAgent', receiverThreadIds: [word(n)], agentThreadId: word(n), agentPath: word(n) };
    const types = ['reasoning', 'commandExecution', 'fileChange', 'collabAgentToolCall', 'subAgentActivity', word(n)];
    return [
      notices.turnStarted({ id: word(n), rootTurnId: TURN }),
      ...types.map((type) => notices.itemStarted({ ...item, ...agents, type })),
      ...types.map((type) => notices.itemCompleted({ ...item, ...agents, type })),
      notices.error(word(n), true),
    ];
  }).flat();
  const job = runningJob();
  const facts = [...folded(started(), list).facts];
  const record = reduce(job, { type: 'job.progressed', jobId: job.id, facts }, { at: minute(1), source: 'broker-1' });
  expect(JSON.stringify(record).length).toBeLessThan(200 * MAX_SECTION_CHARS + 1_000_000);
});

function received(method: string, params: fc.Arbitrary<unknown>): fc.Arbitrary<Notification> {
  return params.map((value) => ({ method, params: JSON.parse(jsonOf(value)) }));
}

interface Folds {
  readonly state: TurnState;
  readonly facts: readonly Fact[];
  readonly ends: ReadonlyArray<{ readonly by: Notification; readonly end: TurnEnd }>;
}

function folded(from: TurnState, list: readonly Notification[]): Folds {
  return list.reduce<Folds>(
    ({ state, facts, ends }, by) => {
      const next = fold(state, by);
      const end = next.ended === undefined ? [] : [{ by, end: next.ended }];
      return { state: next.state, facts: [...facts, ...next.facts], ends: [...ends, ...end] };
    },
    { state: from, facts: [], ends: [] },
  );
}
