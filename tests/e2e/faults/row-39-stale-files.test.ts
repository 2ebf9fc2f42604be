import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startRig } from '../../support/rig.ts';
import { background, inTurn, killBroker, labelOf, stateOf } from '../records.ts';

test('row 39: sockets, label and lock of a killed broker are taken over, whoever comes first and however many', async () => {
  const rig = await startRig();
  await rig.run(['broker', 'start']);
  await killBroker(rig);
  const stale = rig.leftovers();
  expect(stale.map((name) => path.extname(name)).sort()).toEqual(
    expect.arrayContaining(['.control', '.events', '.json']),
  );

  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => rig.run(['task', `job ${n}`])));

  expect(answers.map(({ code }) => code)).toEqual(Array(6).fill(0));
  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0, stderr: '' });
  expect(rig.leftovers()).toEqual([]);
});

test('row 39: files in the place of socket, label and lock that are none do not stop anybody', async () => {
  const rig = await startRig();
  await rig.run(['broker', 'start']);
  const endpoint = labelOf(rig)?.endpoint ?? '';
  await killBroker(rig);
  const [key = ''] = readdirSync(path.join(stateOf(rig), 'brokers'));
  const directory = path.join(stateOf(rig), 'brokers', key);
  for (const socket of [endpoint, endpoint.replace(/control$/u, 'events')]) {
    rmSync(socket);
    writeFileSync(socket, 'no socket');
  }
  writeFileSync(path.join(directory, 'broker.json'), '{"process":');
  for (const claim of readdirSync(path.join(directory, 'lock'))) {
    writeFileSync(path.join(directory, 'lock', claim), '\0\0');
  }

  expect(await rig.run(['status'])).toMatchObject({ code: 0 });
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0 });
  expect(rig.leftovers()).toEqual([]);
});

test('row 39: of a broker that was killed while a job could write, "broker stop" leaves no claim, also when others have settled the job', async () => {
  const rig = await startRig();
  const jobId = await background(rig, 'FAKE:hang', ['--write']);
  await inTurn(rig, jobId);
  await killBroker(rig);
  expect(rig.leftovers().join(' ')).toContain('writer-lock/claim.');

  expect(await rig.run(['status', jobId])).toMatchObject({ stdout: expect.stringContaining('broker_lost') });
  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0 });
  expect(rig.leftovers()).toEqual([]);
});
