import { expect, test } from 'vitest';
import { ControlClient } from '../../src/client/control-client.ts';
import { releaseSession } from '../../src/client/release-session.ts';
import { loadConfig } from '../../src/config/config.ts';
import { newJobId } from '../../src/contract/ids.ts';
import type { JobSpec } from '../../src/contract/job.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { expectNothingStarted } from './cli.ts';
import { promptsAtCodex } from './codex-side.ts';
import { hook, inSession, releases, untilReleased } from './hooks.ts';
import { background, ended, inTurn, jobOf, killBroker, recordOf } from './records.ts';

test('a foreground job of the session is cancelled in whatever workspace it runs', async () => {
  const rig = await startRig();
  const elsewhere = rig.start(['task', 'FAKE:hang'], { ...inSession('B'), cwd: rig.otherWorkspace('elsewhere') });
  await elsewhere.waitForLine(/Turn started/u, BOUND_MS);

  await hook(rig, 'session-end', { session_id: 'B', cwd: rig.workspace });

  expect(await elsewhere.exited).toEqual({ code: 130, signal: null });
  await untilReleased(rig);
});

test('a foreground job that reaches its broker a moment after the end of its session is cancelled, too', async () => {
  const rig = await startRig();
  const { endpoint } = await rig.json<{ endpoint: string }>(['broker', 'start']);
  const client = await ControlClient.connect(endpoint);
  const releasing = releaseSession(loadConfig(null, rig.env), 'B');
  const late = lateJob(rig, true);
  const background = lateJob(rig, false);

  for (const spec of [late, background]) await client.call('job/submit', spec);

  expect(await releasing).toEqual({ cancelled: [late.id], failed: [] });
  expect((await ended(rig, late.id)).status).toBe('cancelled');
  const { jobs } = await client.call('job/live', {});
  expect(jobs.map(({ job }) => job.id)).toEqual([background.id]);
  client.close();
});

test('a foreground job that waits for a broker which is gone is cancelled, and no later broker runs it', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);
  const client = rig.start(['task', 'never'], inSession('B'));
  const waiting = await jobOf(client);
  const kept = await background(rig, 'after all');
  // Nobody is to start another broker for what waits, as a client that follows its job would.
  client.kill('SIGKILL');
  await client.exited;
  await killBroker(rig);

  await hook(rig, 'session-end', { session_id: 'B' });

  await untilReleased(rig);
  expect(recordOf(rig, waiting)?.status).toBe('cancelled');
  expect(await rig.run(['wait', kept])).toMatchObject({ code: 0 });
  expect(promptsAtCodex(rig)).toEqual(['FAKE:hang', 'after all']);
});

test('the environment says which session ends when the host does not', async () => {
  const rig = await startRig();
  const client = rig.start(['task', 'FAKE:hang'], inSession('B'));
  await client.waitForLine(/Turn started/u, BOUND_MS);

  await hook(rig, 'session-end', {}, inSession('B'));

  expect(await client.exited).toEqual({ code: 130, signal: null });
  await untilReleased(rig);
});

test('the end of no session lets go of nothing, and that of one without jobs leaves no trace', async () => {
  const rig = await startRig();
  const silent = { code: 0, stdout: '', stderr: '' };
  expect(await hook(rig, 'session-end', { hook_event_name: 'SessionEnd', cwd: rig.workspace })).toEqual(silent);
  expect(releases(rig)).toBe(0);
  expect(await hook(rig, 'session-end', { session_id: '--help' })).toEqual(silent);
  await untilReleased(rig);
  expectNothingStarted(rig);
});

test('letting go of a session by hand says which jobs were cancelled', async () => {
  const rig = await startRig();
  const client = rig.start(['task', 'FAKE:hang'], inSession('B'));
  const id = await jobOf(client);

  expect(await rig.json(['session', 'release', 'B'])).toEqual({ sessionId: 'B', cancelled: [id] });

  expect(await client.exited).toEqual({ code: 130, signal: null });
  expect((await rig.run(['--help'])).stdout).not.toMatch(/^ {2}session/mu);
});

function lateJob(rig: Rig, foreground: boolean): JobSpec {
  const clocks = { queueMs: 0, startMs: 0, idleMs: 0, hardMs: 0 };
  return {
    id: newJobId('task', Date.now()),
    kind: 'task',
    title: 'Codex Task',
    summary: 'late',
    sessionId: 'B',
    key: null,
    retryOf: null,
    foreground,
    cwd: rig.workspace,
    request: {
      prompt: 'FAKE:hang',
      sandbox: 'read-only',
      network: false,
      addDirs: [],
      onApproval: 'decline',
      model: null,
      effort: null,
      resumeThreadId: null,
      review: null,
      outputSchema: null,
      retries: 0,
      clocks,
    },
  };
}
