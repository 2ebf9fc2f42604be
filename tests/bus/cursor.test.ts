import { describe, expect, it } from 'vitest';
import { Cursor, type Scope } from '../../src/bus/cursor.ts';
import { BROKER_ID } from './support.ts';

const START = { v: 1, brokerId: BROKER_ID, seq: 10, streams: { broker: 4, 'job.a': 3 } } as const;

function stepsOf(scope: Scope, positions: readonly (readonly [stream: string, seq: number, streamSeq: number])[]) {
  const cursor = new Cursor(START, scope);
  return positions.map(([stream, seq, streamSeq]) => cursor.advance({ brokerId: BROKER_ID, stream, seq, streamSeq }));
}

const next = { id: 'next' };

describe('a cursor', () => {
  it('over all events asks only that they are numbered without a hole', () => {
    expect(
      stepsOf('global', [
        ['job.a', 11, 4],
        ['broker', 14, 6],
        ['broker', 15, 7],
      ]),
    ).toEqual([next, { id: 'gap', stream: 'all', from: 12, to: 13 }, next]);
  });

  it('over some streams follows each of them and no other', () => {
    expect(
      stepsOf(
        ['job.a', 'job.new'],
        [
          ['job.a', 20, 4],
          ['job.new', 30, 1],
          ['job.a', 31, 6],
          ['broker', 32, 99],
        ],
      ),
    ).toEqual([next, next, { id: 'gap', stream: 'job.a', from: 5, to: 5 }, next]);
  });

  it('over all streams of some topics expects a new stream to begin at 1', () => {
    expect(
      stepsOf('all', [
        ['job.new', 11, 2],
        ['job.newer', 13, 1],
      ]),
    ).toEqual([{ id: 'gap', stream: 'job.new', from: 1, to: 1 }, next]);
  });

  it('knows an event again', () => {
    expect(
      stepsOf('all', [
        ['job.a', 10, 3],
        ['job.a', 11, 4],
        ['job.a', 11, 4],
      ]),
    ).toEqual([{ id: 'duplicate' }, next, { id: 'duplicate' }]);
  });

  it('does not follow another broker', () => {
    const cursor = new Cursor(START, 'global');
    expect(cursor.advance({ brokerId: 'broker-2', stream: 'broker', seq: 1, streamSeq: 1 })).toEqual({
      id: 'otherBroker',
    });
    expect(cursor.seq).toBe(10);
  });
});
