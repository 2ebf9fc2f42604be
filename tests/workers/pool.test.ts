import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Fault } from '../../src/contract/fault.ts';
import { deferred } from '../../src/util/deferred.ts';
import { JobPool } from '../../src/workers/pool.ts';
import type { TaskInput, ToBroker } from '../../src/workers/port.ts';
import { queuedJob } from '../status/jobs.ts';

const entry = pathToFileURL(path.join(import.meta.dirname, 'fixtures', 'thread.mjs')).href;

function openPool(maxThreads = 2): JobPool {
  const pool = new JobPool({ entry, maxThreads });
  onTestFinished(() => pool.destroy());
  return pool;
}

function input(prompt: string): TaskInput {
  const job = queuedJob();
  const request = { ...job.request, prompt };
  return { jobId: job.id, kind: job.kind, cwd: '/', threadName: 'n', request, codexVersion: null };
}

/** Runs one task; `here` resolves when its thread has begun with it. */
function run(pool: JobPool, prompt: string, signal = new AbortController().signal) {
  const heard: string[] = [];
  const here = deferred<void>();
  const task = pool.run(input(prompt), signal, (message: ToBroker) => {
    heard.push(message.type === 'turnStarted' ? message.turnId : message.type);
    here.resolve();
  });
  return { ...task, heard, here: here.promise };
}

const DONE = { status: 'completed', finalMessage: 'done' };

function crashed(message: unknown): unknown {
  return { status: 'failed', fault: { reason: 'worker_crashed', message } };
}

function openPorts(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
}

describe('a thread that misbehaves takes only its own job with it', () => {
  test.each([
    ['ends the process', 'exit', /^The job's thread ended: .*exit/u],
    ['runs out of memory', 'hoard', /^The job's thread ended: .*memory/u],
    ['rejects with nobody listening', 'reject', /^The job's thread ended: nobody awaits me$/u],
    ['throws', 'throw', /^The job's thread ended: x is not a function$/u],
  ])('when it %s', async (_what, deed, message) => {
    const pool = openPool();
    const neighbour = new AbortController();
    const other = run(pool, 'wait', neighbour.signal);
    await other.here;
    await expect(run(pool, deed).outcome).resolves.toEqual(crashed(expect.stringMatching(message)));
    await expect(run(pool, 'complete').outcome).resolves.toEqual(DONE);
    neighbour.abort(new Fault('deadline_exceeded', 'only now'));
    await expect(other.outcome).resolves.toMatchObject({ fault: { message: 'only now' } });
  });

  test('when it spins for ever: the signal ends it, and the signal’s reason is the fault', async () => {
    const pool = openPool(1);
    const abort = new AbortController();
    const spinning = run(pool, 'spin', abort.signal);
    await spinning.here;
    const next = run(pool, 'complete');
    abort.abort(new Fault('deadline_exceeded', 'Out of time'));
    await expect(spinning.outcome).resolves.toEqual({
      status: 'failed',
      fault: { reason: 'deadline_exceeded', message: 'Out of time' },
    });
    await expect(next.outcome).resolves.toEqual(DONE);
  });
});

describe('the port of a job', () => {
  test.each(['complete', 'throw', 'exit'])('has brought every message when the outcome is known: %s', async (deed) => {
    const posts = 2_000;
    const task = run(openPool(), `${deed} ${posts}`);
    await task.outcome;
    expect(task.heard).toEqual(['here', ...Array.from({ length: posts }, (_, n) => String(n))]);
  });

  test('brings the messages of a thread that was ended in the middle without a gap', async () => {
    const abort = new AbortController();
    const task = run(openPool(), 'spin 2000', abort.signal);
    await task.here;
    abort.abort(new Fault('internal', 'enough'));
    await task.outcome;
    expect(task.heard).toEqual(['here', ...task.heard.slice(1).map((_, n) => String(n))]);
  });

  test('brings messages to the thread, and is harmless when that has ended', async () => {
    const abort = new AbortController();
    const task = run(openPool(), 'wait', abort.signal);
    task.post({ type: 'result', callId: 1, result: null });
    await expect.poll(() => task.heard).toContain('heard result');
    abort.abort(new Fault('internal', 'enough'));
    await task.outcome;
    task.post({ type: 'result', callId: 2, result: null });
  });

  test('is closed whatever became of the job, also when it never reached a thread', async () => {
    // Those of the jobs before are about to be closed.
    await expect.poll(openPorts).toBe(0);
    const pool = openPool(1);
    const [first, second] = [new AbortController(), new AbortController()];
    const running = run(pool, 'wait', first.signal);
    await running.here;
    const waiting = run(pool, 'complete', second.signal);
    second.abort(new Fault('internal', 'not any more'));
    await expect(waiting.outcome).resolves.toMatchObject({ fault: { message: 'not any more' } });
    expect(waiting.heard).toEqual([]);
    first.abort(new Fault('internal', 'enough'));
    await running.outcome;
    await pool.destroy();
    await expect.poll(openPorts).toBe(0);
  });
});

describe('a pool that was destroyed', () => {
  test('has settled what ran', async () => {
    const pool = openPool();
    const task = run(pool, 'spin');
    await task.here;
    await pool.destroy();
    await expect(task.outcome).resolves.toEqual(crashed(expect.any(String)));
  });

  test('starts no thread again', async () => {
    const pool = openPool();
    await pool.destroy();
    await expect(run(pool, 'complete').outcome).resolves.toMatchObject({
      fault: { reason: 'internal', message: 'Cannot run a job: the thread pool is closed' },
    });
    await expect.poll(openPorts).toBe(0);
  });
});
