import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { viewOf } from '../../src/client/job-view.ts';
import { readLive } from '../../src/client/live-jobs.ts';
import { identify } from '../../src/status/liveness.ts';
import { GONE, runningJob } from '../status/jobs.ts';
import { contextHere } from './context-here.ts';

test('a broker that is found gone only after its jobs were read is no news of that reading', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  const broker = identify(child.pid ?? 0) ?? GONE;
  const job = runningJob({ broker, appServer: broker });

  const { live } = await readLive(contextHere(), async () => ({ jobs: [job] }));
  child.kill('SIGKILL');
  await once(child, 'exit');

  expect(viewOf(job, live).witnesses?.broker.alive).toBe(true);
  expect(viewOf(job).witnesses?.broker.alive).toBe(false);
});

test('jobs whose broker is gone are read again, three times at most', async () => {
  const jobs = [runningJob({ broker: GONE, appServer: GONE })];
  let reads = 0;
  const { read } = await readLive(contextHere(), async () => {
    reads += 1;
    return { jobs };
  });
  expect([read.jobs, reads]).toEqual([jobs, 3]);
});
