import { expect, test } from 'vitest';
import type { Envelope } from '../../src/contract/event.ts';
import { eventually } from '../support/eventually.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { appServersStarted, promptsAtCodex } from './codex-side.ts';
import { background, ended, inTurn, recordOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const SHELLS = 10;
const JOBS_A_SHELL = 10;

test('a hundred jobs from ten shells in three workspaces all end, each once, sessions in turn, under one broker a workspace', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const places = [rig.workspace, rig.otherWorkspace('two'), rig.otherWorkspace('three')];
  // Nothing else runs until everything waits, so that the order is the queue's and not that of the shells' arrival.
  const turns = [];
  for (const cwd of places) {
    await rig.json(['task', '--background', SCRIPTED], { cwd });
    turns.push(await nextTurn());
  }

  // Each shell hands its jobs over one after another, while the others do the same.
  const shells = await Promise.all(
    Array.from({ length: SHELLS }, async (_, shell) => {
      const cwd = places[shell % places.length] ?? rig.workspace;
      const session = `shell-${shell}`;
      const ids: string[] = [];
      for (let job = 0; job < JOBS_A_SHELL; job += 1) {
        const args = ['task', '--background', `job ${shell}.${job}`];
        ids.push(
          (await rig.json<{ jobId: string }>(args, { cwd, env: { CODEX_COMPANION_SESSION_ID: session } })).jobId,
        );
      }
      return { cwd, session, ids };
    }),
  );
  for (const turn of turns) turn.send({ do: 'finish' });

  const verdicts = await Promise.all(shells.map(({ cwd, ids }) => rig.run(['wait', ...ids], { cwd })));
  expect(verdicts.map(({ code }) => code)).toEqual(Array(SHELLS).fill(0));
  const expected = shells.flatMap((_, shell) =>
    Array.from({ length: JOBS_A_SHELL }, (__, job) => `job ${shell}.${job}`),
  );
  expect(
    promptsAtCodex(rig)
      .filter((prompt) => prompt !== SCRIPTED)
      .sort(),
  ).toEqual(expected.sort());
  expect(appServersStarted(rig)).toBe(places.length);
  for (const cwd of places) {
    const here = shells.filter((shell) => shell.cwd === cwd);
    const started = await startedJobs(rig, cwd);
    const sessionOf = (id: string) => here.find(({ ids }) => ids.includes(id))?.session;
    // Every round has each session once, and each session its jobs in the order in which it gave them.
    for (let round = 0; round < JOBS_A_SHELL; round += 1) {
      const inRound = started.slice(round * here.length, (round + 1) * here.length).map(sessionOf);
      expect(inRound.sort()).toEqual(here.map(({ session }) => session).sort());
    }
    for (const { ids } of here) expect(started.filter((id) => ids.includes(id))).toEqual(ids);
  }
}, 120_000);

/** Without the first, in the order of their starts, as the broker told the bus. */
async function startedJobs(rig: Rig, cwd: string): Promise<string[]> {
  const { stdout } = await rig.run(['events', '--topic', 'job.', '--json'], { cwd });
  const envelopes: Envelope[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const ids = envelopes.flatMap(({ event }) => (event.type === 'job.started' ? [event.jobId] : []));
  return ids.slice(1);
}

test('thirty-two turns run at once on one app-server, and their end is told one by one (real codex)', async () => {
  const rig = await startRig({ codex: 'real', env: { CODEX_COMPANION_MAX_JOBS: '32' } });
  const prompt = stubPrompt({ do: 'hang', when: 'created' });

  const ids = await Promise.all(Array.from({ length: 32 }, () => background(rig, prompt)));
  await eventually(() => rig.stub?.inFlight().now === 32, { withinMs: 60_000, what: 'turns at the model' });

  expect(appServers(rig)).toHaveLength(1);
  expect(await rig.json(['broker', 'status'])).toMatchObject({ jobs: { running: 32, queued: 0 } });
  const cancelled = await Promise.all(ids.map((id) => rig.run(['cancel', id])));
  expect(cancelled.map(({ code }) => code)).toEqual(Array(32).fill(0));
  await eventually(() => rig.stub?.inFlight().now === 0, { withinMs: BOUND_MS, what: 'end of the turns at the model' });
}, 120_000);

function appServers(rig: Rig): string[] {
  return rig
    .processes()
    .map(({ cmdline }) => cmdline)
    .filter((cmdline) => /\bapp-server\b/u.test(cmdline) && !cmdline.includes('code-mode'));
}

test('a job that calls the thread of another one its sub-agent neither follows it nor ends it', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const other = await background(rig, SCRIPTED);
  const othersTurn = await nextTurn();
  const { threadId: othersThread } = await inTurn(rig, other);
  const job = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const { threadId, turnId } = await inTurn(rig, job);

  const item = {
    type: 'subAgentActivity',
    id: 'a',
    kind: 'started',
    agentThreadId: othersThread,
    agentPath: '/root/x',
  };
  await turn.run({ do: 'notify', method: 'item/started', params: { item, threadId, turnId } });
  await turn.run({ do: 'say', text: 'after it' });
  await rig.run(['cancel', job]);

  const { work } = await ended(rig, job);
  expect(work).toMatchObject({ lastMessage: 'after it', childThreadIds: [] });
  expect(recordOf(rig, other)?.status).toBe('running');
  await othersTurn.run({ do: 'say', text: 'not disturbed' });
  othersTurn.send({ do: 'finish', text: 'all of it' });
  expect(await ended(rig, other)).toMatchObject({ status: 'completed', finalMessage: 'all of it' });
});
