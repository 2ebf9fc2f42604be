import { chmodSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { self } from '../../src/status/liveness.ts';
import { acquire, inspect, type Lock, type LockRequest, tryAcquire } from '../../src/status/lock.ts';
import { eventually } from '../support/eventually.ts';
import { spawnCaptured } from '../support/process.ts';
import { tempDir } from '../support/temp.ts';
import { bundleFixture } from './bundle.ts';

const BROKER: LockRequest = { role: 'broker', holder: 'broker-a' };
const READER: LockRequest = { role: 'reader', holder: 'reader-1' };
const NOBODY = 2 ** 22 + 1;

function taken(directory: string, request: LockRequest): Lock {
  const attempt = tryAcquire(directory, request);
  if (!attempt.ok) throw new Error(`Held by ${JSON.stringify(attempt.heldBy)}`);
  return attempt.lock;
}

function claimName(atMs: number, pid: number): string {
  return `claim.${atMs.toString(36).padStart(9, '0')}.${pid}.abcdefgh`;
}

describe('the lock', () => {
  test('has one holder, who can be asked for, and is free after the release', () => {
    const directory = path.join(tempDir(), 'lock');
    expect(inspect(directory)).toBeNull();
    const lock = taken(directory, BROKER);
    expect(inspect(directory)).toMatchObject({ ...self(), ...BROKER });
    expect(tryAcquire(directory, READER)).toMatchObject({ ok: false, heldBy: BROKER });
    lock.release();
    lock.release();
    expect(inspect(directory)).toBeNull();
    expect(readdirSync(directory)).toEqual([]);
  });

  test('a release that comes twice does not take the lock from the next holder', () => {
    const directory = path.join(tempDir(), 'lock');
    const first = taken(directory, BROKER);
    first.release();
    const second = taken(directory, READER);
    first.release();
    expect(inspect(directory)).toMatchObject(READER);
    second.release();
  });

  test('of a dead process is free, and its claim and half-written files go away', () => {
    const directory = path.join(tempDir(), 'lock');
    mkdirSync(directory, { mode: 0o700 });
    const dead = { ...self(), ...BROKER, startTime: '1', at: '2026-01-01T00:00:00.000Z' };
    writeFileSync(path.join(directory, claimName(1, process.pid)), JSON.stringify(dead));
    writeFileSync(path.join(directory, `${claimName(2, 2 ** 22 + 1)}.${2 ** 22 + 1}-1.tmp`), '');
    expect(inspect(directory)).toBeNull();
    const lock = taken(directory, BROKER);
    expect(readdirSync(directory)).toHaveLength(1);
    lock.release();
  });

  test('whose claim was scribbled on stays held while a process with its pid lives', () => {
    const directory = path.join(tempDir(), 'lock');
    const lock = taken(directory, BROKER);
    for (const name of readdirSync(directory)) truncateSync(path.join(directory, name));
    expect(tryAcquire(directory, READER)).toMatchObject({ ok: false, heldBy: { pid: process.pid, role: 'broker' } });
    lock.release();
    expect(tryAcquire(directory, READER).ok).toBe(true);
  });

  test('whose claim was scribbled on is free once no process has its pid', () => {
    const directory = path.join(tempDir(), 'lock');
    mkdirSync(directory, { mode: 0o700 });
    writeFileSync(path.join(directory, claimName(1, 2 ** 22 + 1)), '{"pid":');
    expect(tryAcquire(directory, READER).ok).toBe(true);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test('with a directory in place of a dead claim is free, and with a file in place of its own directory nobody has it', () => {
    const directory = path.join(tempDir(), 'lock');
    mkdirSync(path.join(directory, claimName(1, NOBODY), 'inside'), { recursive: true });
    chmodSync(directory, 0o700);
    taken(directory, BROKER).release();
    const file = path.join(directory, 'file');
    writeFileSync(file, '');
    expect(inspect(file)).toBeNull();
    expect(() => tryAcquire(file, BROKER)).toThrow('it is not a directory');
  });

  test('files of others in its directory are left alone and mean nothing', () => {
    const directory = path.join(tempDir(), 'lock');
    mkdirSync(directory, { mode: 0o700 });
    writeFileSync(path.join(directory, 'README'), 'hello');
    taken(directory, BROKER).release();
    expect(readdirSync(directory)).toEqual(['README']);
  });
});

describe('waiting for the lock', () => {
  test('a broker waits for a reader', async () => {
    const directory = path.join(tempDir(), 'lock');
    const reader = taken(directory, READER);
    const waiting = acquire(directory, { ...BROKER, timeoutMs: 10_000 });
    setImmediate(() => reader.release());
    expect((await waiting).ok).toBe(true);
  });

  test('gives up at once on a living broker', async () => {
    const directory = path.join(tempDir(), 'lock');
    const lock = taken(directory, BROKER);
    const startedAtMs = performance.now();
    expect(await acquire(directory, { ...BROKER, timeoutMs: 60_000 })).toMatchObject({ ok: false, heldBy: BROKER });
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    lock.release();
  });

  test('ends when its time is up', async () => {
    const directory = path.join(tempDir(), 'lock');
    const lock = taken(directory, READER);
    expect(await acquire(directory, { ...BROKER, timeoutMs: 30 })).toMatchObject({ ok: false, heldBy: READER });
    lock.release();
  });
});

describe('many processes', () => {
  test('that take and release the lock, some of them killed at it, never meet inside', async () => {
    const fixture = bundleFixture('lock-contender');
    const home = tempDir();
    const directory = path.join(home, 'lock');
    const marker = path.join(home, 'inside');
    for (let generation = 0; generation < 3; generation += 1) {
      const contenders = Array.from({ length: 8 }, (_, n) =>
        spawnCaptured(process.execPath, [fixture, directory, marker, '100', n < 3 ? '0.03' : '0'], { env: {} }),
      );
      await Promise.all(contenders.map((contender) => contender.waitForLine(/^ready$/u, 20_000)));
      // At any moment, inside of taking and releasing, too.
      contenders[3]?.kill('SIGKILL');
      const exits = await Promise.all(contenders.map((contender) => contender.exited));
      const transcript = contenders.map((contender) => contender.stdout() + contender.stderr()).join('');
      for (const exit of exits) expect([0, null], transcript).toContain(exit.code);
      expect(transcript).not.toContain('inside');
      expect(exits.filter((exit) => exit.code === 0).length).toBeGreaterThanOrEqual(4);
    }
    taken(directory, BROKER).release();
    expect(readdirSync(directory)).toEqual([]);
  }, 120_000);

  test('that start at once over a dead holder: one gets it, the others learn who', async () => {
    const fixture = bundleFixture('lock-taker');
    for (let round = 0; round < 3; round += 1) {
      const home = tempDir();
      const directory = path.join(home, 'lock');
      const dead = spawnCaptured(process.execPath, [fixture, directory, '/'], { env: {} });
      await dead.waitForLine(/^taken$/u, 20_000);
      dead.kill('SIGKILL');
      await dead.exited;
      const go = path.join(home, 'go');
      const takers = Array.from({ length: 8 }, () =>
        spawnCaptured(process.execPath, [fixture, directory, go], { env: {} }),
      );
      await Promise.all(takers.map((taker) => taker.waitForLine(/^ready$/u, 20_000)));
      writeFileSync(go, '');
      const answers = await Promise.all(takers.map((taker) => taker.waitForLine(/^(?:taken|held)/u, 20_000)));
      expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
      expect(inspect(directory)?.pid).toBe(takers[answers.indexOf('taken')]?.pid);
      for (const taker of takers) taker.kill('SIGKILL');
      await eventually(() => inspect(directory) === null, { withinMs: 5_000, what: 'free lock' });
    }
  }, 60_000);
});
