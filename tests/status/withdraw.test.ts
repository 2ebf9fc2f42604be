import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tryAcquire } from '../../src/status/lock.ts';
import { JobStore } from '../../src/status/store.ts';
import { withdraw } from '../../src/status/withdraw.ts';
import { tempDir } from '../support/temp.ts';
import { queuedJob, runningJob } from './jobs.ts';

function place() {
  const home = tempDir();
  const store = JobStore.open(path.join(home, 'workspace'));
  const lockDirFor = (brokerKey: string) => path.join(home, 'brokers', brokerKey, 'lock');
  return { store, options: { lockDirFor, by: 'the end of its session' } };
}

function waiting(store: JobStore) {
  const job = queuedJob();
  const record = { ...job, logFile: store.logFile(job.id) };
  store.write(record, { durable: false });
  return record;
}

test('a job that waits for a broker which is gone ends as cancelled, with a line in its log', async () => {
  const { store, options } = place();
  const job = waiting(store);

  const ended = await withdraw(store, [job], options);

  expect(ended).toEqual([store.read(job.id)]);
  expect(ended).toMatchObject([{ id: job.id, status: 'cancelled', startedAt: null, interruption: null }]);
  expect(readFileSync(store.logFile(job.id), 'utf8')).toMatch(/Cancelled by the end of its session\.\n$/u);
});

test('a job whose broker is there is left to it', async () => {
  const { store, options } = place();
  const job = waiting(store);
  const claim = tryAcquire(options.lockDirFor(job.owner.brokerKey), { role: 'broker', holder: 'broker-7' });

  expect(await withdraw(store, [job], options)).toEqual([]);

  expect(store.read(job.id)).toEqual(job);
  if (claim.ok) claim.lock.release();
});

test('a job that another broker took over or started in the meantime is left alone, and so is its lock', async () => {
  const { store, options } = place();
  const adopted = waiting(store);
  const elsewhere = { ...adopted, owner: { ...adopted.owner, brokerKey: 'another' } };
  store.write(elsewhere, { durable: false });
  const started = waiting(store);
  const running = { ...runningJob(), id: started.id, logFile: started.logFile };
  store.write(running, { durable: false });

  expect(await withdraw(store, [adopted, started], options)).toEqual([]);

  expect([store.read(adopted.id), store.read(started.id)]).toEqual([elsewhere, running]);
  const claim = tryAcquire(options.lockDirFor(adopted.owner.brokerKey), { role: 'broker', holder: 'broker-8' });
  expect(claim.ok).toBe(true);
});
