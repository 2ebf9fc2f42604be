import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { stateOf } from './records.ts';

const LONG = 1024 * 1024;

test("a broker's log that has become long is set aside once when the next broker starts", async () => {
  const rig = await startRig();
  await rig.run(['task', 'first']);
  await rig.run(['broker', 'stop']);
  const brokers = path.join(stateOf(rig), 'brokers');
  const [key = ''] = readdirSync(brokers);
  const log = path.join(brokers, key, 'broker.log');
  for (const filler of ['x', 'y']) {
    appendFileSync(log, `${filler.repeat(LONG)}\n`);
    await rig.run(['task', 'next']);
    await rig.run(['broker', 'stop']);

    expect(readFileSync(`${log}.old`, 'utf8')).toContain(filler.repeat(LONG));
    expect(statSync(log).size).toBeLessThan(LONG);
    expect(readFileSync(log, 'utf8')).toContain('serves');
  }
  expect(readdirSync(path.join(brokers, key)).filter((name) => name.startsWith('broker.log'))).toHaveLength(2);
});
