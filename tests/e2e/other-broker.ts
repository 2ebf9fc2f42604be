import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brokerPlaceFor, loadWorkspace } from '../../src/config/config.ts';
import type { ProcessIdentity } from '../../src/contract/process-identity.ts';
import type { BrokerLabel } from '../../src/status/broker-label.ts';
import { identify } from '../../src/status/liveness.ts';
import { JobStore } from '../../src/status/store.ts';
import { runningJob } from '../status/jobs.ts';
import { type Captured, spawnCaptured } from '../support/process.ts';
import { BOUND_MS, type Rig } from '../support/rig.ts';
import { stateOf } from './records.ts';

const PROGRAM = new URL('./fixtures/other-broker.cjs', import.meta.url).pathname;

export interface OtherBroker {
  readonly process: Captured;
  /** A job that it runs. */
  readonly jobId: string;
}

/** A broker of another version serves the rig's workspace. It has the lock, left its label, and answers everything with `answer`. */
export async function startOtherBroker(rig: Rig, answer: object): Promise<OtherBroker> {
  const { config, workspace } = loadWorkspace(rig.workspace, rig.env);
  const { key, paths, sockets, codex } = brokerPlaceFor(config, workspace.root);
  for (const directory of [paths.lock, config.runtimeRoot]) mkdirSync(directory, { recursive: true, mode: 0o700 });
  const process = await started(rig, [sockets.control, JSON.stringify(answer)]);
  const identity = identityOf(process);
  const claim = { ...identity, role: 'broker', holder: 'broker-other', at: new Date().toISOString() };
  writeFileSync(path.join(paths.lock, `claim.0mwvihaql.${identity.pid}.abcdefgh`), JSON.stringify(claim));
  const label: BrokerLabel = {
    process: identity,
    brokerId: 'broker-other',
    version: '9.9.9',
    startedAt: new Date().toISOString(),
    endpoint: sockets.control,
    events: `ipc://${sockets.events}`,
    runTag: 'tag-of-another-version',
    codexPath: codex.path,
    codexHome: config.codexHome,
  };
  writeFileSync(paths.label, JSON.stringify(label), { mode: 0o600 });
  return { process, jobId: runAt(rig, key, identity) };
}

async function started(rig: Rig, args: readonly string[]): Promise<Captured> {
  const child = spawnCaptured(process.execPath, [PROGRAM, ...args], { env: rig.env, input: '' });
  await child.waitForLine(/^listening$/u, BOUND_MS);
  return child;
}

function identityOf({ pid }: Captured): ProcessIdentity {
  const identity = identify(pid);
  if (identity === null) throw new Error(`There is no process ${pid}`);
  return identity;
}

function runAt(rig: Rig, brokerKey: string, broker: ProcessIdentity): string {
  const store = JobStore.open(stateOf(rig));
  const job = runningJob({ createdAt: new Date().toISOString(), brokerKey, broker, appServer: broker });
  store.write({ ...job, logFile: store.logFile(job.id) }, { durable: true });
  return job.id;
}
