import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { codexVersionIn, ThreadResultSchema, TurnStartResultSchema } from '../../src/codex/requests.ts';

describe('results', () => {
  it('give what the app-server will use as words', () => {
    const result = {
      thread: { id: 't', name: null, turns: [] },
      model: 'gpt-5.5',
      reasoningEffort: 'high',
      sandbox: { type: 'workspaceWrite', writableRoots: [] },
      approvalPolicy: { granular: { rules: true } },
    };
    expect(v.parse(ThreadResultSchema, result)).toEqual({
      thread: { id: 't', name: null },
      model: 'gpt-5.5',
      reasoningEffort: 'high',
      sandbox: 'workspace-write',
      approvalPolicy: 'granular',
    });
  });

  it('need an id and nothing else', () => {
    const nothing = { model: null, reasoningEffort: null, sandbox: null, approvalPolicy: null };
    expect(v.parse(ThreadResultSchema, { thread: { id: 't' } })).toEqual({
      thread: { id: 't', name: null },
      ...nothing,
    });
    expect(v.parse(TurnStartResultSchema, { turn: { id: 'u' } })).toEqual({ turn: { id: 'u', rootTurnId: null } });
    expect(v.safeParse(ThreadResultSchema, { thread: {} }).success).toBe(false);
    expect(v.safeParse(TurnStartResultSchema, null).success).toBe(false);
  });
});

describe('codexVersionIn', () => {
  it.each([
    ['codex-companion/0.169.0 (Debian 12; x86_64) unknown', '0.169.0'],
    ['probe/1.2.3-alpha.4 (x)', '1.2.3-alpha.4'],
    ['fake', null],
    [null, null],
  ])('of %j is %j', (userAgent, version) => {
    expect(codexVersionIn(userAgent)).toBe(version);
  });
});
