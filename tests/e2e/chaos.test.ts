import { expect, test } from 'vitest';
import { planRound } from '../../scripts/chaos/plan.ts';
import { runChaos } from '../../scripts/chaos/run.ts';
import { Random } from '../../scripts/lib/random.ts';

/** A seed whose rounds are short and meet many faults; `npm run chaos` plays longer ones. */
const SEED = 127;

test('a seed decides the plan', () => {
  const plan = (seed: number) => planRound(new Random(seed), { codex: 'fake', only: null });

  expect(plan(SEED)).toEqual(plan(SEED));
  expect(plan(SEED)).not.toEqual(plan(SEED + 1));
});

test('every promise holds in a few rounds of chaos', { timeout: 120_000 }, async () => {
  const rounds: string[] = [];

  const figures = await runChaos({ seed: SEED, rounds: 4, codex: 'fake', json: null, only: null }, (round) =>
    rounds.push(round),
  );

  expect(rounds).toHaveLength(4);
  expect(figures.faults.size).toBeGreaterThan(0);
});
