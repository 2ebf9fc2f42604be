import { expect, test } from 'vitest';
import type { Family, Metrics } from '../../src/contract/metrics.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { freePort } from '../support/free-port.ts';
import { type ExposedFamily, exposedValue, parseExposition } from '../support/prometheus.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { connectControl } from './control-connection.ts';
import { background, brokerLog, ended, inTurn } from './records.ts';

/** What changes by being looked at. */
const RESTLESS =
  /_(?:control_request_seconds|control_clients|bus_subscribers|broker_worker_threads|broker_memory_bytes|broker_cpu_seconds_total|resident_memory_bytes|event_loop_delay_seconds|app_server_rpc_seconds)$/u;

interface BrokerStatus {
  readonly endpoint: string;
  readonly metrics: Metrics;
  readonly metricsEndpoint: { readonly url: string | null; readonly problem: string | null } | null;
}

function statusOf(rig: Rig, cwd = rig.workspace): Promise<BrokerStatus> {
  return rig.json(['broker', 'status'], { cwd });
}

async function scraped(port: number): Promise<Map<string, ExposedFamily>> {
  return parseExposition(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
}

/** The number of a series; of a histogram, how many there were. */
function figure(
  { families }: Metrics,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const sample = family(families, name).samples.find((candidate) =>
    Object.entries(labels).every(([label, value]) => candidate.labels[label] === value),
  );
  return sample === undefined ? undefined : 'value' in sample ? sample.value : sample.count;
}

function family(families: Metrics['families'], name: string): Family {
  const found = families[`codex_companion_${name}`];
  if (found === undefined) throw new Error(`No metric "${name}"`);
  return found;
}

test('what a broker counts is what has happened, whether it is asked by command or by Prometheus; a lost app-server is told to the next', async () => {
  const port = await freePort();
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1', CODEX_COMPANION_METRICS_PORT: String(port) } });
  const fails = fakePrompt({ do: 'usage', inputTokens: 7, outputTokens: 3 }, { do: 'fail', message: 'no more' });
  await rig.run(['task', 'well']);
  await rig.run(['task', fails]);
  const hangs = await background(rig, 'FAKE:hang');
  const waits = await background(rig, 'waits');
  const { appServer } = await inTurn(rig, hangs);

  const first = (await statusOf(rig)).metrics;
  expect(figure(first, 'jobs_accepted_total', { kind: 'task' })).toBe(4);
  expect(figure(first, 'jobs_finished_total', { outcome: 'completed' })).toBe(1);
  expect(figure(first, 'jobs_finished_total', { outcome: 'turn_failed' })).toBe(1);
  expect([figure(first, 'jobs_running'), figure(first, 'jobs_queued')]).toEqual([1, 1]);
  expect(figure(first, 'tokens_total', { type: 'input' })).toBe(107);
  expect(figure(first, 'app_server_restarts_total')).toBe(0);
  expect(exposedValue(await scraped(port), 'codex_companion_jobs_running')).toBe(1);

  process.kill(appServer.pid, 'SIGKILL');
  expect(await ended(rig, hangs)).toMatchObject({ reason: 'app_server_exited' });
  await ended(rig, waits);
  await rig.run(['task', fails]);

  const { metrics, endpoint, metricsEndpoint } = await statusOf(rig);
  expect(metricsEndpoint).toEqual({ url: `http://127.0.0.1:${port}/metrics`, problem: null });
  expect(figure(metrics, 'jobs_adopted_total', { kind: 'task' })).toBe(1);
  expect(figure(metrics, 'jobs_accepted_total', { kind: 'task' })).toBe(1);
  expect(figure(metrics, 'jobs_finished_total', { outcome: 'completed' })).toBe(1);
  expect(figure(metrics, 'jobs_finished_total', { outcome: 'turn_failed' })).toBe(1);
  expect(figure(metrics, 'jobs_finished_total', { outcome: 'app_server_exited' })).toBeUndefined();
  for (const name of ['job_queue_seconds', 'job_turn_start_seconds', 'turn_end_detection_seconds'])
    expect([name, figure(metrics, name)]).toEqual([name, 2]);
  expect(figure(metrics, 'job_run_seconds', { status: 'completed' })).toBe(1);
  expect(figure(metrics, 'job_run_seconds', { status: 'failed' })).toBe(1);
  expect(figure(metrics, 'tokens_total', { type: 'output' })).toBe(23);
  expect(figure(metrics, 'app_server_up')).toBe(1);
  expect(figure(metrics, 'app_server_rpc_seconds', { method: 'turn/start' })).toBe(2);
  expect(figure(metrics, 'control_request_seconds', { method: 'job/submit' })).toBe(1);
  expect(figure(metrics, 'broker_memory_bytes', { kind: 'resident' })).toBeGreaterThan(1024 * 1024);

  // What the broker before could not be asked any more.
  expect(figure(metrics, 'app_server_restarts_total')).toBe(1);
  expect(figure(metrics, 'app_server_loss_detection_seconds', { reason: 'app_server_exited' })).toBeGreaterThan(0);
  expect(brokerLog(rig)).toMatch(/Recorded the ends of what ran \(1\) in \d+ ms/u);

  // Each event has a number: the last one says how many there were.
  const events = (await rig.run(['events', '--json'])).stdout.trimEnd().split('\n');
  const { seq } = JSON.parse(events.at(-1) ?? '{}');
  const published = family(metrics.families, 'bus_events_published_total').samples;
  expect(published.reduce((sum, sample) => sum + ('value' in sample ? sample.value : 0), 0)).toBe(seq);

  // Only a reader of the bus knows what it has missed.
  const reader = await connectControl(endpoint);
  expect(await reader.ask('events/missed', { count: 3 })).toMatchObject({ result: {} });
  expect(await reader.ask('events/missed', { count: 0 })).toMatchObject({ error: { code: -32602 } });
  expect((await rig.run(['broker', 'status', '--metrics'])).stdout).toContain(
    'gaps that readers told of: 1 (3 events)',
  );

  const [byCommand, byHttp] = [(await statusOf(rig)).metrics, await scraped(port)];
  let compared = 0;
  for (const [name, { samples }] of Object.entries(byCommand.families).filter(([name]) => !RESTLESS.test(name))) {
    for (const { labels, ...sample } of samples) {
      const exposed = 'value' in sample ? sample.value : sample.count;
      expect([name, labels, exposedValue(byHttp, 'value' in sample ? name : `${name}_count`, labels)]).toEqual([
        name,
        labels,
        exposed,
      ]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(30);
});

test('a second broker finds the port taken, says so, and serves all the same', async () => {
  const port = await freePort();
  const rig = await startRig({ env: { CODEX_COMPANION_METRICS_PORT: String(port) } });
  await rig.run(['broker', 'start']);
  const other = rig.otherWorkspace('other');
  expect(await rig.run(['task', 'hello'], { cwd: other })).toMatchObject({ code: 0, stdout: 'fake answer\n' });

  const { metricsEndpoint, metrics } = await statusOf(rig, other);
  expect(metricsEndpoint).toMatchObject({ url: null, problem: expect.stringContaining('somebody else has the port') });
  expect(figure(metrics, 'jobs_finished_total', { outcome: 'completed' })).toBe(1);
  expect((await rig.run(['broker', 'status'], { cwd: other })).stdout).toMatch(
    /^Metrics: Cannot serve metrics at http:/mu,
  );
  expect(exposedValue(await scraped(port), 'codex_companion_jobs_accepted_total', { kind: 'task' })).toBe(0);
});
