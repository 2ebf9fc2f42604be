import { expect, test } from 'vitest';
import { resolveSettings, settingsOf } from '../../../src/config/settings.ts';
import { EVENT_VERSION, type JobEvent } from '../../../src/contract/event.ts';
import { Aggregator } from '../../../src/status/aggregator.ts';
import { runningJob } from '../../status/jobs.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { startRig } from '../../support/rig.ts';

test('row 20: a command that runs longer than the idle clock allows is left alone', async () => {
  const rig = await startRig();
  const steps = fakePrompt({ do: 'command', ms: 1_000, deltas: 0 }, { do: 'finish' });

  expect(await rig.run(['task', '--idle-timeout', '300ms', steps])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
});

test('row 20: a clock that is set to 0 never fires', async () => {
  const rig = await startRig({
    env: { CODEX_COMPANION_JOB_TIMEOUT_MS: '300', CODEX_COMPANION_IDLE_TIMEOUT_MS: '300' },
  });
  const steps = fakePrompt({ do: 'wait', ms: 900 }, { do: 'finish' });

  expect(await rig.run(['task', '--timeout', '0', '--idle-timeout', '0', steps])).toMatchObject({ code: 0 });
});

const MINUTE_MS = 60_000;

test('row 20 (the decision, on simulated time): 26 minutes of work with output outlast the default clocks', () => {
  const turn = simulatedTurn();

  for (let minute = 1; minute <= 26; minute += 1) {
    turn.at(minute * MINUTE_MS);
    expect(turn.expired(), `after ${minute} minutes`).toEqual([]);
    turn.progresses();
  }
});

test('row 20 (the decision, on simulated time): the default clocks are 10 minutes of silence and 30 in all', () => {
  const { jobTimeoutMs, idleTimeoutMs } = settingsOf(resolveSettings({}));
  expect({ jobTimeoutMs, idleTimeoutMs }).toEqual({ jobTimeoutMs: 30 * MINUTE_MS, idleTimeoutMs: 10 * MINUTE_MS });
  const silent = simulatedTurn();
  silent.at(10 * MINUTE_MS - 1);
  expect(silent.expired()).toEqual([]);
  silent.at(10 * MINUTE_MS);
  expect(silent.expired()).toEqual(['idle']);

  const busy = simulatedTurn();
  for (let minute = 5; minute < 30; minute += 5) {
    busy.at(minute * MINUTE_MS);
    busy.progresses();
  }
  expect(busy.expired()).toEqual([]);
  busy.at(30 * MINUTE_MS);
  expect(busy.expired()).toEqual(['hard']);
});

/** A turn that began at 0 under the clocks of an empty environment, on a clock of its own. */
function simulatedTurn() {
  let now = 0;
  let seq = 0;
  const { queueTimeoutMs, startTimeoutMs, idleTimeoutMs, jobTimeoutMs, stuckTimeoutMs } = settingsOf(
    resolveSettings({}),
  );
  const clocks = { queueMs: queueTimeoutMs, startMs: startTimeoutMs, idleMs: idleTimeoutMs, hardMs: jobTimeoutMs };
  const running = runningJob();
  const job = { ...running, request: { ...running.request, clocks } };
  const view = new Aggregator({ lookup: () => job, now: () => now, stuckMs: stuckTimeoutMs });
  const observe = (event: JobEvent) => {
    seq += 1;
    const at = new Date(now).toISOString();
    view.observe({ v: EVENT_VERSION, brokerId: 'broker-1', seq, streamSeq: seq, at, log: null, event });
  };
  view.adopt(job);
  observe({ type: 'job.turnStarted', jobId: job.id, turnId: 'turn' });
  return {
    at: (ms: number) => {
      now = ms;
    },
    progresses: () => observe({ type: 'job.progressed', jobId: job.id, facts: [{ kind: 'streamed' }] }),
    expired: () => view.expired().map(({ clock }) => clock),
  };
}
