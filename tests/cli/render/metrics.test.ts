import { expect, test } from 'vitest';
import { BrokerMetrics } from '../../../src/broker/metrics/broker-metrics.ts';
import { metricsLines } from '../../../src/cli/render/metrics.ts';

const SINCE = new Date(2026, 10, 25, 14, 5);
const NOW = SINCE.getTime() + 2 * 3_600_000;

test('a summary of what a broker has counted and measured', () => {
  const metrics = new BrokerMetrics(SINCE);
  const { registry } = metrics;
  registry.add('jobsAccepted', { kind: 'task' }, 12);
  registry.add('jobsAccepted', { kind: 'review' }, 3);
  registry.add('jobsFinished', { kind: 'task', outcome: 'completed' }, 9);
  registry.add('jobsFinished', { kind: 'review', outcome: 'completed' }, 3);
  registry.add('jobsFinished', { kind: 'task', outcome: 'usage_limit' });
  for (let n = 0; n < 9; n += 1) registry.observe('queueSeconds', { kind: 'task' }, 0.02);
  registry.observe('queueSeconds', { kind: 'review' }, 40);
  registry.observe('turnEndDetection', {}, 0.002);
  registry.observe('turnEndDetection', {}, 100);
  registry.add('tokens', { type: 'input' }, 1_000);
  registry.add('tokens', { type: 'cached_input' }, 400);
  registry.add('tokens', { type: 'output' }, 50);
  registry.set('appServerUp', {}, 1);
  registry.set('appServerStartSeconds', {}, 0.056);
  registry.set('appServerMemory', {}, 110 * 1024 * 1024);
  registry.set('appServerRestarts', {}, 2);
  registry.set('appServerLossDetection', { reason: 'app_server_exited' }, 0.012);
  registry.add('appServerRpcFailures', { outcome: 'timeout' }, 2);
  registry.set('memory', { kind: 'resident' }, 78 * 1024 * 1024);
  registry.set('cpuSeconds', { mode: 'user' }, 1.5);
  registry.set('cpuSeconds', { mode: 'system' }, 0.5);
  metrics.gapReported(4);

  expect(metricsLines(metrics.collect(), NOW)).toEqual([
    'Since 14:05 (2h ago):',
    '  Jobs: 15 accepted, 0 taken over; ended: 12 completed, 1 usage_limit',
    '  Attempts lost: none',
    '  Waited for their turn: half within 25ms, 95% within 1m (10)',
    '  Ran: none',
    '  End of a turn recorded after it was told: half within 2.5ms, 95% above 30s (2)',
    '  Tokens: 1,050 (1,000 in, of which 400 cached; 50 out)',
    '  App-server: up, started in 56ms, 110 MB resident; lost before this one: 2 (the last: app_server_exited, noticed and recorded in 12ms)',
    '  Its answers: none; without a result: 2 timeout',
    '  Events: 0 published, 0 unsent; gaps that readers told of: 1 (4 events)',
    '  Broker: 78 MB resident, 2s of processor time; timers late: none',
  ]);
});
