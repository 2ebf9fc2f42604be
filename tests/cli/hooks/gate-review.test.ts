import { expect, onTestFinished, test, vi } from 'vitest';
import { openContext } from '../../../src/cli/context.ts';
import { GATE_JOB_MS, GATE_WAIT_MS, reviewLastTurn } from '../../../src/cli/hooks/gate-review.ts';
import { ended, inTurn } from '../../e2e/records.ts';
import { eventually } from '../../support/eventually.ts';
import { BOUND_MS, type Rig, startRig } from '../../support/rig.ts';

const HOST_TIMEOUT_MS = 900_000;
const NEVER = new AbortController().signal;

test('a review ends before the hook gives up, and the hook before the host does', () => {
  expect(GATE_JOB_MS).toBeLessThan(GATE_WAIT_MS);
  expect(GATE_WAIT_MS).toBeLessThan(HOST_TIMEOUT_MS);
});

test('a review that is waited for in vain is no review, and is cancelled', async () => {
  const { rig, context } = await workspace();

  const review = await reviewLastTurn(context, 'FAKE:hang', { waitMs: 3_000, dismissed: NEVER });

  expect(review).toEqual({ kind: 'none', why: 'the review had not ended after 0.05 minutes' });
  const [job] = context.store.listFinished();
  expect(job).toMatchObject({
    kind: 'stop-gate-review',
    status: 'cancelled',
    request: { clocks: { hardMs: GATE_JOB_MS } },
  });
  expect((await ended(rig, job?.id ?? '')).status).toBe('cancelled');
});

test('a broker that freezes in a review is no verdict, in bounded time', async () => {
  const { rig, context } = await workspace();
  const reviewing = reviewLastTurn(context, 'FAKE:hang', { waitMs: 8_000, dismissed: NEVER });
  const { id } = await eventually(() => context.store.listActive()[0], { withinMs: BOUND_MS, what: 'review' });
  const { broker } = await inTurn(rig, id);

  process.kill(broker.pid, 'SIGSTOP');

  expect(await reviewing).toMatchObject({ kind: 'none' });
  process.kill(broker.pid, 'SIGCONT');
});

/** A rig whose broker runs, and its workspace as a hook in this process has it. */
async function workspace() {
  const rig: Rig = await startRig();
  await rig.run(['broker', 'start']);
  for (const [name, value] of Object.entries(rig.env)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return { rig, context: openContext(rig.workspace) };
}
