import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_REQUEST_BYTES, MAX_UNSENT_BYTES } from '../../src/broker/control/server.ts';
import { ControlClient } from '../../src/client/control-client.ts';
import { workspaceDirectory } from '../../src/config/paths.ts';
import { isJobId } from '../../src/contract/ids.ts';
import { JobStore } from '../../src/status/store.ts';
import { eventually } from '../support/eventually.ts';
import { BOUND_MS, type OpenRig, openRig, type Rig } from '../support/rig.ts';
import { filesUnder } from '../support/temp.ts';
import { HELLO, hostileBatch } from './control-requests.ts';
import { fuzz, samples } from './fuzz.ts';
import { RawClient } from './raw-client.ts';

/** A quiet broker has 70 MB, one with a thread for each of eight jobs 170; the rest is what garbage comes to meanwhile. */
const MAX_RSS_MB = 512;
const MB = 1024 * 1024;

let open: OpenRig;
let rig: Rig;
let steady: ControlClient;
let pid: number;

beforeAll(async () => {
  open = await openRig();
  rig = open.rig;
  const { endpoint } = await rig.json<{ endpoint: string }>(['broker', 'start']);
  steady = await ControlClient.connect(endpoint);
  pid = (await steady.call('broker/status', {})).pid;
});

afterAll(async () => {
  steady.close();
  await open.close();
});

test('whatever a client sends, others are answered, and memory stays bounded', async () => {
  const property = fc.asyncProperty(fc.boolean(), hostileBatch, fc.boolean(), async (greets, bytes, patient) => {
    const client = (await RawClient.open(steady.endpoint)).listen();
    if (greets) client.send(greeting());
    client.send(bytes);
    if (patient) await client.finish();
    else client.drop();
    await expectServing();
  });
  await fuzz(property, { runs: 150 });
});

test('ten thousand requests at once are answered one by one', async () => {
  const client = (await RawClient.open(steady.endpoint)).listen();
  client.send(greeting());
  const ping = (id: number) => `${JSON.stringify({ id, method: 'broker/ping', params: {} })}\n`;
  client.send(Array.from({ length: 10_000 }, (_, id) => ping(id)).join(''));
  await client.finish();
  expect(client.lines).toHaveLength(10_001);
  await expectServing();
});

test('connections that say nothing, or half a word, hold nobody up and leave nothing', async () => {
  const clients = await Promise.all(Array.from({ length: 200 }, () => RawClient.open(steady.endpoint)));
  for (const [index, client] of clients.entries()) client.send(greeting().slice(0, index));
  await expectServing();
  for (const client of clients) client.drop();
  await eventually(async () => (await steady.call('broker/status', {})).clients === 1, {
    withinMs: BOUND_MS,
    what: 'broker with one client',
  });
});

test('a request that is too long is dropped, and the connection goes on', async () => {
  const client = (await RawClient.open(steady.endpoint)).listen();
  client.send(`${'x'.repeat(MAX_REQUEST_BYTES + 1)}\n${greeting()}`);
  await client.finish();
  expect(client.lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ result: expect.anything() }),
  ]);
  await expectServing();
});

test('a client that does not read its answers is cut off', async () => {
  const client = await RawClient.open(steady.endpoint);
  client.send(greeting());
  const long = `${JSON.stringify({ id: 1, method: 'x'.repeat(MB) })}\n`;
  for (let sent = 0; sent < 3 * MAX_UNSENT_BYTES; sent += long.length) client.send(long);
  await client.closed;
  await expectServing();
});

test('at the end every job that was accepted has ended, and nothing lies where it should not', async () => {
  await eventually(async () => (await steady.call('job/live', {})).jobs.length === 0, {
    withinMs: BOUND_MS,
    what: 'broker without jobs',
  });
  expect(await rig.run(['task', 'hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  const state = workspaceDirectory(rig.stateDir, realpathSync(rig.workspace));
  const store = JobStore.open(state);
  expect(store.list().filter(({ id }) => !isJobId(id))).toEqual([]);
  expect(store.damaged).toEqual([]);
  const root = path.dirname(rig.stateDir);
  const expected = new RegExp(
    `^(?:fake\\.jsonl|codex-home/.*|run/[0-9a-f]+\\.(?:control|events)|${path.relative(root, state)}/` +
      '(?:finished/[0-9a-z]{9}\\.[0-9a-z]{1,8}(?:\\.[0-9a-z-]+){1,2}\\.json|logs/[0-9a-z-]+\\.log|seen/[0-9a-z-]+|brokers/[0-9a-f]+/(?:broker\\.(?:json|log)|lock/claim\\..*|threads/[a-z-]+\\.[cm]js)))$',
    'u',
  );
  expect(filesUnder(root).filter((file) => !expected.test(file))).toEqual([]);
});

function greeting(): string {
  return `${JSON.stringify(samples(HELLO, 1)[0])}\n`;
}

async function expectServing(): Promise<void> {
  expect(await steady.call('broker/ping', {})).toEqual({});
  expect(rssMb()).toBeLessThan(MAX_RSS_MB);
}

function rssMb(): number {
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
