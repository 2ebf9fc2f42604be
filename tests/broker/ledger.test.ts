import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JobEvent } from '../../src/contract/event.ts';
import type { QueuedJob } from '../../src/contract/job.ts';
import { writeEnd } from '../../src/status/write-end.ts';
import { GONE, queuedJob } from '../status/jobs.ts';
import { eventually } from '../support/eventually.ts';
import { parts, typesOf } from './parts.ts';

function started({ id: jobId }: QueuedJob): JobEvent {
  return { type: 'job.started', title: 'Codex Task', jobId, deadlineAt: null, broker: GONE, appServer: GONE };
}

function said({ id: jobId }: QueuedJob, text: string): JobEvent {
  return { type: 'job.progressed', jobId, facts: [{ kind: 'messageCompleted', text }] };
}

function completed({ id: jobId }: QueuedJob): JobEvent {
  return { type: 'job.completed', jobId, finalMessage: 'done' };
}

async function withJob() {
  const all = await parts();
  const id = queuedJob();
  const job = { ...id, logFile: all.store.logFile(id.id) };
  all.ledger.accept(job);
  return { ...all, job };
}

/** From here on the store of `directory` cannot be written; the returned function repairs it. */
function breakStore(directory: string): () => void {
  const place = path.join(directory, 'finished');
  rmSync(place, { recursive: true });
  writeFileSync(place, '');
  return () => rmSync(place);
}

test('the record of an active job that somebody has removed or damaged is written anew, with all that is known of it', async () => {
  const { store, ledger, directory, job } = await withJob();
  const file = path.join(directory, 'active', `${job.id}.json`);
  ledger.apply(started(job));
  const before = store.read(job.id);
  expect(ledger.keepWritten()).toEqual([]);

  for (const harm of [() => rmSync(file), () => writeFileSync(file, '{"half')]) {
    if (before !== null) store.write(before, { durable: false });
    harm();
    expect(ledger.keepWritten()).toEqual([job.id]);
    expect(store.read(job.id)).toEqual(before);
  }
});

describe('a change', () => {
  test('is in the store when it is published', async () => {
    const { store, ledger, publisher, job } = await withJob();
    const seen: Array<string | undefined> = [];
    publisher.tap(() => void seen.push(store.read(job.id)?.status));
    ledger.apply(started(job));
    ledger.apply(completed(job));
    expect(seen).toEqual(['running', 'completed']);
  });

  test('says the same moment in record, log and event', async () => {
    const { store, ledger, published, job } = await withJob();
    ledger.apply(started(job));
    ledger.apply(completed(job));
    const [queued, running, end] = published.map(({ at }) => at);
    expect(queued).toBe(job.createdAt);
    expect(store.read(job.id)).toMatchObject({ startedAt: running, completedAt: end, updatedAt: end });
    const log = readFileSync(store.logFile(job.id), 'utf8');
    expect(log.match(/^\[[^\]]+\]/gmu)).toEqual([`[${queued}]`, `[${running}]`, `[${end}]`]);
    expect(log.endsWith('Final output\ndone\n')).toBe(true);
    expect(published.map(({ log: range }) => range?.end).at(-1)).toBe(Buffer.byteLength(log));
  });

  test('that does not fit changes, writes and publishes nothing', async () => {
    const { ledger, published, job } = await withJob();
    expect(ledger.apply(completed(job))).toBe(job);
    expect(typesOf(published)).toEqual(['job.queued']);
  });

  test('after the end is none: terminal is final', async () => {
    const { ledger, store, published, job } = await withJob();
    ledger.apply({ type: 'job.cancelled', jobId: job.id, by: 'user', interruption: null });
    expect(ledger.apply(started(job))).toBeNull();
    expect(ledger.apply(completed(job))).toBeNull();
    expect([ledger.activeJob(job.id), ledger.active()]).toEqual([null, []]);
    expect([store.read(job.id)?.status, ledger.get(job.id)?.status]).toEqual(['cancelled', 'cancelled']);
    expect(typesOf(published)).toEqual(['job.queued', 'job.cancelled']);
  });

  test('of a job that is not known is none', async () => {
    const { ledger } = await parts();
    expect([ledger.apply(completed(queuedJob())), ledger.get(queuedJob().id)]).toEqual([null, null]);
  });
});

