import { expect, onTestFinished, test } from 'vitest';
import { EventLoopDelay } from '../../../src/broker/metrics/event-loop-delay.ts';
import { deferred } from '../../../src/util/deferred.ts';

function standStill(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

test('a loop that stood still is seen as late, one that is not looked at any more is not', async () => {
  const late = deferred<void>();
  let looks = 0;
  const delay = new EventLoopDelay((delayMs) => {
    looks += 1;
    if (delayMs > 100) late.resolve();
  });
  onTestFinished(() => delay.stop());
  delay.start();
  delay.start();
  standStill(250);
  await late.promise;

  delay.stop();
  const before = looks;
  standStill(100);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(looks).toBe(before);
});
