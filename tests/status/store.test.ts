import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { AlreadyFinished, JobStore } from '../../src/status/store.ts';
import { syncDirectory } from '../../src/util/directory-entry.ts';
import { spawnCaptured } from '../support/process.ts';
import { filesUnder, tempDir } from '../support/temp.ts';
import { bundleFixture } from './bundle.ts';
import { completedJob, finish, minute, queuedJob, runningJob } from './jobs.ts';

vi.mock('../../src/util/directory-entry.ts', { spy: true });

const NOBODY = 2 ** 22 + 1;

function place(): { directory: string; store: JobStore } {
  const directory = path.join(tempDir(), 'workspace');
  return { directory, store: JobStore.open(directory) };
}

describe('a job', () => {
  test('reads back as it was written, and moves to finished when it ends', () => {
    const { directory, store } = place();
    const job = runningJob();
    store.write(job, { durable: true });
    expect(store.read(job.id)).toEqual(job);
    expect(filesUnder(directory)).toEqual([`active/${job.id}.json`]);
    const ended = finish(job, minute(1));
    store.write(ended, { durable: true });
    expect(store.read(job.id)).toEqual(ended);
    expect(store.listActive()).toEqual([]);
    expect(filesUnder(directory)).toEqual([expect.stringMatching(`^finished/[0-9a-z]{9}\\.0\\.${job.id}\\.json$`)]);
  });

  test('that is stored durably lasts with the folders that it made necessary', () => {
    const { directory, store } = place();
    const synced = () =>
      vi
        .mocked(syncDirectory)
        .mock.calls.splice(0)
        .map(([folder]) => folder);
    synced();
    store.write(queuedJob(), { durable: true });
    expect(synced()).toEqual([path.dirname(directory), directory, path.join(directory, 'active')]);
    store.write(queuedJob(), { durable: true });
    expect(synced()).toEqual([path.join(directory, 'active')]);
  });

  test.each([
    ['nothing', ''],
    ['zeros', '\0\0\0\0'],
  ])('of whose last progress a power cut has left "%s" is as it was when it was last synced', (left) => {
    const { directory, store } = place();
    const job = runningJob();
    const file = path.join(directory, 'active', `${job.id}.json`);
    store.write(job, { durable: true });
    for (const rev of [3, 4]) store.write({ ...job, rev }, { durable: false });
    expect(store.read(job.id)?.rev).toBe(4);
    writeFileSync(file, left);
    const later = JobStore.open(directory);
    expect([later.read(job.id), later.listActive()]).toEqual([job, [job]]);
    expect(later.damaged).toMatchObject([{ file, kind: 'malformed' }]);

    expect(later.quarantine()).toHaveLength(1);
    expect([later.read(job.id), readFileSync(file, 'utf8')]).toEqual([job, `${JSON.stringify(job)}\n`]);

    later.write(finish(job, minute(1)), { durable: true });
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test('has nothing but its record once a change of it is synced', () => {
    const { directory, store } = place();
    const job = runningJob();
    const active = path.join(directory, 'active');
    for (const durable of [true, false, false]) store.write(job, { durable });
    expect(readdirSync(active).sort()).toEqual([`${job.id}.json`, `${job.id}.json.synced`]);
    expect([[...store.ids()], store.listActive()]).toEqual([[job.id], [job]]);
    store.write(job, { durable: true });
    expect(readdirSync(active)).toEqual([`${job.id}.json`]);
  });

  test('that has ended never changes again, whatever is written', () => {
    const { store } = place();
    const job = runningJob();
    const ended = finish(job, minute(1));
    store.write(ended, { durable: true });
    for (const late of [job, finish(job, minute(2))]) {
      expect(() => store.write(late, { durable: true })).toThrow(AlreadyFinished);
    }
    expect(store.list()).toEqual([ended]);
  });

  test('with a file in both places, after a crash between the two, is finished; the lock holder cleans up', () => {
    const { directory, store } = place();
    const job = runningJob();
    store.write(job, { durable: false });
    const leftover = readFileSync(path.join(directory, 'active', `${job.id}.json`));
    const ended = finish(job, minute(1));
    store.write(ended, { durable: true });
    writeFileSync(path.join(directory, 'active', `${job.id}.json`), leftover);
    expect(store.read(job.id)).toEqual(ended);
    expect(store.listActive()).toEqual([]);
    expect(store.list()).toEqual([ended]);
    expect(() => store.write(job, { durable: false })).toThrow(AlreadyFinished);
    store.sweepTemporaries();
    expect(readdirSync(path.join(directory, 'active'))).toEqual([]);
  });

  test.each(['../../etc/passwd', '', 'task-000000000-aaaaaaaa'])('with the id "%s" does not exist', (id) => {
    expect(place().store.read(id)).toBeNull();
  });
});

describe('the list', () => {
  test('has the newest finished jobs first and opens no more than asked for', () => {
    const { directory, store } = place();
    const jobs = [3, 1, 2].map((n) => completedJob(minute(n)));
    for (const job of jobs) store.write(job, { durable: false });
    expect(store.listFinished().map((job) => job.completedAt)).toEqual([minute(3), minute(2), minute(1)]);
    const [oldest] = readdirSync(path.join(directory, 'finished')).sort();
    writeFileSync(path.join(directory, 'finished', oldest ?? ''), 'scribble');
    expect(store.listFinished({ limit: 2 })).toHaveLength(2);
    expect(store.damaged).toEqual([]);
  });

  test('leaves out what it is told to, and does not open it', () => {
    const { store } = place();
    const jobs = [3, 1, 2].map((n) => completedJob(minute(n)));
    for (const job of jobs) store.write(job, { durable: false });
    const newest = jobs[0]?.id ?? '';
    const rest = store.listFinished({ limit: 2, except: new Set([newest]) });
    expect(rest.map((job) => job.completedAt)).toEqual([minute(2), minute(1)]);
  });

  test('of ids has every job, whatever is in its file', () => {
    const { directory, store } = place();
    const [waiting, ended] = [queuedJob(), completedJob(minute(1))];
    for (const job of [waiting, ended]) store.write(job, { durable: false });
    writeFileSync(path.join(directory, 'active', `${waiting.id}.json`), 'scribble');
    expect(store.ids()).toEqual(new Set([waiting.id, ended.id]));
  });

  test('of a workspace without jobs is empty, and reading it leaves no trace', () => {
    const { directory, store } = place();
    expect([store.list(), store.listActive(), store.listFinished(), store.damaged]).toEqual([[], [], [], []]);
    expect(store.findByPrefix('task')).toEqual({ kind: 'none' });
    expect(() => statSync(directory)).toThrow('ENOENT');
  });

  test('loses no job while other processes create and finish them', async () => {
    const { directory, store } = place();
    const fixture = bundleFixture('job-creator');
    const creators = Array.from({ length: 4 }, () =>
      spawnCaptured(process.execPath, [fixture, directory, '60'], { env: {} }),
    );
    let missed: string[] = [];
    let running = true;
    const ended = Promise.all(creators.map((creator) => creator.exited)).finally(() => {
      running = false;
    });
    while (running) {
      const acknowledged = creators.flatMap((creator) => creator.stdout().split('\n').slice(0, -1));
      const listed = new Set(store.list().map((job) => job.id));
      missed = [...missed, ...acknowledged.filter((id) => !listed.has(id))];
      await new Promise(setImmediate);
    }
    expect((await ended).map((exit) => exit.code)).toEqual([0, 0, 0, 0]);
    expect(missed).toEqual([]);
    expect(store.list()).toHaveLength(240);
    expect(store.listActive()).toHaveLength(120);
    expect(store.damaged).toEqual([]);
  });

  test('of 20 processes that create a job each at once has 20', async () => {
    const { directory, store } = place();
    const fixture = bundleFixture('job-creator');
    const creators = Array.from({ length: 20 }, () =>
      spawnCaptured(process.execPath, [fixture, directory, '1'], { env: {} }),
    );
    await Promise.all(creators.map((creator) => creator.exited));
    expect(creators.map((creator) => creator.stderr()).join('')).toBe('');
    expect(store.listActive()).toHaveLength(20);
  });
});

test('its stamp is another one whenever a record was written, and only then', () => {
  const { directory, store } = place();
  const job = runningJob();
  const untouched = store.stamp;
  store.write(job, { durable: true });
  expect(store.stamp).not.toBe(untouched);

  // Clocks of file systems are coarse: two writes can be of the same moment.
  for (const part of ['active', 'finished']) utimesSync(path.join(directory, part), 1, 1);
  const before = store.stamp;
  expect([store.read(job.id)?.id, store.stamp]).toEqual([job.id, before]);
  store.write(finish(job, minute(1)), { durable: true });
  expect(store.stamp).not.toBe(before);
});

describe('a damaged file', () => {
  const damages: ReadonlyArray<readonly [string, string | null]> = [
    ['cut', null],
    ['empty', ''],
    ['of another kind', '[1,2]'],
    ['with fields missing', '{"schemaVersion":1,"status":"queued"}'],
    ['binary', '\u0000\u0001'],
  ];
  test.each(damages)('%s is reported, left where it is, and hides no other job', (_, content) => {
    const { directory, store } = place();
    const [bad, good] = [queuedJob(), queuedJob()];
    for (const job of [bad, good]) store.write(job, { durable: false });
    const file = path.join(directory, 'active', `${bad.id}.json`);
    writeFileSync(file, content ?? readFileSync(file, 'utf8').slice(0, 200));
    expect(store.list()).toEqual([good]);
    expect(store.damaged).toEqual([{ file, kind: 'malformed', why: expect.any(String) }]);
    expect(filesUnder(directory)).toContain(`active/${bad.id}.json`);
  });

  test('is set aside by the lock holder under a name of its own, byte for byte', () => {
    const { directory, store } = place();
    const job = queuedJob();
    for (const content of ['first', 'second']) {
      store.write(job, { durable: false });
      writeFileSync(path.join(directory, 'active', `${job.id}.json`), content);
      store.list();
      expect(store.quarantine()).toHaveLength(1);
    }
    const aside = path.join(directory, 'quarantine');
    expect(
      readdirSync(aside)
        .map((name) => readFileSync(path.join(aside, name), 'utf8'))
        .sort(),
    ).toEqual(['first', 'second']);
    expect(store.damaged).toEqual([]);
    expect(store.quarantine()).toEqual([]);
  });

  test('that is the record of another job is damaged', () => {
    const { directory, store } = place();
    const [job, other] = [queuedJob(), queuedJob()];
    store.write(job, { durable: false });
    writeFileSync(path.join(directory, 'active', `${job.id}.json`), JSON.stringify(other));
    expect(store.read(job.id)).toBeNull();
    expect(store.damaged).toMatchObject([{ kind: 'malformed', why: expect.stringContaining(other.id) }]);
  });

  test('of a newer version is reported as such and is not set aside', () => {
    const { directory, store } = place();
    const job = queuedJob();
    store.write(job, { durable: false });
    const file = path.join(directory, 'active', `${job.id}.json`);
    writeFileSync(file, JSON.stringify({ ...job, schemaVersion: 2, status: 'hibernating' }));
    expect(store.quarantine()).toEqual([]);
    expect(store.list()).toEqual([]);
    expect(store.damaged).toEqual([{ file, kind: 'newer', why: 'written by a newer version (schema 2)' }]);
  });
});

test('a record whose log is that of something else is malformed', () => {
  const { directory, store } = place();
  const job = queuedJob();
  store.write({ ...job, logFile: '/etc/passwd' }, { durable: false });
  const file = path.join(directory, 'active', `${job.id}.json`);
  expect(store.read(job.id)).toBeNull();
  expect(store.damaged).toEqual([{ file, kind: 'malformed', why: `"/etc/passwd" is not the log of "${job.id}"` }]);
});

describe('what a killed writer left', () => {
  test('goes away when the writer is gone, and stays while it lives', () => {
    const { directory, store } = place();
    store.write(queuedJob(), { durable: false });
    for (const pid of [NOBODY, process.pid]) writeFileSync(path.join(directory, 'active', `x.json.${pid}-1.tmp`), '{');
    store.sweepTemporaries();
    expect(filesUnder(directory).filter((file) => file.endsWith('.tmp'))).toEqual([
      `active/x.json.${process.pid}-1.tmp`,
    ]);
    expect(store.listActive()).toHaveLength(1);
    expect(store.damaged).toEqual([]);
  });
});

describe('finding a job', () => {
  test('by its id, the beginning or end of it, or its random part; what fits several is a value', () => {
    const { store } = place();
    const job = queuedJob({ createdAt: minute(0) });
    const other = completedJob(minute(9), { createdAt: minute(5) });
    store.write(job, { durable: false });
    store.write(other, { durable: false });
    const [, time = '', random = ''] = other.id.split('-');
    for (const text of [other.id, `task-${time}`, random, random.slice(0, 6), other.id.slice(-6)]) {
      expect(store.findByPrefix(text)).toEqual({ kind: 'found', job: other });
    }
    expect(store.findByPrefix('task-')).toEqual({ kind: 'ambiguous', ids: [job.id, other.id].sort() });
    expect(store.findByPrefix('review-')).toEqual({ kind: 'none' });
    expect(store.findByPrefix('')).toEqual({ kind: 'none' });
  });
});

describe('the directory', () => {
  test('and everything in it is private to the user', () => {
    const { directory, store } = place();
    store.write(queuedJob(), { durable: false });
    store.write(completedJob(minute(1)), { durable: true });
    for (const part of ['', 'active', 'finished', 'quarantine', 'logs']) {
      expect(statSync(path.join(directory, part)).mode & 0o777).toBe(0o700);
    }
    for (const file of filesUnder(directory)) expect(statSync(path.join(directory, file)).mode & 0o777).toBe(0o600);
  });

  test('that others may enter is refused with the remedy', () => {
    const directory = path.join(tempDir(), 'workspace');
    mkdirSync(path.join(directory, 'active'), { recursive: true });
    chmodSync(directory, 0o700);
    chmodSync(path.join(directory, 'active'), 0o777);
    expect(() => JobStore.open(directory)).toThrow(/active": its mode is 0777 \(run "chmod 700/u);
  });

  const namespaces = spawnSync('unshare', ['-m', 'true']).status === 0;
  test.runIf(namespaces)('on a full disk: the write fails with file and cause, the old record is intact', () => {
    const mount = tempDir();
    const script = `mount -t tmpfs -o size=128k,mode=700 tmpfs "$1" && cd "$1" && exec "$2" "$3"`;
    const args = ['-m', 'sh', '-c', script, 'sh', mount, process.execPath, bundleFixture('disk-filler')];
    const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
    expect(stdout, stderr).not.toBe('');
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ rev: 1, damaged: [] });
    expect(said.message).toMatch(/Cannot write ".*active.*\.json": ENOSPC.* \(free some disk space\)$/u);
  });
});
