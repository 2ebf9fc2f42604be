import { openRig } from '../../tests/support/rig.ts';
import { ShiftedClock } from '../../tests/support/shifted-clock.ts';
import { makeTempDir } from '../../tests/support/temp.ts';
import { Random } from '../lib/random.ts';
import { addRound, type Figures, noFigures } from './figures.ts';
import { Invariants } from './invariants.ts';
import type { ChaosOptions } from './options.ts';
import { planRound } from './plan.ts';
import { play, type Stage } from './round.ts';
import type { Story } from './story.ts';
import { ThreadKiller } from './thread-killer.ts';
import { Place } from './world.ts';

/** Short clocks, so that what ends only by a clock does not make a round long. */
const CLOCKS = {
  CODEX_COMPANION_PROBE_INTERVAL_MS: '200',
  CODEX_COMPANION_PROBE_TIMEOUT_MS: '1000',
  CODEX_COMPANION_APP_SERVER_START_MS: '5000',
  CODEX_COMPANION_START_TIMEOUT_MS: '5000',
  CODEX_COMPANION_IDLE_TIMEOUT_MS: '3000',
  CODEX_COMPANION_JOB_TIMEOUT_MS: '6000',
  CODEX_COMPANION_STUCK_TIMEOUT_MS: '2000',
  CODEX_COMPANION_BROKER_IDLE_MS: '2500',
  CODEX_COMPANION_MAX_JOBS: '4',
};

/** How much of each broker log is shown with a violation. */
const LOG_LINES = 20;

/** A promise that was broken: which, and the story of its round. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/**
 * Plays so many rounds in three workspaces under one state root, and checks every promise after each.
 * @throws Violation
 */
export async function runChaos(options: ChaosOptions, onRound: (line: string) => void): Promise<Figures> {
  const { codex, seed } = options;
  const preloads = makeTempDir();
  const clock = new ShiftedClock(preloads.path);
  const threads = new ThreadKiller(preloads.path);
  const NODE_OPTIONS = [clock, threads].map(({ preload }) => `--require "${preload}"`).join(' ');
  const { rig, close } = await openRig({ codex, env: { ...CLOCKS, ...clock.env, NODE_OPTIONS } });
  const place = (name: string) => new Place(rig, name);
  const stage: Stage = { rig, clock, threads, places: [place('one'), place('two'), place('three')] };
  const invariants = new Invariants(stage);
  const random = new Random(seed);
  const figures = noFigures();
  try {
    for (let round = 1; round <= options.rounds; round += 1) {
      const plan = planRound(random.fork(), options);
      const startedAtMs = performance.now();
      const played = await play(stage, plan);
      const broken = await invariants.check(played);
      if (broken.length > 0) throw violation(broken, seed, round, tellAll(played.story, stage));
      addRound(figures, played);
      clock.set(0);
      const faults = played.injected.map(({ fault }) => fault).join('; ') || 'no fault found a victim';
      const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
      onRound(`round ${round}/${options.rounds}  ${seconds} s  ${played.clients.length} commands  ${faults}`);
    }
    return figures;
  } finally {
    await close();
    preloads.remove();
  }
}

function tellAll(story: Story, { places }: Stage): string {
  const logs = places.map((place) => `The broker log of ${place.name}:\n${place.brokerLog(LOG_LINES)}`);
  return [String(story), ...logs].join('\n\n');
}

function violation(broken: readonly string[], seed: number, round: number, story: string): Violation {
  const list = broken.map((sentence) => `  - ${sentence}`).join('\n');
  return new Violation(`BROKEN in round ${round} of seed ${seed}:\n${list}\n\nThe story of the round:\n${story}`);
}
