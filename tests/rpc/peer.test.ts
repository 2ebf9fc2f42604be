import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RpcError } from '../../src/rpc/message.ts';
import { ConnectionClosed, Peer, type PeerOptions } from '../../src/rpc/peer.ts';
import type { SettledRequest } from '../../src/rpc/requests.ts';
import { deferred } from '../../src/util/deferred.ts';
import { type Pair, socketPair } from './pair.ts';

const pairs: Pair[] = [];

afterEach(async () => {
  await Promise.all(pairs.splice(0).map((pair) => pair.dispose()));
});

async function pair(): Promise<Pair> {
  const made = await socketPair();
  pairs.push(made);
  return made;
}

function peerOn(socket: Pair['near'], options: Partial<PeerOptions> = {}): Peer {
  const connection = { readable: socket, writable: socket };
  return new Peer(connection, { name: 'the other', jsonrpc: false, maxLineBytes: 1_000_000, ...options });
}

async function peers(
  near: Partial<PeerOptions> = {},
  far: Partial<PeerOptions> = {},
): Promise<{ near: Peer; far: Peer }> {
  const sockets = await pair();
  return { near: peerOn(sockets.near, near), far: peerOn(sockets.far, far) };
}

const echo: Partial<PeerOptions> = { onRequest: async (method, params) => ({ method, params }) };
const never: Partial<PeerOptions> = { onRequest: () => new Promise(() => undefined) };