describe('a change of state that cannot be written', () => {
  test('did not happen: the job stays as it was, and the same change can be tried again', async () => {
    const { ledger, directory, published, job } = await withJob();
    ledger.apply(started(job));
    const repair = breakStore(directory);
    expect(() => ledger.apply(completed(job))).toThrow();
    expect(ledger.get(job.id)?.status).toBe('running');
    expect(typesOf(published)).not.toContain('job.completed');
    repair();
    expect(ledger.apply(completed(job))?.status).toBe('completed');
    expect(typesOf(published).at(-1)).toBe('job.completed');
  });

  test('is in the log before, and only once: whoever finds the end in the store finds the log complete', async () => {
    const { ledger, directory, published, job } = await withJob();
    const end = completed(job);
    ledger.apply(started(job));
    const repair = breakStore(directory);
    expect(() => ledger.apply(end)).toThrow();
    const log = readFileSync(job.logFile, 'utf8');
    expect(log.endsWith('Final output\ndone\n')).toBe(true);
    repair();
    ledger.apply(end);
    expect(readFileSync(job.logFile, 'utf8')).toBe(log);
    expect(published.at(-1)?.log?.end).toBe(Buffer.byteLength(log));
  });

  test('refuses a job that was just submitted', async () => {
    const { ledger, directory } = await withJob();
    breakStore(directory);
    const job = queuedJob();
    expect(() => ledger.accept(job)).toThrow();
    expect([ledger.activeJob(job.id), ledger.active().length]).toEqual([null, 1]);
  });
});

describe('a job that has an end in the store which the ledger knows nothing of', () => {
  const failed = ({ id: jobId }: QueuedJob): JobEvent => {
    return { type: 'job.failed', jobId, reason: 'broker_lost', message: 'gone', interruption: null };
  };

  test('has come to that: its own end is given up, and the true one is told', async () => {
    const { ledger, store, published, job } = await withJob();
    ledger.apply(started(job));
    const [end] = writeEnd(store, ledger.active()[0] ?? job, failed(job), 'reader-1');
    expect(() => ledger.apply({ type: 'job.turnStarted', jobId: job.id, turnId: 'u' })).toThrow('Cannot change');
    expect(ledger.apply(completed(job))).toEqual(end);
    expect([ledger.active(), store.read(job.id)]).toEqual([[], end]);
    expect(published.at(-1)).toMatchObject({ at: end?.completedAt, event: failed(job) });
  });

  test('is not started', async () => {
    const { ledger, store, published, job } = await withJob();
    writeEnd(store, job, failed(job), 'reader-1');
    expect(ledger.apply(started(job))?.status).toBe('failed');
    expect([ledger.active(), typesOf(published)]).toEqual([[], ['job.queued', 'job.failed']]);
  });
});

describe('progress', () => {
  test('is published at once and reaches the store soon after', async () => {
    const { ledger, store, published, job } = await withJob();
    ledger.apply(started(job));
    for (let n = 0; n < 100; n += 1) ledger.apply(said(job, String(n)));
    expect(typesOf(published).filter((type) => type === 'job.progressed')).toHaveLength(100);
    expect(store.read(job.id)?.work.lastMessage).toBeNull();
    expect(ledger.get(job.id)?.work.lastMessage).toBe('99');
    await eventually(() => store.read(job.id)?.work.lastMessage === '99', { what: 'progress stored', withinMs: 5_000 });
  });

  test('is in the store after closing, and in the record of the end', async () => {
    const { ledger, store, job } = await withJob();
    ledger.apply(started(job));
    ledger.apply(said(job, 'half'));
    ledger.close();
    expect(store.read(job.id)).toMatchObject({ status: 'running', work: { lastMessage: 'half' } });
    ledger.apply(said(job, 'all'));
    ledger.apply({ type: 'job.cancelled', jobId: job.id, by: 'user', interruption: null });
    expect(store.read(job.id)).toMatchObject({ status: 'cancelled', work: { lastMessage: 'all' } });
  });

  test('that cannot be written is reported once, and disturbs nobody', async () => {
    const { ledger, directory, logged, job } = await withJob();
    ledger.apply(started(job));
    breakStore(directory);
    for (const message of ['a quarter', 'half']) {
      ledger.apply(said(job, message));
      ledger.close();
    }
    expect(logged).toEqual([expect.stringMatching(/^error /u)]);
    expect(ledger.get(job.id)?.work.lastMessage).toBe('half');
  });
});
