import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { WriterLane } from '../../src/broker/writer-lane.ts';
import type { ActiveJob, RunningJob } from '../../src/contract/job.ts';
import { self } from '../../src/status/liveness.ts';
import { GONE, runningJob } from '../status/jobs.ts';
import { tempDir } from '../support/temp.ts';

function lanes(...active: readonly ActiveJob[]): { one: WriterLane; two: WriterLane; directory: string } {
  const directory = path.join(tempDir(), 'writer-lock');
  const lane = (brokerId: string) => new WriterLane({ directory, brokerId, active: () => active });
  return { one: lane('broker-one'), two: lane('broker-two'), directory };
}

function writer(shape: Parameters<typeof runningJob>[0]): RunningJob {
  const job = runningJob(shape);
  return { ...job, request: { ...job.request, sandbox: 'workspace-write' } };
}

/** As a killed broker does. */
function leaveClaim(directory: string): void {
  const claim = { ...GONE, role: 'writer', holder: 'job-dead', at: '2026-01-01T00:00:00.000Z' };
  writeFileSync(path.join(directory, `claim.000000001.${GONE.pid}.abcdefgh`), JSON.stringify(claim));
}

test('of two brokers one has the lane, until it gives it back', () => {
  const { one, two } = lanes();
  expect([one.takenBy(), one.take('job-1'), two.take('job-2'), two.takenBy()]).toEqual([null, true, false, 'job-1']);
  two.release('job-1');
  expect(two.take('job-2')).toBe(false);
  one.release('job-1');
  expect([two.take('job-2'), one.takenBy()]).toEqual([true, 'job-2']);
  two.close();
  expect(one.takenBy()).toBeNull();
});

test('a broker has the lane for one of its jobs at a time', () => {
  const { one } = lanes();
  expect([one.take('job-1'), one.take('job-2')]).toEqual([true, false]);
  one.release('job-2');
  expect(one.takenBy()).toBe('job-1');
  one.close();
});

test('a holder that died counts for nothing', () => {
  const { one, directory } = lanes();
  mkdirSync(directory, { mode: 0o700 });
  leaveClaim(directory);
  expect([one.takenBy(), one.take('job-1')]).toEqual([null, true]);
  expect(readdirSync(directory)).toHaveLength(1);
  one.close();
});

test('what killed brokers left is removed, and not what a live one holds', () => {
  const { one, two, directory } = lanes();
  one.take('job-1');
  leaveClaim(directory);
  two.sweep();
  expect([readdirSync(directory).length, two.takenBy()]).toEqual([1, 'job-1']);
  one.close();
});

test.each([
  ['of another broker that lives and takes no lock', false, writer({ broker: self() })],
  ['whose broker died and whose app-server still runs', false, writer({ appServer: self() })],
  ['of which nothing lives', true, writer({})],
  ['that only reads', true, runningJob({ broker: self() })],
])('with a running job %s, the lane is free: %s', (_what, free, job) => {
  const { one } = lanes(job);
  expect([one.take('job-1'), one.takenBy()]).toEqual(free ? [true, 'job-1'] : [false, job.id]);
  one.close();
});

test('the jobs of the broker itself are the business of its gate', () => {
  const job = writer({ broker: self() });
  const lane = new WriterLane({
    directory: path.join(tempDir(), 'writer-lock'),
    brokerId: job.owner.brokerId,
    active: () => [job],
  });
  expect(lane.take('job-1')).toBe(true);
  lane.close();
});
