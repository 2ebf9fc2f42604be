import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Fact, FactSchema, isProgress } from '../../src/contract/fact.ts';
import { NO_TOKENS } from '../../src/contract/usage.ts';

const usage = { ...NO_TOKENS, totalTokens: 1, inputTokens: 1 };

/** One of each kind; the compiler sees to it that none is missing. */
const FACTS: { readonly [K in Fact['kind']]: readonly [fact: Extract<Fact, { kind: K }>, progress: boolean] } = {
  itemStarted: [{ kind: 'itemStarted', itemId: 'i', label: 'command: ls', phase: 'running', command: true }, true],
  itemEnded: [{ kind: 'itemEnded', itemId: 'i', label: 'tool: a.b', status: 'completed' }, true],
  reviewCompleted: [{ kind: 'reviewCompleted', text: 'r' }, true],
  turnRenamed: [{ kind: 'turnRenamed', turnId: 'u' }, true],
  streamed: [{ kind: 'streamed' }, true],
  messageStreamed: [{ kind: 'messageStreamed', itemId: 'i', text: 'x' }, true],
  messageCompleted: [{ kind: 'messageCompleted', text: 'done' }, true],
  reasoningCompleted: [{ kind: 'reasoningCompleted', sections: ['a'] }, true],
  commandCompleted: [{ kind: 'commandCompleted', itemId: 'i', command: 'ls', exitCode: 0, status: 'completed' }, true],
  filesChanged: [{ kind: 'filesChanged', itemId: 'i', paths: ['a'], status: 'completed' }, true],
  subAgentStarted: [{ kind: 'subAgentStarted', threadId: 't', label: 'helper' }, true],
  usageUpdated: [{ kind: 'usageUpdated', usage }, false],
  retrying: [{ kind: 'retrying', message: 'Reconnecting' }, false],
  errorReported: [{ kind: 'errorReported', message: 'no' }, false],
  noticed: [{ kind: 'noticed', message: 'slow' }, false],
  clockJumped: [{ kind: 'clockJumped', byMs: 60_000 }, false],
};

describe.each(Object.values(FACTS))('the fact %o', (fact, progress) => {
  test(progress ? 'is progress' : 'is a sign of life and no progress', () => {
    expect(isProgress(fact)).toBe(progress);
  });

  test('crosses a boundary as it is', () => {
    expect(v.parse(FactSchema, JSON.parse(JSON.stringify(fact)))).toEqual(fact);
  });
});

test('a fact of an unknown kind is refused', () => {
  expect(v.is(FactSchema, { kind: 'guessed' })).toBe(false);
});
