import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHistory } from '../../src/cli/render/history.ts';
import { renderResult } from '../../src/cli/render/result.ts';
import { renderJob } from '../../src/cli/render/status.ts';
import { viewOf } from '../../src/client/job-view.ts';
import { brokerPaths } from '../../src/config/paths.ts';
import { isJobId } from '../../src/contract/ids.ts';
import { type FinishedJob, isFinished, type JobRecord, type QueuedJob } from '../../src/contract/job.ts';
import { readReconciled } from '../../src/status/reconcile.ts';
import { JobStore } from '../../src/status/store.ts';
import { ensurePrivateDirectory } from '../../src/util/private-directory.ts';
import { stateOf } from '../e2e/records.ts';
import { completedJob, minute, queuedJob } from '../status/jobs.ts';
import { startRig } from '../support/rig.ts';
import { makeTempDir } from '../support/temp.ts';
import { fuzz, samples } from './fuzz.ts';
import { type Attack, attacks, commit, nearlySound, snapshot } from './store-attacks.ts';

const PARTS = ['active', 'finished', 'quarantine', 'logs', 'brokers/key1', 'brokers/key1/lock', ''] as const;

const attackList = fc.array(fc.record({ part: fc.constantFrom(...PARTS), attack: attacks }), { maxLength: 8 });

test('the sound records are read among any others, which are reported and stay as they are', async () => {
  const property = fc.asyncProperty(attackList, async (list) => {
    await inPlace(list, async ({ directory, elsewhere, good, store }) => {
      const before = { inside: snapshot(directory), outside: snapshot(elsewhere) };
      expect(store.list()).toEqual(expect.arrayContaining(good));
      for (const job of good) expect(store.findByPrefix(job.id)).toEqual({ kind: 'found', job });
      expectReported(store, list);
      expect({ inside: snapshot(directory), outside: snapshot(elsewhere) }).toEqual(before);
    });
  });
  await fuzz(property, { runs: 40, part: 0.3 });
});

test('a reconciled read settles what it can and touches nothing but the jobs of this place', async () => {
  const property = fc.asyncProperty(attackList, async (list) => {
    await inPlace(list, async ({ root, directory, elsewhere, good, store }) => {
      const outside = snapshot(elsewhere);
      const lockDirFor = (brokerKey: string) => brokerPaths(directory, brokerKey).lock;
      const { jobs, unsaved } = await readReconciled(store, { lockDirFor, reader: 'reader-1' });
      expect(jobs).toEqual(expect.arrayContaining(good));
      expect(jobs.filter(({ status }) => status === 'running')).toEqual([]);
      const again = await readReconciled(store, { lockDirFor, reader: 'reader-2' });
      if (unsaved.length === 0) expect(again.jobs).toEqual(jobs);
      expect(snapshot(elsewhere)).toEqual(outside);
      expect(Object.keys(snapshot(root)).filter((name) => !/^(?:workspace|elsewhere)(?:\/|$)/u.test(name))).toEqual([]);
    });
  });
  await fuzz(property, { runs: 30, part: 0.2 });
});

test('the holder of the lock sets aside what is damaged, and neither follows a link nor fails on a directory', async () => {
  const property = fc.asyncProperty(attackList, async (list) => {
    await inPlace(list, async ({ elsewhere, good, store }) => {
      const outside = snapshot(elsewhere);
      store.sweepTemporaries();
      store.quarantine();
      expect(store.list()).toEqual(expect.arrayContaining(good));
      for (const { file } of store.damaged) expect(file).not.toContain('.tmp');
      expect(store.quarantined.every(({ file }) => path.basename(path.dirname(file)) === 'quarantine')).toBe(true);
      expect(snapshot(elsewhere)).toEqual(outside);
    });
  });
  await fuzz(property, { runs: 40, part: 0.3 });
});

test('a record that can be read can be shown', async () => {
  const property = fc.property(nearlySound, (job) => {
    const view = viewOf(job, undefined);
    for (const shown of [renderJob(view), renderHistory(job), JSON.stringify(view)]) expect(shown).toContain(job.id);
    if (isFinished(job)) expect(renderResult(job)).not.toBe('');
  });
  await fuzz(property, { runs: 300, part: 0.2 });
});

test('the commands show the sound jobs among any others, and say what they could not read', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_CODEX: '/no/codex' } });
  const directory = stateOf(rig);
  const [elsewhere, good] = [path.join(rig.workspace, 'elsewhere'), soundJobs()];
  mkdirSync(path.dirname(path.dirname(directory)), { recursive: true, mode: 0o700 });
  fill(directory, elsewhere, good, samples(attackList, 30).flat());
  const outside = snapshot(elsewhere);

  for (const args of [['status', '--json'], ['status'], ['result', good.finished.id], ['logs', good.finished.id]]) {
    const { code, stdout, stderr } = await rig.run(args);
    expect({ args, code }, stderr.slice(0, 2_000)).toEqual({ args, code: 0 });
    if (args[0] === 'status') for (const { id } of [good.queued, good.finished]) expect(stdout).toContain(id);
    if (args[0] === 'result') expect(stdout).toMatch(/^done\n/u);
    expect(stderr).toMatch(/^(?:(?:Cannot read "|Jobs wait for a broker|Cannot save the end of ).*\n)+$/u);
    expect(stderr).toMatch(/Cannot read ".*": it is a symbolic link/u);
  }
  expect(snapshot(elsewhere)).toEqual(outside);
});

interface Place {
  readonly root: string;
  readonly directory: string;
  readonly elsewhere: string;
  readonly good: JobRecord[];
  readonly store: JobStore;
}

type AttackList = ReadonlyArray<{ readonly part: (typeof PARTS)[number]; readonly attack: Attack }>;

/** A store with two sound records and what was done to it, beside a directory that is none of its business. */
async function inPlace(list: AttackList, check: (place: Place) => Promise<void>): Promise<void> {
  const root = makeTempDir();
  try {
    const [directory, elsewhere] = [path.join(root.path, 'workspace'), path.join(root.path, 'elsewhere')];
    const sound = soundJobs();
    const store = fill(directory, elsewhere, sound, list);
    await check({ root: root.path, directory, elsewhere, good: [sound.queued, sound.finished], store });
  } finally {
    root.remove();
  }
}

interface Sound {
  readonly queued: QueuedJob;
  readonly finished: FinishedJob;
}

function soundJobs(): Sound {
  return { queued: queuedJob(), finished: completedJob(minute(1)) };
}

function fill(directory: string, elsewhere: string, { queued, finished }: Sound, list: AttackList): JobStore {
  const store = JobStore.open(directory);
  for (const job of [queued, finished]) store.write(job, { durable: false });
  mkdirSync(elsewhere);
  writeFileSync(path.join(elsewhere, 'target'), JSON.stringify(queuedJob()));
  for (const { part, attack } of list) {
    const place = path.join(directory, part);
    // What came before may have taken its place.
    if (made(place)) commit(attack, place, elsewhere);
  }
  return store;
}

function made(directory: string): boolean {
  try {
    ensurePrivateDirectory(directory);
    return true;
  } catch {
    return false;
  }
}

/** Whatever has the name of a record is listed or reported. */
function expectReported(store: JobStore, list: AttackList): void {
  const listed = new Set(store.list().map(({ id }) => id));
  const reported = new Set(store.damaged.map(({ file }) => path.basename(file)));
  for (const { part, attack } of list) {
    const id = attack.name.split('.').find(isJobId);
    if (part !== 'active' || id === undefined || attack.name !== `${id}.json`) continue;
    expect(listed.has(id) || reported.has(attack.name), attack.name).toBe(true);
  }
}
