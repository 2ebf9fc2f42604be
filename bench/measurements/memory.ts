import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { holdingOf } from '../../scripts/lib/holding.ts';
import { ensureBroker } from '../../src/client/daemon.ts';
import { PROJECT_ROOT } from '../../tests/support/codex-package.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import { BOUND_MS, type Rig } from '../../tests/support/rig.ts';
import { bareProgram } from '../bare/build.ts';
import type { Measurement } from '../figure.ts';
import { clientOf, taskOf } from '../support/client.ts';
import { withRig } from '../support/rigs.ts';

const JOBS = 16;
const HANG = stubPrompt({ do: 'hang' });
const EMPTY_TASK = path.join(PROJECT_ROOT, 'bench', 'bare', 'empty-task.cjs');
const IDLE_NODE = 'setInterval(() => {}, 1e6)';

/** V8 gives back what a start has taken when nothing has happened for some 8 s. */
const IDLE_MS = 12_000;

/** After so long a process that has begun something has what it takes. */
const SETTLE_MS = 1_500;

/** Proportional set sizes, of the product and its floor in the same moment: what both share counts the same for both. */
export const memory: Measurement = {
  name: 'memory',
  title: 'memory of the broker',
  run: async (scale) => {
    const rounds: Round[] = [];
    for (let round = 0; round < scale.pick(3, 1); round += 1) {
      rounds.push(await withRig({ codex: 'real', env: { CODEX_COMPANION_MAX_JOBS: String(JOBS) } }, look));
    }
    const of = (part: (round: Round) => number) => rounds.map(part);
    return {
      figures: [
        {
          name: 'memory-idle',
          title: 'memory (PSS) of the broker, idle',
          unit: 'MB',
          product: of(({ idle }) => idle.product),
          floor: of(({ idle }) => idle.floor),
          floorTitle: `\`node -e '${IDLE_NODE}'\``,
          reach: { kind: 'ratio', at: 0.5, max: 1.6 },
        },
        {
          name: 'memory-job',
          title: 'memory (PSS) of the broker, for each running job',
          unit: 'MB',
          product: of(({ job }) => job.product),
          floor: of(({ job }) => job.floor),
          floorTitle: 'a Piscina thread with an empty task',
          reach: { kind: 'ratio', at: 0.5, max: 1.5 },
        },
      ],
    };
  },
};

interface Beside {
  readonly product: number;
  readonly floor: number;
}

interface Round {
  readonly idle: Beside;
  readonly job: Beside;
}

async function look(rig: Rig): Promise<Round> {
  const env = { ...rig.env };
  const started: ChildProcess[] = [];
  try {
    const node = spawn(process.execPath, ['-e', IDLE_NODE], { env, stdio: 'ignore' });
    started.push(node);
    await rig.run(['broker', 'start']);
    const broker = await rig.brokerPid();
    await sleep(IDLE_MS);
    const idle = { product: pssOf(broker), floor: pssOf(pidOf(node)) };
    const command = [await bareProgram('pool'), EMPTY_TASK, String(JOBS)];
    const pool = spawn(process.execPath, command, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    started.push(pool);
    await once(pool.stdout, 'data');
    // From the first job to the last: what the first one makes a process load is not each job's.
    await runJobs(rig, 1);
    await sleep(SETTLE_MS);
    const one = { product: pssOf(broker), floor: pssOf(pidOf(pool)) };
    await runJobs(rig, JOBS - 1);
    pool.stdin.write('more\n');
    await once(pool.stdout, 'data');
    await sleep(SETTLE_MS);
    const all = { product: pssOf(broker), floor: pssOf(pidOf(pool)) };
    const each = (part: keyof Beside) => (all[part] - one[part]) / (JOBS - 1);
    return { idle, job: { product: each('product'), floor: each('floor') } };
  } finally {
    for (const child of started) await end(child);
  }
}

async function runJobs(rig: Rig, count: number): Promise<void> {
  const context = clientOf(rig);
  const client = await ensureBroker(context);
  const specs = Array.from({ length: count }, () => taskOf(context, HANG));
  await Promise.all(specs.map((spec) => client.call('job/submit', spec)));
  client.close();
  const runs = (id: string) => {
    const job = context.store.read(id);
    return job?.status === 'running' && job.turnId !== null;
  };
  await eventually(() => specs.every(({ id }) => runs(id)), { withinMs: BOUND_MS, what: `${count} running turns` });
}

function pssOf(pid: number): number {
  const holding = holdingOf(pid);
  if (holding === null) throw new Error(`Process ${pid} has ended`);
  return holding.pssMb;
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('A process could not be started');
  return pid;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
