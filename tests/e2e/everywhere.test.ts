import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workspacesDirectory } from '../../src/config/paths.ts';
import type { JobView } from '../../src/contract/job-view.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { expectNothingStarted } from './cli.ts';
import { deadJob } from './dead-jobs.ts';
import { background, ended, inTurn } from './records.ts';

interface Everywhere {
  readonly workspaces: ReadonlyArray<{
    readonly workspaceRoot: string;
    readonly running: readonly JobView[];
    readonly latestFinished: JobView | null;
    readonly recent: readonly JobView[];
  }>;
}

function taskIn(rig: Rig, cwd: string, prompt: string): Promise<string> {
  return background(rig, prompt, [], { cwd });
}

test('status --everywhere shows the jobs of all workspaces, those that run first, each with its path', async () => {
  const rig = await startRig();
  const [quiet, busy] = [rig.otherWorkspace('quiet'), rig.otherWorkspace('busy')];
  const running = await taskIn(rig, busy, 'FAKE:hang');
  const done = await taskIn(rig, quiet, 'done');
  await rig.run(['wait', done], { cwd: quiet });
  const own = await background(rig, 'own');
  await ended(rig, own);

  const { workspaces } = await rig.json<Everywhere>(['status', '--everywhere']);
  expect(workspaces.map(({ workspaceRoot }) => workspaceRoot)).toEqual([busy, rig.workspace, quiet]);
  expect(workspaces.map((each) => each.running.map(({ id }) => id))).toEqual([[running], [], []]);
  expect(workspaces.map((each) => each.latestFinished?.id)).toEqual([undefined, own, done]);

  const nowhere = rig.otherWorkspace('nowhere');
  const { stdout } = await rig.run(['status', '--everywhere'], { cwd: nowhere });
  const places = [`In ${busy}:\n- ${running}`, 'Finished jobs:', `In ${quiet}:\n- ${done}`];
  const found = places.map((text) => stdout.indexOf(text));
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(found).not.toContain(-1);
});

test('status --everywhere settles what is dead in each workspace, and starts nothing', async () => {
  const rig = await startRig();
  const dead = await deadJob(rig);
  const elsewhere = rig.otherWorkspace('elsewhere');

  const { workspaces } = await rig.json<Everywhere>(['status', '--everywhere'], { cwd: elsewhere });

  expect(workspaces).toMatchObject([
    { workspaceRoot: rig.workspace, running: [], latestFinished: { id: dead, reason: 'broker_lost' } },
  ]);
  expect(rig.processes()).toEqual([]);
});

test('status --everywhere without any job says so, and what is no workspace is told of and left alone', async () => {
  const rig = await startRig();
  expect((await rig.run(['status', '--everywhere'])).stdout).toContain('No jobs recorded yet.');
  expectNothingStarted(rig);
  const folder = workspacesDirectory(rig.stateDir);
  mkdirSync(path.join(folder, 'open'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, 'stray'), '');

  const { code, stdout, stderr } = await rig.run(['status', '--everywhere']);

  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('No jobs recorded yet.') });
  expect(stderr).toMatch(/^Refusing to use ".*stray": it is not a directory/u);
});

test('a job is found from any directory by its id or a part of it, and it is said where it is', async () => {
  const rig = await startRig();
  const elsewhere = { cwd: rig.otherWorkspace('elsewhere') };
  const id = await background(rig, 'hello');
  await ended(rig, id);
  const where = `${id} is a job of "${rig.workspace}"\n`;

  expect(await rig.json(['status', id], elsewhere)).toMatchObject({ workspaceRoot: rig.workspace, job: { id } });
  for (const command of ['status', 'result', 'logs', 'explain', 'wait']) {
    const there = await rig.run([command, id.slice(-8)], elsewhere);
    const here = await rig.run([command, id]);
    expect({ command, code: there.code, stderr: there.stderr }).toEqual({ command, code: 0, stderr: where });
    expect(there.stdout).toBe(here.stdout);
    expect(here.stderr).toBe('');
  }
  expect((await rig.run(['cancel', id], elsewhere)).code).toBe(1);
  for (const name of [id.slice(-5), `${id}x`, 'task-']) {
    const unknown = await rig.run(['status', name], elsewhere);
    expect({ name, code: unknown.code }).toEqual({ name, code: 3 });
  }
});

test('a job that runs elsewhere can be followed, waited for and cancelled from here', async () => {
  const rig = await startRig();
  const elsewhere = { cwd: rig.otherWorkspace('elsewhere') };
  const id = await background(rig, 'FAKE:hang');
  await inTurn(rig, id);
  const own = await taskIn(rig, elsewhere.cwd, 'own');
  const follower = rig.start(['logs', '-f', id], elsewhere);
  const waiter = rig.start(['wait', own, id], elsewhere);
  await follower.waitForLine(/Turn started/u, BOUND_MS);

  expect(await rig.json(['cancel', id], elsewhere)).toMatchObject({ jobId: id, status: 'cancelled' });

  expect(await follower.exited).toMatchObject({ code: 0 });
  expect(follower.stderr()).toContain(`${id} is a job of "${rig.workspace}"`);
  expect(await waiter.exited).toMatchObject({ code: 130 });
  expect(waiter.stdout()).toContain(`${own} completed`);
});

test('a job that is dead elsewhere is settled there by whoever asks for it', async () => {
  const rig = await startRig();
  const elsewhere = { cwd: rig.otherWorkspace('elsewhere') };
  const id = await deadJob(rig);
  expect(await rig.json(['status', id], elsewhere)).toMatchObject({ job: { id, reason: 'broker_lost' } });
  rmSync(rig.workspace, { recursive: true });
  expect((await rig.run(['result', id], elsewhere)).stdout).toContain(id);
  mkdirSync(path.join(rig.workspace, '.git'), { recursive: true });
});

test('the own workspace goes first, and what fits several jobs elsewhere is refused with their ids', async () => {
  const rig = await startRig();
  const [here, one, two] = [rig.otherWorkspace('here'), rig.otherWorkspace('one'), rig.otherWorkspace('two')];
  const ids = [await taskIn(rig, one, 'one'), await taskIn(rig, two, 'two')];
  const common = 'task-0';

  const refused = await rig.run(['status', common], { cwd: here });
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  for (const id of ids) expect(refused.stderr).toContain(id);
  const own = await taskIn(rig, here, 'here');
  expect(await rig.json(['status', common], { cwd: here })).toMatchObject({ job: { id: own } });
});
