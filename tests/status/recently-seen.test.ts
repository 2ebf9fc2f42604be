import { expect, test } from 'vitest';
import type { Observation } from '../../src/status/process-table.ts';
import { BELIEVED_MS, remembering } from '../../src/status/recently-seen.ts';

function seen(startTime: string): Observation {
  return { kind: 'seen', state: 'running', startTime };
}

/** A system with the pid 42, which can be changed, and a clock. */
function system() {
  const world = { there: true, says: seen('1'), asked: 0, nowMs: 0 };
  const ask = () => {
    world.asked += 1;
    return world.says;
  };
  const asked = remembering(
    ask,
    () => world.there,
    () => world.nowMs,
  );
  return { world, ...asked };
}

test('a process that was seen is believed for a moment, and looked for again after it', () => {
  const { world, unlessSeen } = system();
  expect([unlessSeen(42, '1'), unlessSeen(42, '1')]).toEqual([seen('1'), seen('1')]);
  world.nowMs = BELIEVED_MS - 1;
  unlessSeen(42, '1');
  expect(world.asked).toBe(1);
  world.nowMs = BELIEVED_MS;
  world.says = seen('2');
  expect(unlessSeen(42, '1')).toEqual(seen('2'));
  expect(world.asked).toBe(2);
});

test('whoever has to be sure asks each time', () => {
  const { world, now } = system();
  now(42);
  world.says = seen('2');
  expect(now(42)).toEqual(seen('2'));
});

test('a process that is gone is gone at once', () => {
  const { world, unlessSeen } = system();
  unlessSeen(42, '1');
  world.there = false;
  expect(unlessSeen(42, '1')).toEqual({ kind: 'absent' });
});

test('a process that came after the memory of its pid is not taken for a stranger', () => {
  const { world, unlessSeen } = system();
  unlessSeen(42, '1');
  world.says = seen('2');
  expect(unlessSeen(42, '2')).toEqual(seen('2'));
});

test('that nothing could be learned is not remembered', () => {
  const { world, now, unlessSeen } = system();
  now(42);
  world.says = { kind: 'unreadable' };
  expect(now(42)).toEqual({ kind: 'unreadable' });
  expect(unlessSeen(42, '1')).toEqual({ kind: 'unreadable' });
});

test('of each process its own is remembered', () => {
  const { now, unlessSeen } = remembering(
    (pid) => seen(String(pid)),
    () => true,
    () => 0,
  );
  now(1);
  expect([unlessSeen(2, '1'), unlessSeen(1, '1')]).toEqual([seen('2'), seen('1')]);
});
