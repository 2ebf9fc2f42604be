import { expect, test } from 'vitest';
import type { JobView } from '../../../src/contract/job-view.ts';
import { eventually } from '../../support/eventually.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { BOUND_MS, type Rig, startRig } from '../../support/rig.ts';
import { enableGate, hook } from '../hooks.ts';
import { inTurn } from '../records.ts';

/** What goes wrong in a review, and what is said of it. */
const FAILURES = [
  ['app-server dies', 'FAKE:crash', {}, /app_server_exited/u],
  ['turn fails', 'FAKE:fail', {}, /turn_failed/u],
  ['usage limit is reached', fakePrompt({ do: 'fail', codexErrorInfo: 'usageLimitExceeded' }), {}, /usage_limit/u],
  ['time is up', 'FAKE:hang', { CODEX_COMPANION_JOB_TIMEOUT_MS: '300' }, /deadline_exceeded/u],
  ['answer is no verdict', fakePrompt({ do: 'finish', text: 'Looks good to me' }), {}, /"Looks good to me"/u],
  ['answer is empty', fakePrompt({ do: 'finish', text: '' }), {}, /no verdict/u],
  [
    'broker cannot be had',
    'any',
    { CODEX_COMPANION_RUNTIME_DIR: '/dev/null/nowhere' },
    /Cannot start the broker|\/dev\/null/u,
  ],
] as const;

test.each(FAILURES)(
  'row 53: when the %s, a session is held back once and not twice, and hears of the off switch each time',
  async (_what, last, env, why) => {
    const rig = await startRig({ env });
    enableGate(rig);

    const first = await stop(rig, last, false);
    const second = await stop(rig, last, true);

    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expectUnreviewed(JSON.parse(first.stdout), why);
    expect({ code: second.code, stdout: second.stdout }).toEqual({ code: 0, stdout: '' });
    expectUnreviewed({ decision: 'block', reason: second.stderr }, why);
  },
);

test.each([
  ['fake', 'FAKE:hang'],
  ['real', 'STUB:hang'],
] as const)('row 53: an app-server that is killed in a review is no verdict (%s codex)', async (codex, last) => {
  const rig = await startRig({ codex });
  enableGate(rig);
  const input = JSON.stringify({ session_id: 's', last_assistant_message: last, stop_hook_active: false });
  const client = rig.start(['hook', 'stop'], { input });
  const review = await eventually(
    async () => (await rig.json<{ running: JobView[] }>(['status'])).running.find(({ turnId }) => turnId !== null),
    { withinMs: BOUND_MS, what: 'review in its turn' },
  );
  const { appServer } = await inTurn(rig, review.id);

  process.kill(appServer.pid, 'SIGKILL');

  expect(await client.exited).toEqual({ code: 0, signal: null });
  expectUnreviewed(JSON.parse(client.stdout()), /app_server_exited/u);
});

function stop(rig: Rig, last: string, again: boolean) {
  return hook(rig, 'stop', { session_id: 's', last_assistant_message: last, stop_hook_active: again });
}

function expectUnreviewed({ decision, reason }: { decision: string; reason: string }, why: RegExp): void {
  expect(decision).toBe('block');
  expect(reason).toMatch(/^Codex could not review this session: /u);
  expect(reason).toMatch(why);
  expect(reason).toContain('/codex:setup --disable-review-gate');
}
