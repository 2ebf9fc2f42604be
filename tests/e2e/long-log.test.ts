import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { olderPartOf } from '../../src/status/log-place.ts';
import { MAX_LOG_BYTES } from '../../src/status/log-writer.ts';
import { BOUND_MS } from '../support/rig.ts';
import { background, ended, recordOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const TEXT = 'x'.repeat(900_000);
/** A little more than the newer part of a log holds. */
const MESSAGES = Math.ceil(MAX_LOG_BYTES / 2 / TEXT.length) + 2;

test('a log that has become too long is begun anew, and whoever follows it sees every line once', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const follower = rig.start(['logs', '-f', id]);
  await follower.waitForLine(/Turn started/u, BOUND_MS);

  for (let n = 0; n < MESSAGES; n += 1) await turn.run({ do: 'say', text: `message ${n} ${TEXT}` });
  turn.send({ do: 'finish', text: 'the end' });

  expect(await follower.exited).toEqual({ code: 0, signal: null });
  await ended(rig, id);
  const log = recordOf(rig, id)?.logFile ?? '';
  expect(existsSync(olderPartOf(log))).toBe(true);
  expect(statSync(log).size + statSync(olderPartOf(log)).size).toBeLessThan(MAX_LOG_BYTES);
  const whole = (await rig.run(['logs', id])).stdout;
  expect(follower.stdout() === whole).toBe(true);
  expect([...whole.matchAll(/^message (\d+) /gmu)].map(([, n]) => Number(n))).toEqual(
    Array.from({ length: MESSAGES }, (_, n) => n),
  );
  expect(whole.match(/The log was too long and goes on here/gu)).toHaveLength(1);
  expect((await rig.run(['logs', id, '-n', '1'])).stdout).toBe('the end\n');
}, 120_000);
