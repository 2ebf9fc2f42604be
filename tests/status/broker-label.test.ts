import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type BrokerLabel, readBrokerLabel } from '../../src/status/broker-label.ts';
import { self } from '../../src/status/liveness.ts';
import { tempDir } from '../support/temp.ts';
import { minute } from './jobs.ts';

const label: BrokerLabel = {
  process: self(),
  brokerId: 'broker-1',
  version: '1.0.0',
  startedAt: minute(0),
  endpoint: '/run/x.control',
  events: 'ipc:///run/x.events',
  runTag: 'tag',
  codexPath: '/bin/codex',
  codexHome: '/h',
};

test('a label is read as it was written, whatever later versions add to it', () => {
  const file = path.join(tempDir(), 'broker.json');
  writeFileSync(file, JSON.stringify({ ...label, more: 1 }));
  expect(readBrokerLabel(file)).toEqual(label);
});

test.each([
  ['cut short', JSON.stringify(label).slice(0, 40)],
  ['empty', ''],
  ['of another shape', JSON.stringify({ ...label, process: { pid: 1 } })],
  ['no object', 'null'],
])('a label that is %s counts as none', (_what, content) => {
  const file = path.join(tempDir(), 'broker.json');
  writeFileSync(file, content);
  expect(readBrokerLabel(file)).toBeNull();
});

test('where there is no label there is none', () => {
  expect(readBrokerLabel(path.join(tempDir(), 'broker.json'))).toBeNull();
});
