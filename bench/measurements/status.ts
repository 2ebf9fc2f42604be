import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Place } from '../../scripts/chaos/world.ts';
import { newJobId } from '../../src/contract/ids.ts';
import type { FinishedJob } from '../../src/contract/job.ts';
import { finishedName } from '../../src/status/finished-name.ts';
import { JobStore } from '../../src/status/store.ts';
import { background, ended } from '../../tests/e2e/records.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { isRunning } from '../../tests/support/processes.ts';
import { BOUND_MS, type Rig } from '../../tests/support/rig.ts';
import type { Figure, Measurement } from '../figure.ts';
import { inTurns } from '../in-turns.ts';
import { command, EMPTY_NODE, floorOf, withRig } from '../support/rigs.ts';

const FEW = 50;

const STATUS = '`status --json`';

/** Few stored jobs and many, with a broker and without one, and with a running job that the broker is asked about. */
export const status: Measurement = {
  name: 'status',
  title: STATUS,
  run: (scale) =>
    withRig({}, async (rig) => {
      const manyJobs = scale.pick(10_000, 1_000);
      const example = await ended(rig, await background(rig, 'an example'));
      const place = (name: string, count: number) => stored(new Place(rig, name), example, count);
      const few = place('few', FEW);
      const many = place('many', manyJobs);
      const fewDead = place('few-dead', FEW);
      const manyDead = place('many-dead', manyJobs);
      const busy = place('busy', FEW);
      for (const { cwd } of [few, many, fewDead, manyDead]) await rig.run(['broker', 'start'], { cwd });
      for (const dead of [fewDead, manyDead]) await killBroker(dead);
      await runJob(rig, busy);
      const of = (at: Place) => async () => (await command(rig, ['status', '--json'], at.cwd)).endedMs;
      const times = await inTurns(scale.pick(40, 4), {
        floor: floorOf(rig),
        few: of(few),
        fewDead: of(fewDead),
        busy: of(busy),
        many: of(many),
        manyDead: of(manyDead),
      });
      return {
        figures: [
          againstNode('status-alive', `${FEW} stored jobs, broker alive`, times.few, times.floor),
          againstNode('status-dead', `${FEW} stored jobs, broker dead`, times.fewDead, times.floor),
          againstNode('status-running', `${FEW} stored jobs and one that runs`, times.busy, times.floor),
          againstFew('status-many-alive', `${manyJobs} stored jobs, broker alive`, times.many, times.few),
          againstFew('status-many-dead', `${manyJobs} stored jobs, broker dead`, times.manyDead, times.fewDead),
        ],
      };
    }),
};

function againstNode(name: string, title: string, product: number[], floor: number[]): Figure {
  const reach = { kind: 'ratio', at: 0.5, max: 1.8 } as const;
  return { name, title: `${STATUS}, ${title}`, unit: 'ms', product, floor, floorTitle: EMPTY_NODE, reach };
}

function againstFew(name: string, title: string, product: number[], floor: number[]): Figure {
  const reach = { kind: 'ratio', at: 0.5, max: 1.3 } as const;
  const floorTitle = `with ${FEW}`;
  return { name, title: `${STATUS}, ${title}`, unit: 'ms', product, floor, floorTitle, reach };
}

/** Gives a workspace so many finished jobs: files as the store names them, without the syncs that would take minutes. */
function stored(place: Place, example: FinishedJob, count: number): Place {
  const store = JobStore.open(place.state);
  const finished = path.join(place.state, 'finished');
  mkdirSync(finished, { recursive: true, mode: 0o700 });
  for (let n = 0; n < count; n += 1) {
    const completedAtMs = Date.parse(example.completedAt) - n * 1_000;
    const at = new Date(completedAtMs).toISOString();
    const id = newJobId('task', completedAtMs);
    const own = { id, workspaceRoot: place.cwd, cwd: place.cwd, logFile: store.logFile(id) };
    const job = { ...example, ...own, completedAt: at, updatedAt: at };
    writeFileSync(path.join(finished, finishedName(job)), `${JSON.stringify(job)}\n`, { mode: 0o600 });
  }
  return place;
}

/** As a crash would: its label and its lock stay. */
async function killBroker(place: Place): Promise<void> {
  const pid = place.brokerPid();
  if (pid === null) throw new Error(`No broker serves "${place.cwd}"`);
  process.kill(pid, 'SIGKILL');
  await eventually(() => !isRunning(pid), { withinMs: BOUND_MS, what: `end of the broker (pid ${pid})` });
}

/** A job that runs until the broker is stopped. */
async function runJob(rig: Rig, place: Place): Promise<void> {
  await command(rig, ['task', '--background', 'FAKE:hang'], place.cwd);
  const runs = () => place.runningJobs().some(({ turnId }) => turnId !== null);
  await eventually(runs, { withinMs: BOUND_MS, what: 'running job' });
}
