import { expect, test } from 'vitest';
import { Broker } from '../../src/broker/broker.ts';
import { NO_PAST } from '../../src/broker/past.ts';
import { parts } from './parts.ts';

test('what cannot be cleaned up is logged, and the broker ends all the same', async () => {
  const { publisher, logged } = await parts();
  const brokerParts = {
    config: { settings: {} },
    identity: { brokerId: publisher.brokerId, version: '1' },
    publisher,
    dispatcher: { running: 0, queued: 0, close: () => undefined },
    log: (level: string, message: string) => void logged.push(`${level} ${message}`),
    sweep: () => Promise.reject(new Error('EMFILE: too many open files, scandir "/proc"')),
  };
  const broker = new Broker(brokerParts as never, 0, NO_PAST);

  void broker.end({ cause: 'stopped', message: 'Asked to stop', exitStatus: 0, fault: null });

  await expect(broker.ended).resolves.toMatchObject({ exitStatus: 0, successor: false });
  expect(logged).toContain(
    'error Cannot close what the app-server left behind: EMFILE: too many open files, scandir "/proc"',
  );
});
