import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { recover } from '../../src/broker/recovery.ts';
import { brokerPaths } from '../../src/config/paths.ts';
import type { ActiveJob, Owner, QueuedJob } from '../../src/contract/job.ts';
import { inspect, tryAcquire } from '../../src/status/lock.ts';
import { ensurePrivateDirectory } from '../../src/util/private-directory.ts';
import { completedJob, GONE, minute, queuedJob, runningJob } from '../status/jobs.ts';
import { parts, typesOf } from './parts.ts';

const HOME = queuedJob().owner.codexHome;

/** A workspace in which brokers have left `jobs`, and a new broker with the key `key1` in it. */
async function workspace(...jobs: readonly ActiveJob[]) {
  const all = await parts();
  const { directory, brokerId, store, ledger } = all;
  for (const job of jobs) store.write(job, { durable: false });
  const owner: Owner = { brokerKey: 'key1', brokerId, codexHome: HOME, codexPath: '/bin/codex' };
  const identity = { brokerId, version: '1', workspaceRoot: '/repo', owner, endpoint: 'c', events: 'e' };
  const codex = { path: '/bin/codex', command: '/bin/codex', script: [], environment: {}, fingerprint: 'f' };
  const sockets = { control: '/c', events: '/e' };
  const place = { key: 'key1', codex, paths: brokerPaths(directory, 'key1'), sockets };
  const log = (level: string, message: string) => void all.logged.push(`${level} ${message}`);
  const lockOf = (key: string) => brokerPaths(directory, key).lock;
  const run = () => recover({ store, ledger, identity, place, workspaceDirectory: directory, log });
  return { ...all, owner, run, lockOf };
}

function idsOf(jobs: readonly QueuedJob[]): string[] {
  return jobs.map(({ id }) => id);
}

describe('jobs of this place', () => {
  test('that a killed broker was running end as failed, for every reader', async () => {
    const job = runningJob({ broker: GONE });
    const { run, store, published } = await workspace(job);
    expect(run()).toEqual([]);
    expect(store.read(job.id)).toMatchObject({
      status: 'failed',
      reason: 'broker_lost',
      errorMessage: 'The broker of this job (pid 4121) ended without finishing it',
    });
    expect(published.map(({ event }) => event)).toMatchObject([{ type: 'job.failed', jobId: job.id }]);
    expect(readFileSync(store.logFile(job.id), 'utf8')).toContain('Failed (broker_lost)');
  });

  test('that were waiting are taken over, the oldest first', async () => {
    const jobs = [3, 1, 4, 2].map((n) => queuedJob({ createdAt: minute(n) }));
    const { run, store, ledger, owner } = await workspace(...jobs);
    const waiting = run();
    expect(waiting.map(({ createdAt }) => createdAt)).toEqual([1, 2, 3, 4].map(minute));
    for (const job of waiting) {
      expect(store.read(job.id)).toEqual(job);
      expect(job).toMatchObject({ status: 'queued', owner });
      expect(ledger.activeJob(job.id)).toEqual(job);
    }
  });

  test('that were waiting are run although the disk refuses to record who has them now', async () => {
    const job = queuedJob();
    const { run, store, ledger, logged } = await workspace(job);
    const write = vi.spyOn(store, 'write').mockImplementation(() => {
      throw new Error('No space left');
    });
    expect(run()).toEqual([job]);
    expect(logged).toContain(`error Cannot record who has taken over ${job.id}: No space left`);
    write.mockRestore();
    expect(ledger.activeJob(job.id)).toEqual(job);
  });

  test('that had ended stay as they are', async () => {
    const { run, store } = await workspace();
    const ended = completedJob(minute(1));
    store.write(ended, { durable: false });
    run();
    expect(store.read(ended.id)).toEqual(ended);
  });
});

describe('waiting jobs of another place of the same account', () => {
  const foreign = () => queuedJob({ brokerKey: 'key2' });

  test('are inherited when nobody holds its lock, which is free again afterwards', async () => {
    const job = foreign();
    const { run, store, owner, lockOf } = await workspace(job);
    expect(idsOf(run())).toEqual([job.id]);
    expect(store.read(job.id)?.owner).toEqual(owner);
    expect(inspect(lockOf('key2'))).toBeNull();
  });

  test('are inherited when its broker was killed with the lock in its hand', async () => {
    const job = foreign();
    const { run, lockOf } = await workspace(job);
    ensurePrivateDirectory(lockOf('key2'));
    const claim = { ...GONE, role: 'broker', holder: 'broker-dead', at: minute(0) };
    writeFileSync(path.join(lockOf('key2'), `claim.000000001.${GONE.pid}.abcdefgh`), JSON.stringify(claim));
    expect(idsOf(run())).toEqual([job.id]);
  });

  test('are left alone while its broker lives', async () => {
    const job = foreign();
    const { run, store, lockOf, published } = await workspace(job);
    const claim = tryAcquire(lockOf('key2'), { role: 'broker', holder: 'broker-live' });
    if (!claim.ok) throw new Error('Cannot take the lock');
    onTestFinished(() => claim.lock.release());
    expect(run()).toEqual([]);
    expect([store.read(job.id), typesOf(published)]).toEqual([job, []]);
  });

  test('of another CODEX_HOME are left alone: that is another account', async () => {
    const job = foreign();
    const other = { ...job, owner: { ...job.owner, codexHome: '/home/other/.codex' } };
    const { run, store } = await workspace(other);
    expect(run()).toEqual([]);
    expect(store.read(job.id)).toEqual(other);
  });

  test('that were running are left to whoever reads them next', async () => {
    const job = runningJob({ brokerKey: 'key2' });
    const { run, store } = await workspace(job);
    expect(run()).toEqual([]);
    expect(store.read(job.id)).toEqual(job);
  });
});

test('a damaged record is set aside and reported, the others are taken over', async () => {
  const job = queuedJob();
  const broken = queuedJob();
  const { run, directory, logged } = await workspace(job);
  writeFileSync(path.join(directory, 'active', `${broken.id}.json`), '{"status":"que');
  expect(idsOf(run())).toEqual([job.id]);
  expect(logged).toEqual([expect.stringMatching(/^error Set aside the damaged record ".*quarantine/u)]);
});
