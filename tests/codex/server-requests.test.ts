import { describe, expect, it } from 'vitest';
import { answerServerRequest, approvalIn } from '../../src/codex/server-requests.ts';

describe('answerServerRequest', () => {
  it.each([
    [
      'item/commandExecution/requestApproval',
      { threadId: 't', command: "/bin/bash -lc 'rm -rf /\nls'", reason: 'wants it' },
      { decision: 'decline' },
      'Declined to approve a command: rm -rf / ls',
    ],
    [
      'item/fileChange/requestApproval',
      { threadId: 't', reason: 'needs to write' },
      { decision: 'decline' },
      'Declined to approve a file change: needs to write',
    ],
    [
      'item/permissions/requestApproval',
      { threadId: 't' },
      { permissions: {}, scope: 'turn' },
      'Declined to grant further permissions',
    ],
    [
      'item/tool/requestUserInput',
      { threadId: 't', questions: [] },
      { answers: {} },
      'Left a question of Codex unanswered',
    ],
    [
      'mcpServer/elicitation/request',
      { threadId: 't', serverName: 'github', message: 'Which repository?' },
      { action: 'decline', content: null, _meta: null },
      'Declined a question of an MCP server: Which repository?',
    ],
    ['item/tool/call', { threadId: 't', tool: 'look' }, { success: false }, 'Refused a tool call: look'],
    [
      'execCommandApproval',
      { conversationId: 't', command: ['ls', '-l'] },
      { decision: { denied: { rejection: expect.any(String) } } },
      'Declined to approve a command: ls -l',
    ],
  ])('refuses %s by policy and says so', (method, params, result, notice) => {
    expect(answerServerRequest(method, params, 'decline')).toMatchObject({
      kind: 'reply',
      threadId: 't',
      result,
      notice,
    });
  });

  it.each(['attestation/generate', 'account/chatgptAuthTokens/refresh', 'currentTime/read', 'brand/new', 'toString'])(
    'answers %s with an error',
    (method) => {
      const answer = answerServerRequest(method, { threadId: 't' }, 'accept');
      expect(answer).toMatchObject({ kind: 'error', threadId: 't', error: { code: -32601 } });
      expect(answer.notice).toContain(method);
    },
  );

  it.each([undefined, null, 'text', [], { threadId: 7, command: {}, tool: [] }])(
    'answers whatever the params are: %j',
    (params) => {
      expect(answerServerRequest('item/tool/call', params, 'accept')).toMatchObject({ kind: 'reply', threadId: null });
    },
  );
});

describe('approvals', () => {
  it.each([
    [
      'item/commandExecution/requestApproval',
      { threadId: 't', command: 'ls' },
      { decision: 'accept' },
      'a command: ls',
    ],
    [
      'item/fileChange/requestApproval',
      { threadId: 't', reason: 'a fix' },
      { decision: 'accept' },
      'a file change: a fix',
    ],
    ['execCommandApproval', { conversationId: 't', command: ['ls'] }, { decision: 'approved' }, 'a command: ls'],
    ['applyPatchApproval', { conversationId: 't' }, { decision: 'approved' }, 'a file change'],
  ])('%s is a question, and can be granted', (method, params, result, what) => {
    expect(answerServerRequest(method, params, 'accept')).toMatchObject({ result, notice: `Approved ${what}` });
    const question = approvalIn(method, params);
    expect(question).toMatchObject({ threadId: 't' });
    expect([question?.what, question?.subject].filter(Boolean).join(': ')).toBe(what);
  });

  it.each(['item/permissions/requestApproval', 'mcpServer/elicitation/request', 'item/tool/call'])(
    '%s is refused whatever the rule',
    (method) => {
      expect(approvalIn(method, { threadId: 't' })).toBeNull();
      expect(answerServerRequest(method, { threadId: 't' }, 'accept')).toEqual(
        answerServerRequest(method, { threadId: 't' }, 'decline'),
      );
    },
  );
});
