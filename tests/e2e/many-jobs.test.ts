import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { appServersStarted, promptsAtCodex } from './codex-side.ts';
import { background } from './records.ts';

const SHELLS = 10;
const JOBS_A_SHELL = 10;

test('a hundred jobs from ten shells in three workspaces all end, each once, under one broker a workspace', async () => {
  const rig = await startRig();
  const places = [rig.workspace, rig.otherWorkspace('two'), rig.otherWorkspace('three')];

  // Each shell hands its jobs over one after another, while the others do the same.
  const shells = await Promise.all(
    Array.from({ length: SHELLS }, async (_, shell) => {
      const cwd = places[shell % places.length] ?? rig.workspace;
      const env = { CODEX_COMPANION_SESSION_ID: `shell-${shell}` };
      const ids: string[] = [];
      for (let job = 0; job < JOBS_A_SHELL; job += 1) {
        const { jobId } = await rig.json<{ jobId: string }>(['task', '--background', `job ${shell}.${job}`], {
          cwd,
          env,
        });
        ids.push(jobId);
      }
      return { cwd, ids };
    }),
  );

  const verdicts = await Promise.all(shells.map(({ cwd, ids }) => rig.run(['wait', ...ids], { cwd })));
  expect(verdicts.map(({ code }) => code)).toEqual(Array(SHELLS).fill(0));
  const expected = shells.flatMap((_, shell) =>
    Array.from({ length: JOBS_A_SHELL }, (__, job) => `job ${shell}.${job}`),
  );
  expect(promptsAtCodex(rig).sort()).toEqual(expected.sort());
  expect(appServersStarted(rig)).toBe(places.length);
}, 120_000);

test('thirty-two turns run at once on one app-server, and their end is told one by one (real codex)', async () => {
  const rig = await startRig({ codex: 'real', env: { CODEX_COMPANION_MAX_JOBS: '32' } });
  const prompt = stubPrompt({ do: 'hang', when: 'created' });

  const ids = await Promise.all(Array.from({ length: 32 }, () => background(rig, prompt)));
  await eventually(() => rig.stub?.inFlight().now === 32, { withinMs: 60_000, what: 'turns at the model' });

  expect(appServers(rig)).toHaveLength(1);
  expect(await rig.json(['broker', 'status'])).toMatchObject({ jobs: { running: 32, queued: 0 } });
  const cancelled = await Promise.all(ids.map((id) => rig.run(['cancel', id])));
  expect(cancelled.map(({ code }) => code)).toEqual(Array(32).fill(0));
  expect(rig.stub?.inFlight().now).toBe(0);
}, 120_000);

function appServers(rig: Rig): string[] {
  return rig
    .processes()
    .map(({ cmdline }) => cmdline)
    .filter((cmdline) => /\bapp-server\b/u.test(cmdline) && !cmdline.includes('code-mode'));
}
