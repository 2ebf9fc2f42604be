import { beforeEach, describe, expect, test } from 'vitest';
import {
  MAX_UNCLAIMED_CHARS,
  MAX_UNCLAIMED_NOTIFICATIONS,
  MAX_UNCLAIMED_THREADS,
  type Received,
  type ThreadListener,
  ThreadRouter,
} from '../../src/broker/router.ts';

class Ear implements ThreadListener {
  readonly lists: string[][] = [];

  deliver(list: readonly Received[]): void {
    this.lists.push(list.map(({ line }) => line));
  }

  notice(): void {}

  decide(): Promise<'decline'> {
    return Promise.resolve('decline');
  }

  get heard(): string[] {
    return this.lists.flat();
  }
}

let router: ThreadRouter;
let ear: Ear;

beforeEach(() => {
  router = new ThreadRouter();
  ear = new Ear();
});

function route(threadId: string, ...methods: string[]): void {
  for (const method of methods) router.route({ method, params: { threadId } }, method);
}

describe('a claimed thread', () => {
  test('stays with its job when another one calls it the thread of a sub-agent', async () => {
    const other = new Ear();
    router.claim('t', ear);
    expect(router.claimChild('t', other)).toBe(false);
    expect(router.claimChild('child', other)).toBe(true);
    expect(router.claimChild('child', other)).toBe(true);
    route('t', 'a');
    route('child', 'b');
    await Promise.resolve();
    expect([ear.heard, other.heard]).toEqual([['a'], ['b']]);
  });

  test('gets what was read at once as one list, in order', async () => {
    router.claim('t', ear);
    route('t', 'a', 'b');
    expect(ear.lists).toEqual([]);
    await Promise.resolve();
    expect(ear.lists).toEqual([['a', 'b']]);
    route('t', 'c');
    router.flush();
    expect(ear.lists).toEqual([['a', 'b'], ['c']]);
    await Promise.resolve();
    expect(ear.lists).toHaveLength(2);
  });

  test('gets what was only passed on together with what was read, each line in its place', async () => {
    const lists: Array<readonly Received[]> = [];
    const listener = Object.assign(new Ear(), { deliver: (list: readonly Received[]) => lists.push(list) });
    router.passOn('t', 'early');
    router.claim('t', listener);
    route('t', 'a');
    router.passOn('t', 'b');
    await Promise.resolve();
    expect(lists).toEqual([
      [{ line: 'early', notification: null }],
      [
        { line: 'a', notification: { method: 'a', params: { threadId: 't' } } },
        { line: 'b', notification: null },
      ],
    ]);
  });

  test('gets nothing of another one, and one listener may have several', async () => {
    const other = new Ear();
    router.claim('t', ear);
    router.claim('child', ear);
    router.claim('u', other);
    route('t', 'a');
    route('u', 'b');
    route('child', 'c');
    await Promise.resolve();
    expect([ear.heard, other.heard]).toEqual([['a', 'c'], ['b']]);
    expect([router.ownerOf('child'), router.ownerOf('u'), router.ownerOf('x')]).toEqual([ear, other, undefined]);
  });
});

describe('what comes before the claim', () => {
  test('is delivered with it, before everything later', async () => {
    route('t', 'a', 'b');
    router.claim('t', ear);
    expect(ear.lists).toEqual([['a', 'b']]);
    route('t', 'c');
    await Promise.resolve();
    expect(ear.heard).toEqual(['a', 'b', 'c']);
  });

  test('is kept up to a bound of characters, the newest first', () => {
    const half = ' '.repeat(MAX_UNCLAIMED_CHARS / 2);
    for (const threadId of ['a', 'b', 'c']) router.route({ method: 'm', params: { threadId } }, half);
    router.route({ method: 'm', params: { threadId: 'd' } }, `${half}${half} `);
    const heard = ['a', 'b', 'c', 'd'].map((threadId) => {
      const one = new Ear();
      router.claim(threadId, one);
      return one.heard.length;
    });
    expect(heard).toEqual([0, 1, 1, 0]);
  });

  test('is bounded for one thread: the first ones are kept', () => {
    for (let n = 0; n < MAX_UNCLAIMED_NOTIFICATIONS + 10; n += 1) route('t', String(n));
    router.claim('t', ear);
    expect(ear.heard).toHaveLength(MAX_UNCLAIMED_NOTIFICATIONS);
    expect(ear.heard[0]).toBe('0');
  });

  test('is bounded in threads: the one that was silent for longest is forgotten', () => {
    route('quiet', 'a');
    route('lively', 'a');
    for (let n = 0; n < MAX_UNCLAIMED_THREADS - 1; n += 1) {
      route(`t${n}`, 'a');
      route('lively', 'b');
    }
    router.claim('quiet', ear);
    expect(ear.heard).toEqual([]);
    router.claim('lively', ear);
    expect(ear.heard).toContain('a');
  });

  test('without a thread is nobody’s', () => {
    router.route({ method: 'configWarning', params: { message: 'x' } }, '');
    router.route({ method: 'account/updated', params: null }, '');
    router.claim('t', ear);
    expect(ear.heard).toEqual([]);
  });
});

describe('a released thread', () => {
  test('is silent at once, for that listener only', async () => {
    const other = new Ear();
    router.claim('t', ear);
    router.claim('u', other);
    route('t', 'a');
    route('u', 'b');
    router.release(ear);
    route('t', 'c');
    await Promise.resolve();
    expect([ear.heard, other.heard]).toEqual([[], ['b']]);
    expect(router.ownerOf('t')).toBeUndefined();
  });

  test('does not tell the next job what still came of the last one', async () => {
    router.claim('t', ear);
    router.release(ear);
    route('t', 'error', 'thread/closed');
    const next = new Ear();
    router.claim('t', next);
    route('t', 'turn/started');
    await Promise.resolve();
    expect(next.heard).toEqual(['turn/started']);
  });

  test('is forgotten some day, like everything', () => {
    router.claim('first', ear);
    router.release(ear);
    for (let n = 0; n < 1_000; n += 1) {
      router.claim(`t${n}`, ear);
      router.release(ear);
    }
    route('first', 'a');
    router.claim('first', ear);
    expect(ear.heard).toEqual(['a']);
  });
});

test('what is about no thread goes to whoever listens for that, until it stops', () => {
  const heard: string[] = [];
  const stop = router.onUnaddressed((method) => heard.push(method));
  router.route({ method: 'import/completed', params: { importId: 'i' } }, '');
  route('t', 'a');
  stop();
  router.route({ method: 'import/completed', params: { importId: 'j' } }, '');
  expect(heard).toEqual(['import/completed']);
});
