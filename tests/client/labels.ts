import { mkdirSync, writeFileSync } from 'node:fs';
import type { BrokerPaths } from '../../src/config/paths.ts';
import type { BrokerLabel } from '../../src/status/broker-label.ts';
import { self } from '../../src/status/liveness.ts';

/** What says that this very process is the broker of `paths`, and listens at `endpoint`. */
export function leaveLabel(paths: BrokerPaths, endpoint: string, events = 'ipc://nowhere'): void {
  const label: BrokerLabel = {
    process: self(),
    brokerId: 'broker-00000001',
    version: '0',
    startedAt: '2026-01-01T00:00:00.000Z',
    endpoint,
    events,
    runTag: 'tag',
    codexPath: '/bin/codex',
    codexHome: '/home/u/.codex',
  };
  mkdirSync(paths.directory, { recursive: true });
  writeFileSync(paths.label, JSON.stringify(label));
}
