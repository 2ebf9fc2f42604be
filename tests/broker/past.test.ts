import { expect, test } from 'vitest';
import { NO_PAST, pastAfter, readPast } from '../../src/broker/past.ts';

test('each app-server that is lost is one more, and the last loss that took jobs along is remembered', () => {
  const once = pastAfter(NO_PAST, 'app_server_exited', 12);
  expect(once).toEqual({ restarts: 1, loss: { reason: 'app_server_exited', detectedInMs: 12 } });
  const idle = pastAfter(once, 'app_server_unresponsive', null);
  expect(idle).toEqual({ ...once, restarts: 2 });
  expect(pastAfter(idle, 'app_server_unresponsive', 15_000)).toMatchObject({
    restarts: 3,
    loss: { reason: 'app_server_unresponsive' },
  });
});

test.each(['broker_lost', 'internal', 'app_server_start_failed'])('%s is no loss of an app-server', (reason) => {
  expect(pastAfter(NO_PAST, reason, 5)).toBe(NO_PAST);
});

test('what the next broker is told it reads; anything else is no past', () => {
  const past = pastAfter(NO_PAST, 'app_server_exited', 12.5);
  expect(readPast(JSON.stringify(past))).toEqual(past);
  for (const text of ['', 'null', '{}', '{"restarts":"1","loss":null}', '{"restarts":1,"loss":{"reason":"else"}}'])
    expect(readPast(text)).toBe(NO_PAST);
});
