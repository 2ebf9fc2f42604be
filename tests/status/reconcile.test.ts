import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProcessIdentity } from '../../src/contract/process-identity.ts';
import { RUN_TAG_VARIABLE } from '../../src/status/broker-label.ts';
import { identify, isAlive, self } from '../../src/status/liveness.ts';
import { tryAcquire } from '../../src/status/lock.ts';
import { readReconciled, reconcile } from '../../src/status/reconcile.ts';
import { JobStore } from '../../src/status/store.ts';
import { taggedProcesses } from '../../src/status/tagged-processes.ts';
import { eventually } from '../support/eventually.ts';
import { type Captured, spawnCaptured } from '../support/process.ts';
import { filesUnder, tempDir } from '../support/temp.ts';
import { completedJob, GONE, minute, queuedJob, runningJob } from './jobs.ts';

function place() {
  const home = tempDir();
  const store = JobStore.open(path.join(home, 'workspace'));
  const lockDirFor = (brokerKey: string) => path.join(home, 'brokers', brokerKey, 'lock');
  return { home, store, options: { lockDirFor, reader: 'reader-1' } };
}

function identityOf(child: Captured): ProcessIdentity {
  const identity = identify(child.pid);
  if (identity === null) throw new Error(`No process ${child.pid}`);
  return identity;
}

describe('reconcile', () => {
  const alive = (identity: ProcessIdentity) => identity !== GONE;
  const facts = { isAlive: alive, lockHolder: (key: string) => (key === 'served' ? 'broker-7' : null) };

  test('a running job whose broker is gone fails, and the sentence names the processes', () => {
    const job = runningJob();
    const { corrections } = reconcile([job], facts);
    expect(corrections).toEqual([
      { job, event: expect.objectContaining({ type: 'job.failed', jobId: job.id, reason: 'broker_lost' }) },
    ]);
    expect(corrections[0]?.event).toMatchObject({
      message: 'The broker of this job (pid 4121) ended without finishing it; its app-server (pid 4121) is gone, too',
    });
    const survived = reconcile([runningJob({ appServer: self() })], facts).corrections[0]?.event;
    expect(survived).toMatchObject({ message: expect.stringContaining(`(pid ${process.pid}) still ran`) });
  });

  test('a running job whose broker lives is left alone, also when its app-server is gone', () => {
    expect(reconcile([runningJob({ broker: self() })], facts)).toEqual({ corrections: [], ownerless: [] });
  });

  test('a queued job is ownerless when no broker holds its lock', () => {
    const [orphan, served] = [queuedJob({ brokerKey: 'dead' }), queuedJob({ brokerKey: 'served' })];
    expect(reconcile([orphan, served], facts)).toEqual({ corrections: [], ownerless: [orphan] });
  });

  test('a finished job is never corrected', () => {
    expect(reconcile([completedJob(minute(1))], facts)).toEqual({ corrections: [], ownerless: [] });
  });
});

