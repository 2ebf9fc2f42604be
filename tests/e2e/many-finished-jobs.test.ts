import { expect, test } from 'vitest';
import type { JobView } from '../../src/contract/job-view.ts';
import { startRig } from '../support/rig.ts';
import { finishedClones } from './dead-jobs.ts';
import { background, ended } from './records.ts';

const MINE = { CODEX_COMPANION_SESSION_ID: 'mine' };
const THEIRS = { CODEX_COMPANION_SESSION_ID: 'theirs' };

test('a session finds its jobs behind any number of newer ones of others', async () => {
  const rig = await startRig();
  const mine = await rig.json<{ threadId: string }>(['task', 'mine'], { env: MINE });
  const { id } = (await rig.json<{ latestFinished: JobView }>(['status'], { env: MINE })).latestFinished;
  await rig.run(['task', 'theirs'], { env: THEIRS });
  const theirs = (await rig.json<{ latestFinished: JobView }>(['status'])).latestFinished.id;
  await finishedClones(rig, theirs, 40);

  const status = await rig.json<{ latestFinished: JobView; recent: JobView[] }>(['status'], { env: MINE });
  expect(status).toMatchObject({ latestFinished: { id }, recent: [] });
  expect(await rig.json(['result'], { env: MINE })).toMatchObject({ job: { id } });
  expect(await rig.json(['task-resume-candidate'], { env: MINE })).toMatchObject({
    candidate: { id, threadId: mine.threadId },
  });
  expect((await rig.run(['logs'], { env: MINE })).stdout).toContain('Queued: mine');
});

test('a task can be resumed that ended before any number of others without a thread', async () => {
  const rig = await startRig();
  const id = await background(rig, 'first');
  const { threadId } = await ended(rig, id);
  await finishedClones(rig, id, 20, { threadId: null });

  expect(await rig.json(['task-resume-candidate'])).toMatchObject({ candidate: { id, threadId } });
});
