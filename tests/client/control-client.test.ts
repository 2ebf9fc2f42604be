import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BrokerAbsent, BrokerUnresponsive, ControlClient } from '../../src/client/control-client.ts';
import { CONTROL_VERSION } from '../../src/contract/control.ts';
import { tempDir } from '../support/temp.ts';

test('a broker that is busy is waited for', async () => {
  const late = await lateBroker();
  const client = await ControlClient.connect(late.endpoint, {
    mayBeBusy: () => {
      late.answer();
      return true;
    },
  });
  expect(client.hello.brokerId).toBe('broker-late');
  client.close();
});

test('a broker that is suspended is not waited for', async () => {
  const { endpoint } = await lateBroker();
  await expect(ControlClient.connect(endpoint, { mayBeBusy: () => false })).rejects.toThrow(BrokerUnresponsive);
});

test('a socket where nobody listens is no broker', async () => {
  await expect(ControlClient.connect(path.join(tempDir(), 'nobody.control'))).rejects.toThrow(BrokerAbsent);
});

/** Takes a connection, and answers its hello when told to. */
async function lateBroker() {
  const endpoint = path.join(tempDir(), 'late.control');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(endpoint, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const result = {
    protocolVersion: CONTROL_VERSION,
    brokerId: 'broker-late',
    brokerVersion: '0.0.0',
    events: 'ipc://x',
  };
  const answer = () => {
    for (const socket of sockets) socket.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, result })}\n`);
  };
  return { endpoint, answer };
}
