import path from 'node:path';
import { expect, test } from 'vitest';
import { clientContext } from '../../src/client/context.ts';
import { jobEvents } from '../../src/client/job-events.ts';
import { loadWorkspace } from '../../src/config/config.ts';
import { CONTROL_VERSION } from '../../src/contract/control.ts';
import { self } from '../../src/status/liveness.ts';
import { finish, runningJob } from '../status/jobs.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';
import { leaveLabel } from './labels.ts';
import { serveControl } from './leaky-broker.ts';

test('of a job that has ended, a broker that is just ending has nothing to tell, and that is no error', async () => {
  const directory = tempDir();
  const environment = { CODEX_COMPANION_STATE_DIR: directory, CODEX_COMPANION_CONFIG: '/dev/null' };
  const { config, workspace } = loadWorkspace(directory, environment);
  const program = path.join(PROJECT_ROOT, 'dist', 'cli.cjs');
  const context = clientContext({ config, workspace, program, warn: () => undefined });
  const job = runningJob({ broker: self() });
  context.store.write(finish(job, '2026-01-02T03:04:05.678Z'), { durable: false });
  const endpoint = path.join(tempDir(), 'control');
  let asked = 0;
  const end = await serveControl(endpoint, {
    hello: () => ({ protocolVersion: CONTROL_VERSION, brokerId: 'broker-1', brokerVersion: '0', events: 'ipc://x' }),
    'events/recent': () => {
      asked += 1;
      end();
      return {};
    },
  });
  leaveLabel(context.pathsOf(job.owner.brokerKey), endpoint);

  const told = [];
  for await (const item of jobEvents(context, job.id, new AbortController().signal)) told.push(item);

  expect([told, asked]).toEqual([[], 1]);
});
