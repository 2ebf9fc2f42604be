import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EXIT, exitCodeForError } from '../../src/cli/exit-codes.ts';
import { BrokerAbsent, BrokerUnresponsive, ControlClient } from '../../src/client/control-client.ts';
import { BrokerOfOtherVersion } from '../../src/client/other-version.ts';
import { CONTROL_ERRORS, CONTROL_VERSION } from '../../src/contract/control.ts';
import { VERSION } from '../../src/contract/version.ts';
import { RPC_ERRORS, RpcError } from '../../src/rpc/message.ts';
import { deferred } from '../../src/util/deferred.ts';
import { tempDir } from '../support/temp.ts';
import { serveControl } from './leaky-broker.ts';

const HELLO = {
  protocolVersion: CONTROL_VERSION,
  brokerId: 'broker-late',
  brokerVersion: '0.0.0',
  events: 'ipc://x',
};

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

const RESTART = 'run "codex-companion broker restart --force" to replace it, which ends its jobs';
const NEWER = CONTROL_VERSION + 1;
const OLDER = CONTROL_VERSION - 1;

describe('a broker of another version is told by its name', () => {
  const speaks = (version: number) => `it speaks protocol ${version}, this codex-companion ${VERSION} speaks 1`;
  const unreadable = `: what it answers is not the protocol 1 of this codex-companion ${VERSION} (${RESTART})`;
  const refusal = { protocolVersion: OLDER, brokerVersion: '0.0.1' };

  test.each<[string, object, string]>([
    [
      'newer',
      { result: { ...HELLO, protocolVersion: NEWER } },
      ` (0.0.0): ${speaks(NEWER)} (update codex-companion, or`,
    ],
    ['older', { result: { ...HELLO, protocolVersion: OLDER } }, ` (0.0.0): ${speaks(OLDER)} (${RESTART})`],
    ['newer, with another hello', { result: { protocolVersion: NEWER, brokerVersion: { major: 2 } } }, unreadable],
    ['newer, with little in its hello', { result: { protocolVersion: NEWER } }, `: ${speaks(NEWER)} (update`],
    [
      'refusing, and says which',
      refused(CONTROL_ERRORS.versionMismatch, refusal),
      ` (0.0.1): ${speaks(OLDER)} (${RESTART})`,
    ],
    ['refusing', refused(CONTROL_ERRORS.versionMismatch), unreadable],
    ['without such a hello', refused(RPC_ERRORS.methodNotFound), unreadable],
    ['whose hello needs more', refused(RPC_ERRORS.invalidParams), unreadable],
    [
      'by its words ours, by its hello not',
      { result: { protocolVersion: CONTROL_VERSION, id: 'broker-1' } },
      unreadable,
    ],
    ['answering in a word', { result: 'hello' }, unreadable],
    ['answering with nothing', { result: null }, unreadable],
  ])('%s', async (_name, answer, said) => {
    const { endpoint } = await brokerSaying(answer);
    const error = await ControlClient.connect(endpoint).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BrokerOfOtherVersion);
    expect(error).toMatchObject({ code: 'broker_incompatible', message: expect.stringContaining(said) });
    expect(exitCodeForError(error)).toBe(EXIT.brokerUnreachable);
  });

  test('also by a later answer', async () => {
    const endpoint = path.join(tempDir(), 'control');
    await serveControl(endpoint, { hello: () => HELLO, 'job/live': () => ({ jobs: 'none' }) });
    const client = await ControlClient.connect(endpoint);

    const error = await client.call('job/live', {}).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(BrokerOfOtherVersion);
    expect(error).toMatchObject({ message: expect.stringContaining(unreadable) });
  });

  test('and one that only failed is none', async () => {
    const { endpoint } = await brokerSaying(refused(RPC_ERRORS.internalError));
    await expect(ControlClient.connect(endpoint)).rejects.toThrow(RpcError);
  });

  test('what it says of itself cannot play with the terminal', async () => {
    const brokerVersion = `\u001b[2J${'9'.repeat(1_000)}\n`;
    const { endpoint } = await brokerSaying({ result: { protocolVersion: NEWER, brokerVersion } });
    const error = await ControlClient.connect(endpoint).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/another version \(9{38,40}…?\): it speaks/u);
  });
});

function refused(code: number, data?: object): object {
  return { error: { code, message: 'no', ...(data === undefined ? {} : { data }) } };
}

/** Answers hello at once. */
async function brokerSaying(answer: object) {
  const broker = await lateBroker(answer);
  broker.connected.then(() => broker.answer());
  return broker;
}

/** Takes a connection, and answers its hello when told to. */
async function lateBroker(outcome: object = { result: HELLO }) {
  const endpoint = path.join(tempDir(), 'late.control');
  const sockets = new Set<Socket>();
  const connected = deferred<void>();
  const server = createServer((socket) => {
    sockets.add(socket);
    connected.resolve();
  });
  await new Promise<void>((resolve) => server.listen(endpoint, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const answer = () => {
    for (const socket of sockets) socket.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, ...outcome })}\n`);
  };
  return { endpoint, connected: connected.promise, answer };
}
