import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBroker } from '../../src/client/daemon.ts';
import { BrokerOfOtherVersion } from '../../src/client/other-version.ts';
import { brokerPaths } from '../../src/config/paths.ts';
import { CONTROL_VERSION } from '../../src/contract/control.ts';
import type { BrokerLabel } from '../../src/status/broker-label.ts';
import { self } from '../../src/status/liveness.ts';
import { GONE } from '../status/jobs.ts';
import { tempDir } from '../support/temp.ts';
import { serveControl } from './leaky-broker.ts';

/** What the label of a broker and the hello of whoever listens at its address say of it. */
async function found(labelled: Partial<BrokerLabel>, told: object): Promise<boolean> {
  const directory = tempDir();
  const endpoint = path.join(directory, 'control');
  const events = 'ipc:///nowhere.events';
  const hello = { protocolVersion: CONTROL_VERSION, brokerId: 'broker-1', brokerVersion: '0.0.0', events, ...told };
  await serveControl(endpoint, { hello: () => hello });
  const paths = brokerPaths(directory, '0123456789abcdef');
  mkdirSync(paths.directory, { recursive: true });
  const label: BrokerLabel = {
    process: self(),
    brokerId: 'broker-1',
    version: '0.0.0',
    startedAt: '2026-01-01T00:00:00.000Z',
    endpoint,
    events,
    runTag: 'tag',
    codexPath: '/bin/codex',
    codexHome: '/home/u/.codex',
    ...labelled,
  };
  writeFileSync(paths.label, JSON.stringify(label));
  const client = await findBroker(paths);
  client?.close();
  return client !== null;
}

test.each([
  ['no proof is asked for', {}, {}, true],
  ['the proof is right', { proof: 'a' }, { proof: 'a' }, true],
  ['somebody has taken its address', { proof: 'a' }, { proof: 'b' }, false],
  ['somebody has taken its address and knows of no proof', { proof: 'a' }, {}, false],
])('a broker is found or not: %s', async (_what, labelled, told, isFound) => {
  expect(await found(labelled, told)).toBe(isFound);
});

test('an answer of another version is that of the broker only while its process is there', async () => {
  const told = { protocolVersion: CONTROL_VERSION + 1 };
  await expect(found({}, told)).rejects.toThrow(BrokerOfOtherVersion);
  expect(await found({ process: GONE }, told)).toBe(false);
});
