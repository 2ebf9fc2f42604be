import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clearAbandoned } from '../../src/status/leftovers.ts';
import { deadClaims, tryAcquire } from '../../src/status/lock.ts';
import { tempDir } from '../support/temp.ts';
import { GONE, minute } from './jobs.ts';

test('what a broker has left is cleared away under its lock, which is free afterwards', async () => {
  const { files, lock, everything } = place();
  let held = false;

  const cleared = await clearAbandoned(files, {
    lock,
    timeoutMs: 1_000,
    also: () => {
      held = readdirSync(lock).length === 1;
    },
  });

  expect({ cleared, held }).toEqual({ cleared: true, held: true });
  expect(everything.filter((file) => existsSync(file))).toEqual([]);
  expect(readdirSync(lock)).toEqual([]);
});

test('its sockets are found where it had them, whatever folder they would be in by now; nothing else there is touched', async () => {
  const { files, lock } = place();
  const elsewhere = tempDir();
  const at = (name: string) => path.join(elsewhere, name);
  await listenAt(at('x.control'), at('other.control'));
  writeFileSync(at('x.events'), 'no socket');
  const label = { process: GONE, brokerId: 'b', version: '1', startedAt: minute(0), endpoint: at('x.control') };
  const rest = {
    events: `ipc://${at('x.events')}`,
    runTag: `tag-${process.pid}`,
    codexPath: '/codex',
    codexHome: '/h',
  };
  writeFileSync(files.paths.label, JSON.stringify({ ...label, ...rest }));

  expect(await clearAbandoned(files, { lock, timeoutMs: 1_000 })).toBe(true);

  expect(readdirSync(elsewhere).sort()).toEqual(['other.control', 'x.events']);
});

test('while a broker has the lock nothing is touched', async () => {
  const { files, lock, everything } = place();
  const attempt = tryAcquire(lock, { role: 'broker', holder: 'broker-1' });

  expect(await clearAbandoned(files, { lock, timeoutMs: 1_000 })).toBe(false);

  expect(everything.filter((file) => !existsSync(file))).toEqual([]);
  if (attempt.ok) attempt.lock.release();
});

test('only the claims of those who are gone are dead', () => {
  const { lock } = place();
  const attempt = tryAcquire(lock, { role: 'broker', holder: 'broker-1' });
  const claim = { bootId: 'another-boot', pid: 4121, startTime: '1', role: 'broker', holder: 'b', at: 'then' };
  const dead = 'claim.0mwvihaql.4121.abcdefgh';
  writeFileSync(path.join(lock, dead), JSON.stringify(claim));
  writeFileSync(path.join(lock, 'something else'), '');

  expect(deadClaims(lock)).toEqual([dead]);
  expect(deadClaims(path.join(lock, 'nowhere'))).toEqual([]);
  if (attempt.ok) attempt.lock.release();
});

async function listenAt(...files: string[]): Promise<void> {
  for (const file of files) {
    const server = createServer().listen(file);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
  }
}

function place() {
  const root = tempDir();
  const at = (name: string) => path.join(root, name);
  const files = {
    paths: { label: at('broker.json'), limits: at('limits.json'), threads: at('threads'), programs: at('programs') },
    sockets: { control: at('x.control'), events: at('x.events') },
  };
  const lock = at('lock');
  mkdirSync(lock, { mode: 0o700 });
  for (const folder of [files.paths.threads, files.paths.programs]) mkdirSync(folder);
  for (const file of [files.paths.label, files.paths.limits, ...Object.values(files.sockets)]) writeFileSync(file, '');
  return { files, lock, everything: [...Object.values(files.paths), ...Object.values(files.sockets)] };
}
