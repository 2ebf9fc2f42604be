import { expect, test } from 'vitest';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { statusOf } from './records.ts';

/** What the stub says that each call of the model has used. */
const CALL = { totalTokens: 120, inputTokens: 100, cachedInputTokens: 40, outputTokens: 20, reasoningOutputTokens: 5 };
const MINE = { CODEX_COMPANION_SESSION_ID: 'mine' };

interface Ended {
  readonly jobId: string;
  readonly usage: object | null;
}

function calls(count: number): Record<string, number> {
  return Object.fromEntries(Object.entries(CALL).map(([name, tokens]) => [name, tokens * count]));
}

async function usageIn(rig: Rig, args: readonly string[], env = MINE): Promise<Record<string, unknown>> {
  return (await rig.json<{ usage: Record<string, unknown> }>(['status', ...args], { env })).usage;
}

test('the real codex: each job has the tokens of its own turns, on a thread that goes on, in any process; sessions have their sums', async () => {
  const rig = await startRig({ codex: 'real' });
  const twice = stubPrompt({ do: 'exec', cmd: 'true' }, { do: 'final', text: 'looked' });
  const first = await rig.json<Ended>(['task', twice], { env: MINE });
  const again = await rig.json<Ended>(['task', '--resume', first.jobId, 'STUB:hello'], { env: MINE });
  await rig.run(['broker', 'restart']);
  const later = await rig.json<Ended>(['task', '--resume', first.jobId, 'STUB:hello'], { env: MINE });
  const theirs = await rig.json<Ended>(['task', 'STUB:hello'], { env: { CODEX_COMPANION_SESSION_ID: 'theirs' } });

  expect([first, again, later, theirs].map(({ usage }) => usage)).toMatchObject([2, 1, 1, 1].map(calls));
  expect((await statusOf(rig, again.jobId)).usage).toMatchObject(CALL);
  expect((await rig.run(['status', first.jobId])).stdout).toContain(
    '\n  Tokens: 240 (200 in, of which 80 cached; 40 out, of which 10 reasoning)\n',
  );

  expect(await usageIn(rig, [])).toMatchObject({ sessionId: 'mine', jobs: 3, ...calls(4) });
  expect(await usageIn(rig, ['--all'])).toMatchObject({ sessionId: null, jobs: 4, ...calls(5) });
  const overview = (await rig.run(['status'], { env: MINE })).stdout;
  expect(overview).toContain(
    '\nTokens: 480 (400 in, of which 160 cached; 80 out, of which 20 reasoning), in 3 jobs of this session\n',
  );
});

test('the real codex: what sub-agents use is the job’s', async () => {
  const rig = await startRig({ codex: 'real' });
  const child = stubPrompt({ do: 'exec', cmd: 'true' }, { do: 'final', text: 'child is done' });
  const collaboration = { do: 'call', namespace: 'collaboration' } as const;
  const prompt = stubPrompt(
    { ...collaboration, name: 'spawn_agent', args: { task_name: 'sub', message: child } },
    { ...collaboration, name: 'wait_agent', args: { timeout_ms: 20_000 } },
    { do: 'final', text: 'all done' },
  );
  const { jobId, usage } = await rig.json<Ended>(['task', '--model', 'gpt-6.1-sol', prompt]);

  const asked = rig.stub?.requests().length ?? 0;
  expect(asked).toBeGreaterThanOrEqual(5);
  expect(usage).toMatchObject(calls(asked));
  expect((await statusOf(rig, jobId)).usage).toMatchObject(calls(asked));
});