describe('requests', () => {
  it('are answered in both directions at once although their ids are the same', async () => {
    const { near, far } = await peers(
      { onRequest: async (method) => `near ${method}` },
      { onRequest: async (method) => `far ${method}` },
    );
    const answers = await Promise.all([near.request('a'), far.request('b'), near.request('c'), far.request('d')]);
    expect(answers).toEqual(['far a', 'near b', 'far c', 'near d']);
  });

  it('are answered in time when the answer had come before this process, stopped or busy, could read it', async () => {
    const sockets = await pair();
    const answer = peerOn(sockets.near).request('ping', {}, { timeoutMs: 20 });
    await once(sockets.far, 'data');
    sockets.far.write('{"id":1,"result":"here"}\n');
    standStill(60);
    await expect(answer).resolves.toBe('here');
  });

  it('are told of once when they are settled, however that is', async () => {
    const settled: SettledRequest[] = [];
    const onSettled = (request: SettledRequest) => void settled.push(request);
    const { near, far } = await peers(
      { onSettled },
      {
        onRequest: async (method) => {
          if (method === 'refused') throw new RpcError(1, 'no');
          return method === 'answered' ? 'yes' : new Promise(() => undefined);
        },
      },
    );
    const asked = [
      near.request('answered'),
      near.request('refused'),
      near.request('late', {}, { timeoutMs: 1 }),
      near.request('cut off'),
    ];
    const results = Promise.allSettled(asked);
    await Promise.allSettled(asked.slice(0, 3));
    far.destroy();
    await results;
    // After the end it is not made any more.
    await expect(near.request('too late')).rejects.toThrow(ConnectionClosed);

    expect(Object.fromEntries(settled.map(({ method, outcome }) => [method, outcome]))).toEqual({
      answered: 'result',
      refused: 'error',
      late: 'timeout',
      'cut off': 'closed',
    });
    expect(settled).toHaveLength(4);
    expect(settled.every(({ durationMs }) => durationMs >= 0)).toBe(true);
  });

  it('always carry params, and "jsonrpc" only when asked to', async () => {
    for (const [jsonrpc, line] of [
      [false, { id: 1, method: 'ping', params: {} }],
      [true, { jsonrpc: '2.0', id: 1, method: 'ping', params: {} }],
    ] as const) {
      const sockets = await pair();
      const peer = peerOn(sockets.near, { jsonrpc });
      const lost = expect(peer.request('ping')).rejects.toThrow(ConnectionClosed);
      const [bytes] = await once(sockets.far, 'data');
      expect(JSON.parse(String(bytes))).toEqual(line);
      peer.destroy();
      await lost;
    }
  });

  it('fail with the code and data of the other side', async () => {
    const { near } = await peers(
      {},
      {
        onRequest: async () => {
          throw new RpcError(-32001, 'Server overloaded', { retry: true });
        },
      },
    );
    await expect(near.request('x')).rejects.toMatchObject({
      name: 'RpcError',
      code: -32001,
      message: 'Server overloaded',
      data: { retry: true },
    });
  });

  it('fail with -32601 where nobody handles them, and with -32603 where the handler throws', async () => {
    const { near } = await peers({}, {});
    await expect(near.request('x')).rejects.toMatchObject({ code: -32601 });
    const other = await peers(
      {},
      {
        onRequest: async () => {
          throw new TypeError('boom');
        },
      },
    );
    await expect(other.near.request('x')).rejects.toMatchObject({ code: -32603, message: 'boom' });
  });

  it('answered with nothing are answered with null', async () => {
    const { near } = await peers({}, { onRequest: async () => undefined });
    expect(await near.request('x')).toBeNull();
  });

  it('time out by name, give their place back, and count their late reply', async () => {
    const late = deferred<unknown>();
    const { near } = await peers(
      { maxInFlight: 1 },
      {
        onRequest: async (method) => (method === 'slow' ? late.promise : 'quick'),
      },
    );
    const onLate = vi.fn();
    await expect(near.request('slow', {}, { timeoutMs: 20, onLate })).rejects.toThrow(
      'No answer from the other to "slow" within 20 ms',
    );
    expect(await near.request('quick')).toBe('quick');
    late.resolve('too late');
    await vi.waitFor(() => expect(near.lateReplies).toBe(1));
    expect(onLate.mock.calls).toEqual([['too late']]);
  });

  it('end in time also while they wait for a place', async () => {
    const { near } = await peers({ maxInFlight: 1 }, never);
    const asked = ['a', 'b'].map((method) => near.request(method, {}, { timeoutMs: 20 }));
    await Promise.all(asked.map((answer) => expect(answer).rejects.toThrow('within 20 ms')));
  });

  it('wait in order when too many are in flight', async () => {
    const seen: string[] = [];
    const gates = new Map<string, () => void>();
    const { near } = await peers(
      { maxInFlight: 2 },
      {
        onRequest: (method) => {
          seen.push(method);
          return new Promise((resolve) => gates.set(method, () => resolve(method)));
        },
      },
    );
    const answers = ['a', 'b', 'c', 'd'].map((method) => near.request(method));
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b']));
    gates.get('b')?.();
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b', 'c']));
    gates.get('a')?.();
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b', 'c', 'd']));
    gates.get('c')?.();
    gates.get('d')?.();
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('all come back when there are thousands of them', async () => {
    const { near } = await peers({}, echo);
    const answers = await Promise.all(Array.from({ length: 5000 }, (_, n) => near.request('n', { n })));
    expect(answers[4999]).toEqual({ method: 'n', params: { n: 4999 } });
  });
});

describe('the end of a connection', () => {
  it('comes after everything that was received, and rejects what is pending', async () => {
    const sockets = await pair();
    const order: string[] = [];
    const near = peerOn(sockets.near, { onNotification: (method) => order.push(method) });
    const pending = near.request('x').catch((error: unknown) => {
      order.push(error instanceof ConnectionClosed ? error.message : 'something else');
    });
    await once(sockets.far, 'data');
    sockets.far.end('{"method":"one"}\n{"method":"two"}\n{"method":"unfinished, but whole"}');
    await near.closed;
    await pending;
    expect(order).toEqual([
      'one',
      'two',
      'unfinished, but whole',
      'No answer to "x": the connection to the other is closed',
    ]);
    await expect(near.request('y')).rejects.toThrow(ConnectionClosed);
    near.notify('z');
  });

  it('is also seen by requests that still wait for a place', async () => {
    const { near, far } = await peers({ maxInFlight: 1 }, never);
    const answers = Promise.allSettled([near.request('a'), near.request('b'), near.request('c')]);
    far.destroy();
    expect((await answers).map((it) => it.status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('by our own hand sends what was written, rejects the pending at once, and delivers nothing more', async () => {
    const got: string[] = [];
    const { near, far } = await peers({}, { ...never, onNotification: (method) => got.push(method) });
    const pending = expect(near.request('x')).rejects.toThrow(ConnectionClosed);
    for (let n = 0; n < 1000; n += 1) near.notify(`n${n}`, { filler: 'x'.repeat(1000) });
    near.close();
    near.close();
    near.notify('after');
    await pending;
    await far.closed;
    expect([got.length, got.at(-1)]).toEqual([1000, 'n999']);
    await near.closed;
  });

  it('does not wait for a reader that never reads', async () => {
    const sockets = await pair();
    sockets.far.pause();
    const near = peerOn(sockets.near);
    for (let n = 0; n < 5000; n += 1) near.notify('n', { filler: 'x'.repeat(1000) });
    near.close();
    await near.closed;
    await vi.waitFor(() => expect(sockets.near.destroyed).toBe(true));
  });

  it('finds a handler that answers later, and nothing is thrown', async () => {
    const answer = deferred<unknown>();
    const asked = deferred<void>();
    const { near, far } = await peers(
      {},
      {
        onRequest: () => {
          asked.resolve();
          return answer.promise;
        },
      },
    );
    const lost = expect(near.request('x')).rejects.toThrow(ConnectionClosed);
    await asked.promise;
    far.close();
    answer.resolve('too late');
    await Promise.all([near.closed, far.closed, lost]);
  });

  it('still sends the answers that were under way when the other side ended its direction', async () => {
    const sockets = await pair();
    const far = peerOn(sockets.far, { onRequest: async () => 'x'.repeat(2_000_000) });
    let received = 0;
    sockets.near.on('data', (chunk) => {
      received += chunk.length;
    });
    sockets.near.write('{"id":1,"method":"big"}\n');
    await vi.waitFor(() => expect(received).toBeGreaterThan(0));
    sockets.near.end();
    await once(sockets.near, 'close');
    expect(received).toBeGreaterThan(2_000_000);
    await far.closed;
  });

  it('is survived by a write to a pipe whose reader is gone, and what was left to read is delivered', async () => {
    const readable = new PassThrough();
    const writable = new PassThrough();
    const seen: string[] = [];
    const peer = new Peer(
      { readable, writable },
      { name: 'app-server', jsonrpc: false, maxLineBytes: 1000, onNotification: (method) => seen.push(method) },
    );
    const pending = peer.request('x').catch((error: unknown) => error);
    writable.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await new Promise((resolve) => writable.once('close', resolve));
    readable.end('{"method":"last words"}\n');
    await peer.closed;
    expect(seen).toEqual(['last words']);
    expect(await pending).toMatchObject({ name: 'ConnectionClosed', cause: { code: 'EPIPE' } });
  });

  it('comes within a second when a write failed and the other side stays silent', async () => {
    const readable = new PassThrough();
    const writable = new PassThrough();
    const peer = new Peer({ readable, writable }, { name: 'app-server', jsonrpc: false, maxLineBytes: 1000 });
    writable.destroy(new Error('write EPIPE'));
    await peer.closed;
    expect(readable.destroyed).toBe(true);
  });
});

describe('what comes in', () => {
  it('is skipped and reported where it is no message, and the rest goes on', async () => {
    const sockets = await pair();
    const garbage: Array<[string, number]> = [];
    const seen: string[] = [];
    const peer = peerOn(sockets.near, {
      maxLineBytes: 100,
      onGarbage: (sample, bytes) => garbage.push([sample.slice(0, 10), bytes]),
      onNotification: (method) => seen.push(method),
    });
    sockets.far.end(`{"method":"a"}\nnot json é\n\n[]\n${'x'.repeat(101)}\n{"method":"b"}\n`);
    await peer.closed;
    expect(seen).toEqual(['a', 'b']);
    expect(garbage).toEqual([
      ['not json é', 11],
      ['[]', 2],
      ['xxxxxxxxxx', 101],
    ]);
  });

  it('is quoted by no more than its beginning where it is no message, also when that is found out elsewhere', async () => {
    const sockets = await pair();
    const garbage: Array<[string, number]> = [];
    const line = 'x'.repeat(10_000);
    const peer = peerOn(sockets.near, {
      maxLineBytes: 20_000,
      onLine: (text) => text.startsWith('{'),
      onGarbage: (sample, bytes) => garbage.push([sample, bytes]),
    });
    sockets.far.end(`${line}\n{taken\n`);
    await peer.closed;
    peer.discard(line);
    expect(garbage).toEqual([
      ['x'.repeat(200), 10_000],
      ['x'.repeat(200), 10_000],
    ]);
  });

  it('moves the moment of the last bytes', async () => {
    const sockets = await pair();
    const seen = deferred<void>();
    const peer = peerOn(sockets.near, { onNotification: () => seen.resolve() });
    const before = peer.lastReceivedAtMs;
    sockets.far.write('{"method":"a"}\n');
    await seen.promise;
    expect(peer.lastReceivedAtMs).toBeGreaterThan(before);
  });

  it('comes in order and complete in a burst of 20,000 notifications', async () => {
    const seen: unknown[] = [];
    const { near, far } = await peers({ onNotification: (_, params) => seen.push(params) }, {});
    for (let n = 0; n < 20_000; n += 1) far.notify('item/agentMessage/delta', n);
    far.close();
    await near.closed;
    expect(seen).toEqual(Array.from({ length: 20_000 }, (_, n) => n));
  });
});

describe('a reader that is too slow', () => {
  it('loses its connection when more than the limit is unsent, and the writer is told', async () => {
    const sockets = await pair();
    sockets.far.pause();
    const overflow = deferred<number>();
    const peer = peerOn(sockets.near, { maxBufferedBytes: 500_000, onOverflow: (bytes) => overflow.resolve(bytes) });
    while (!sockets.near.destroyed) {
      peer.notify('n', { filler: 'x'.repeat(10_000) });
      expect(sockets.near.writableLength).toBeLessThan(520_000);
    }
    expect(await overflow.promise).toBeGreaterThan(500_000);
    await peer.closed;
  });

  it('is not one that merely gets a message larger than the limit', async () => {
    const received = deferred<unknown>();
    const { near } = await peers(
      { maxBufferedBytes: 1000 },
      { onNotification: (_, params) => received.resolve(params) },
    );
    near.notify('big', 'x'.repeat(500_000));
    expect(await received.promise).toHaveLength(500_000);
  });
});

/** As a process does that is stopped: its event loop does not run. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