describe('a reconciled read', () => {
  test('shows a dead old job among many newer finished ones first, though the list is cut', async () => {
    const { store, options } = place();
    const dead = runningJob({ createdAt: minute(-60) });
    store.write(dead, { durable: true });
    for (let n = 0; n < 12; n += 1) store.write(completedJob(minute(n)), { durable: false });
    const { jobs, unsaved } = await readReconciled(store, { ...options, finishedLimit: 8 });
    expect(jobs).toHaveLength(8);
    expect(jobs[0]).toMatchObject({ id: dead.id, status: 'failed', reason: 'broker_lost' });
    expect(jobs.slice(1).map((job) => job.updatedAt)).toEqual([11, 10, 9, 8, 7, 6, 5].map(minute));
    expect(unsaved).toEqual([]);
    expect(store.read(dead.id)).toEqual(jobs[0]);
    expect(readFileSync(store.logFile(dead.id), 'utf8')).toMatch(
      /^\[.+\] Failed \(broker_lost\): The broker of this job/u,
    );
    expect(readdirSync(options.lockDirFor('key1'))).toEqual([]);
  });

  test('done twice, or by two readers at once, writes the end once', async () => {
    const { store, options } = place();
    const dead = runningJob();
    store.write(dead, { durable: true });
    const reads = [readReconciled(store, options), readReconciled(store, { ...options, reader: 'reader-2' })];
    const [first, second] = await Promise.all(reads);
    expect(first?.jobs).toHaveLength(1);
    expect(second?.jobs).toEqual(first?.jobs);
    expect((await readReconciled(store, options)).jobs).toEqual(first?.jobs);
    expect(store.listFinished()).toHaveLength(1);
  });

  test('ends what a dead broker left running, sessions of their own included, before it writes', async () => {
    const { store, options } = place();
    const runTag = `tag-${process.pid}-${Date.now()}`;
    const env = { PATH: process.env['PATH'], [RUN_TAG_VARIABLE]: runTag };
    const appServer = spawnCaptured('sh', ['-c', 'setsid sleep 60 & setsid setsid sleep 60 & wait'], { env });
    const left = () => (taggedProcesses() ?? []).filter(({ tag }) => tag === runTag);
    await eventually(() => left().length === 3, { withinMs: 5_000, what: 'three' });
    const dead = runningJob({ appServer: identityOf(appServer) });
    store.write(dead, { durable: true });
    const { jobs } = await readReconciled(store, { ...options, runTagOf: () => runTag });
    expect(jobs[0]).toMatchObject({ status: 'failed', reason: 'broker_lost' });
    expect(left()).toEqual([]);
    expect((await appServer.exited).signal).toBe('SIGKILL');
  });

  test('harms no stranger who has the pid of a lost app-server now', async () => {
    const { store, options } = place();
    const stranger = spawnCaptured('sleep', ['60']);
    const former = { ...identityOf(stranger), startTime: '1' };
    store.write(runningJob({ broker: former, appServer: former }), { durable: true });
    expect((await readReconciled(store, options)).jobs[0]?.status).toBe('failed');
    expect(isAlive(identityOf(stranger))).toBe(true);
  });

  test('leaves the writing to a broker that holds the lock, and shows the truth all the same', async () => {
    const { store, options } = place();
    const dead = runningJob();
    store.write(dead, { durable: true });
    const claim = tryAcquire(options.lockDirFor('key1'), { role: 'broker', holder: 'broker-2' });
    const { jobs, unsaved } = await readReconciled(store, options);
    expect(jobs).toMatchObject([{ id: dead.id, status: 'failed', reason: 'broker_lost' }]);
    expect(unsaved).toEqual([]);
    expect(store.read(dead.id)).toEqual(dead);
    if (claim.ok) claim.lock.release();
  });

  test('that cannot write shows the truth and says what is not saved', async () => {
    const { home, store } = place();
    const dead = runningJob();
    store.write(dead, { durable: true });
    writeFileSync(path.join(home, 'obstacle'), '');
    const { jobs, unsaved } = await readReconciled(store, { lockDirFor: () => path.join(home, 'obstacle', 'lock') });
    expect(jobs).toMatchObject([{ id: dead.id, status: 'failed' }]);
    expect(unsaved).toEqual([{ jobId: dead.id, why: expect.stringContaining('obstacle') }]);
  });

  test('names the queued jobs that wait for a broker, and what is damaged; it changes neither', async () => {
    const { home, store, options } = place();
    const [orphan, served, broken] = [queuedJob(), queuedJob({ brokerKey: 'served' }), queuedJob()];
    for (const job of [orphan, served, broken]) store.write(job, { durable: false });
    writeFileSync(path.join(home, 'workspace', 'active', `${broken.id}.json`), '{');
    const claim = tryAcquire(options.lockDirFor('served'), { role: 'broker', holder: 'broker-2' });
    const before = filesUnder(path.join(home, 'workspace'));
    const { jobs, ownerless, damaged } = await readReconciled(store, options);
    expect(jobs.map((job) => job.id).sort()).toEqual([orphan.id, served.id].sort());
    expect(ownerless).toEqual([orphan]);
    expect(damaged).toMatchObject([{ kind: 'malformed' }]);
    expect(filesUnder(path.join(home, 'workspace'))).toEqual(before);
    if (claim.ok) claim.lock.release();
  });

  test('of a workspace without jobs makes nothing', async () => {
    const { home, store, options } = place();
    expect(await readReconciled(store, options)).toEqual({ jobs: [], ownerless: [], damaged: [], unsaved: [] });
    expect(readdirSync(home)).toEqual([]);
  });
});
