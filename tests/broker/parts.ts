import path from 'node:path';
import { onTestFinished } from 'vitest';
import { Ledger } from '../../src/broker/ledger.ts';
import { EventPublisher } from '../../src/bus/publisher.ts';
import type { Envelope } from '../../src/contract/event.ts';
import { JobStore } from '../../src/status/store.ts';
import { tempDir } from '../support/temp.ts';

/** The real parts below a broker's jobs, in a directory of the running test. */
export async function parts(options: { readonly directory?: string; readonly brokerId?: string } = {}) {
  const directory = options.directory ?? path.join(tempDir(), 'workspace');
  const brokerId = options.brokerId ?? 'broker-new00000';
  const publisher = await EventPublisher.bind(path.join(tempDir(), 'events'), brokerId);
  onTestFinished(() => publisher.close({ lingerMs: 0 }));
  const store = JobStore.open(directory);
  const logged: string[] = [];
  const ledger = new Ledger(store, publisher, (level, message) => logged.push(`${level} ${message}`));
  onTestFinished(() => ledger.close());
  const published: Envelope[] = [];
  publisher.tap((envelope) => void published.push(envelope));
  return { directory, brokerId, publisher, store, ledger, published, logged };
}

export function typesOf(published: readonly Envelope[]): string[] {
  return published.map(({ event }) => event.type);
}
