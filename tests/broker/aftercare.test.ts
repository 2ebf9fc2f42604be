import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { AFTERCARE_STEP_MS, endTurn, giveBack, interrupt, keepName } from '../../src/broker/aftercare.ts';
import { RpcError } from '../../src/rpc/message.ts';
import { Peer } from '../../src/rpc/peer.ts';

afterEach(() => void vi.useRealTimers());

type Answer = (method: string, params: unknown) => unknown;

const never = new Promise<never>(() => undefined);

/** Our peer of an app-server that answers as `answer` does, and what it was asked. */
function appServer(answer: Answer) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const asked: string[] = [];
  const options = { jsonrpc: false, maxLineBytes: 1_000_000 };
  const far = new Peer(
    { readable: up, writable: down },
    {
      ...options,
      name: 'the broker',
      onRequest: async (method, params) => {
        asked.push(`${method} ${JSON.stringify(params)}`);
        return answer(method, params);
      },
    },
  );
  const peer = new Peer({ readable: down, writable: up }, { ...options, name: 'the app-server' });
  onTestFinished(() => {
    peer.destroy();
    far.destroy();
  });
  return { peer, far, asked };
}

function turnIdIn(params: unknown): unknown {
  return typeof params === 'object' && params !== null && 'turnId' in params ? params.turnId : undefined;
}

function refuseNamedTurns(method: string, params: unknown): unknown {
  if (method === 'turn/interrupt' && turnIdIn(params) !== '') throw new RpcError(-32600, 'expected active turn id y');
  return {};
}

const thread = { threadId: 'root', turnId: 'turn', childThreadIds: ['c1', 'c2'] };

describe('an interrupt', () => {
  test('names the turn, and that is enough', async () => {
    const { peer, asked } = appServer(() => ({}));
    await expect(interrupt(peer, 'root', 'turn')).resolves.toBe(true);
    expect(asked).toEqual(['turn/interrupt {"threadId":"root","turnId":"turn"}']);
  });

  test('falls back to whatever turn is active when the name is refused', async () => {
    const { peer, asked } = appServer(refuseNamedTurns);
    await expect(interrupt(peer, 'root', 'x')).resolves.toBe(true);
    expect(asked).toEqual([
      'turn/interrupt {"threadId":"root","turnId":"x"}',
      'turn/interrupt {"threadId":"root","turnId":""}',
    ]);
  });

  test('means the active turn when the turn has no name yet', async () => {
    const { peer, asked } = appServer(() => ({}));
    await interrupt(peer, 'root', null);
    expect(asked).toEqual(['turn/interrupt {"threadId":"root","turnId":""}']);
  });

  test('that is refused twice, or has nobody to go to, is not confirmed', async () => {
    const refusing = appServer(() => {
      throw new RpcError(-32600, 'no');
    });
    await expect(interrupt(refusing.peer, 'root', 'turn')).resolves.toBe(false);
    const gone = appServer(() => ({}));
    gone.far.destroy();
    gone.peer.destroy();
    await expect(interrupt(gone.peer, 'root', 'turn')).resolves.toBe(false);
  });
});

describe('ending a turn', () => {
  test('interrupts it and its sub-agents first, then ends the commands of all of them', async () => {
    const { peer, asked } = appServer(() => ({}));
    await expect(endTurn(peer, thread)).resolves.toEqual({ attempted: true, confirmed: true });
    expect(asked.slice(0, 3)).toEqual([
      'turn/interrupt {"threadId":"root","turnId":"turn"}',
      'turn/interrupt {"threadId":"c1","turnId":""}',
      'turn/interrupt {"threadId":"c2","turnId":""}',
    ]);
    expect(asked.slice(3)).toEqual(
      ['root', 'c1', 'c2'].map((id) => `thread/backgroundTerminals/clean {"threadId":"${id}"}`),
    );
  });

  test('is confirmed also when nothing but the interrupt is understood', async () => {
    const { peer } = appServer((method) => {
      if (method !== 'turn/interrupt') throw new RpcError(-32601, 'unknown');
      return {};
    });
    await expect(endTurn(peer, thread)).resolves.toEqual({ attempted: true, confirmed: true });
  });

  test('takes one bound and no more where nobody answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { peer, asked } = appServer(() => never);
    const ended = endTurn(peer, thread);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    await vi.advanceTimersByTimeAsync(AFTERCARE_STEP_MS);
    await expect(ended).resolves.toEqual({ attempted: true, confirmed: false });
    expect(asked).toHaveLength(3);
  });
});

test('a thread keeps its name where Codex takes one, and one that takes none is no fault', async () => {
  const named = appServer(() => ({}));
  await keepName(named.peer, 'root', 'Codex Companion Task: hello');
  expect(named.asked).toEqual(['thread/name/set {"threadId":"root","name":"Codex Companion Task: hello"}']);
  const { peer } = appServer(() => {
    throw new RpcError(-32601, 'unknown');
  });
  await expect(keepName(peer, 'root', 'x')).resolves.toBeUndefined();
});

describe('giving threads back', () => {
  test('ends what is left of sub-agents and commands, and unsubscribes every thread last', async () => {
    const { peer, asked } = appServer(() => ({}));
    await giveBack(peer, thread);
    expect(asked.map((call) => call.replace(/ .*"threadId":"(\w+)".*/u, ' $1'))).toEqual([
      'turn/interrupt c1',
      'turn/interrupt c2',
      'thread/backgroundTerminals/clean root',
      'thread/backgroundTerminals/clean c1',
      'thread/backgroundTerminals/clean c2',
      'thread/unsubscribe root',
      'thread/unsubscribe c1',
      'thread/unsubscribe c2',
    ]);
  });

  test('goes on after every refusal', async () => {
    const { peer, asked } = appServer(() => {
      throw new RpcError(-32601, 'unknown');
    });
    await giveBack(peer, thread);
    expect(asked.filter((call) => call.startsWith('thread/unsubscribe'))).toHaveLength(3);
  });

  test('is bounded where nobody answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { peer } = appServer(() => never);
    let over = false;
    const done = giveBack(peer, thread).then(() => {
      over = true;
    });
    for (let step = 0; step < 3; step += 1) {
      expect(over).toBe(false);
      await vi.advanceTimersByTimeAsync(AFTERCARE_STEP_MS);
    }
    await done;
  });
});
