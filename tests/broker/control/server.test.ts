import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ControlServer } from '../../../src/broker/control/server.ts';
import { tempDir } from '../../support/temp.ts';

vi.mock('node:net', { spy: true });

test('connections that cannot be accepted are logged, however many: the server goes on', async () => {
  const endpoint = path.join(tempDir(), 'control');
  const logged: string[] = [];
  const log = (level: string, message: string) => void logged.push(`${level} ${message}`);
  const control = await ControlServer.listen({ identity: { endpoint } } as never, log, () => undefined);
  onTestFinished(() => control.close());

  const server = vi.mocked(net.createServer).mock.results[0]?.value;
  for (let i = 0; i < 2; i += 1) server.emit('error', new Error('accept EMFILE'));

  expect(logged).toEqual(Array(2).fill('error The control socket failed: accept EMFILE'));
  const client = net.connect(endpoint);
  onTestFinished(() => void client.destroy());
  await once(client, 'connect');
  await vi.waitFor(() => expect(control.clients).toBe(1));
});
