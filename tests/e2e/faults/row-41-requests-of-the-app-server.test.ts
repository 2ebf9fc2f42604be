import { expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { startRig } from '../../support/rig.ts';
import { background, inTurn, statusOf } from '../records.ts';

// The real codex does not ask by this rule: a task that declines runs with the approval policy "never".

const ELICITATION = { serverName: 'tickets', message: 'Which ticket?' };

test.each([
  [
    'a command',
    fakePrompt({ do: 'approval', command: 'rm -rf /' }),
    'decline',
    /Declined to approve a command: rm -rf \//u,
  ],
  [
    'a file change',
    fakePrompt({ do: 'approval', kind: 'fileChange' }),
    'decline',
    /Declined to approve a file change/u,
  ],
  [
    "an MCP server's question",
    fakePrompt({ do: 'request', method: 'mcpServer/elicitation/request', params: ELICITATION }),
    '"action":"decline"',
    /Declined a question of an MCP server: Which ticket\?/u,
  ],
  ['a question', fakePrompt({ do: 'request' }), '"answers":{}', /Left a question of Codex unanswered/u],
  [
    'something unheard of',
    fakePrompt({ do: 'request', method: 'item/fake/unheardOf' }),
    '-32601',
    /Refused the request "item\/fake\/unheardOf"/u,
  ],
])(
  'row 41: when Codex asks for %s, it is refused at once, told while it happens, and in the log',
  async (_what, prompt, answer, told) => {
    const rig = await startRig();

    const { code, stdout, stderr } = await rig.run(['task', prompt]);

    expect(code).toBe(0);
    expect(stdout).toContain(answer);
    expect(stderr).toMatch(told);
    expect((await rig.run(['logs'])).stdout).toMatch(told);
  },
);

test('row 41: status shows of a running job that a request was refused', async () => {
  const rig = await startRig();
  const id = await background(rig, fakePrompt({ do: 'approval', command: 'rm -rf /' }, { do: 'hang' }));
  await inTurn(rig, id, (job) => job.work.lastNotice !== null);

  const { stdout } = await rig.run(['status', id]);

  expect(stdout).toContain('Declined to approve a command: rm -rf /');
  expect((await statusOf(rig, id)).progressPreview.join('\n')).toContain('Declined to approve a command: rm -rf /');
});
