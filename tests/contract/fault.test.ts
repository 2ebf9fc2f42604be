import { expect, test } from 'vitest';
import { Fault, messageOf, REASONS } from '../../src/contract/fault.ts';

test('a fault passes the door as it is, whatever reason is offered', () => {
  const fault = new Fault('usage_limit', 'No credits left');
  expect(Fault.from(fault, 'turn_failed')).toBe(fault);
});

test('a foreign error becomes a fault that keeps its sentence and itself as the cause', () => {
  const cause = new TypeError('x is not a function');
  const fault = Fault.from(cause);
  expect(fault).toMatchObject({ reason: 'internal', message: 'x is not a function', cause });
  expect(Fault.from(cause, 'worker_crashed').reason).toBe('worker_crashed');
});

test.each([
  ['a string', 'boom', 'boom'],
  ['nothing', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a number', 7, '7'],
])('%s that was thrown has a sentence', (_what, thrown, sentence) => {
  expect(messageOf(thrown)).toBe(sentence);
  expect(Fault.from(thrown).message).toBe(sentence);
});

test.each(REASONS)('a fault of reason %s crosses a boundary as data', (reason) => {
  const data = new Fault(reason, 'why', { cause: new Error('kept here') }).toData();
  expect(JSON.parse(JSON.stringify(data))).toEqual({ reason, message: 'why' });
});
