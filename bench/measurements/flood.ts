import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { background, ended } from '../../tests/e2e/records.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { type FakeControl, startFakeControl } from '../../tests/support/fake-codex/control-server.ts';
import { fakePrompt } from '../../tests/support/fake-codex/script.ts';
import { BOUND_MS, CLI, type Rig } from '../../tests/support/rig.ts';
import { makeTempDir } from '../../tests/support/temp.ts';
import { bareProgram } from '../bare/build.ts';
import type { Measured, Measurement } from '../figure.ts';
import { cpuMsOf } from '../support/cpu.ts';
import { inRig, withRig } from '../support/rigs.ts';
import { timed } from '../support/timed.ts';

const FOLLOWERS = 3;
const COMPLETED = /Command completed: cmd-(\d+) /gu;
const LOOK_EVERY_MS = 20;

interface Run {
  readonly brokerMs: number;
  readonly followers: ReadonlyArray<{ readonly cpuMs: number; readonly commands: number }>;
}

export const flood: Measurement = {
  name: 'flood',
  title: 'a flood of notifications',
  run: async (scale) => {
    const directory = makeTempDir();
    const socket = path.join(directory.path, 'control');
    const control = await startFakeControl(socket);
    try {
      return await withRig({ env: { FAKE_CODEX_CONTROL: socket } }, (rig) =>
        measure(rig, control, { commands: scale.pick(50_000, 5_000), rounds: scale.pick(9, 1) }),
      );
    } finally {
      await control.close();
      directory.remove();
    }
  },
};

async function measure(
  rig: Rig,
  control: FakeControl,
  { commands, rounds }: { readonly commands: number; readonly rounds: number },
): Promise<Measured> {
  const reader = await bareProgram('reader');
  const prompt = fakePrompt({ do: 'flood', count: commands });
  await rig.run(['task', 'the first one']);
  const runs: Run[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await timed([reader, rig.env['CODEX_COMPANION_CODEX'] ?? '', prompt], inRig(rig));
    floor.push(JSON.parse(stdout).cpuMs);
    runs.push(await flooded(rig, control, commands));
  }
  const followers = runs.flatMap((run) => run.followers);
  const short = followers.filter((follower) => follower.commands !== commands);
  // Each command is two notifications: it has begun, it has ended.
  const title = `flood of ${2 * commands} notifications, one job, ${FOLLOWERS} followers`;
  const common = { unit: 'ms', floor, floorTitle: 'a bare reader of the same' } as const;
  return {
    figures: [
      {
        ...common,
        name: 'flood-broker',
        title: `${title}: CPU time of the broker`,
        product: runs.map(({ brokerMs }) => brokerMs),
        reach: { kind: 'ratio', at: 0.5, max: 3 },
      },
      {
        ...common,
        name: 'flood-follower',
        title: `${title}: CPU time of a follower`,
        product: followers.map(({ cpuMs }) => cpuMs),
        reach: { kind: 'none', at: 0.5 },
      },
    ],
    facts: [
      {
        name: 'flood-complete',
        title: 'every follower prints every command of the flood',
        holds: short.length === 0,
        detail: short.length === 0 ? `${commands} each` : `${short.map((one) => one.commands)} of ${commands}`,
      },
    ],
  };
}

async function flooded(rig: Rig, control: FakeControl, commands: number): Promise<Run> {
  const jobId = await background(rig, 'FAKE:scripted');
  const turn = await control.nextTurn(BOUND_MS);
  const followers = Array.from({ length: FOLLOWERS }, () => follow(rig, jobId));
  await eventually(
    async () => (await rig.json<{ subscribers: number }>(['broker', 'status'])).subscribers === FOLLOWERS,
    {
      withinMs: BOUND_MS,
      what: `${FOLLOWERS} followers`,
    },
  );
  const broker = await rig.brokerPid();
  const before = cpuMsOf(broker) ?? 0;
  await turn.run({ do: 'flood', count: commands });
  turn.send({ do: 'finish' });
  await ended(rig, jobId, 3 * BOUND_MS);
  const seen = await Promise.all(followers);
  return { brokerMs: (cpuMsOf(broker) ?? 0) - before, followers: seen };
}

/** Follows the log of a job to its end. */
async function follow({ workspace: cwd, env }: Rig, jobId: string): Promise<Run['followers'][number]> {
  const args = [CLI, 'logs', '--follow', jobId];
  const child = spawn(process.execPath, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  let cpuMs = 0;
  const look = setInterval(() => {
    cpuMs = (child.pid === undefined ? null : cpuMsOf(child.pid)) ?? cpuMs;
  }, LOOK_EVERY_MS);
  await once(child, 'close');
  clearInterval(look);
  const printed = Buffer.concat(chunks).toString().matchAll(COMPLETED);
  return { cpuMs, commands: new Set(Array.from(printed, ([, n]) => n)).size };
}
