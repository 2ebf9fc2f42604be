import { expect, test } from 'vitest';
import type { ProcessIdentity } from '../../src/contract/process-identity.ts';
import { eventually } from '../support/eventually.ts';
import { isRunning, stateOf } from '../support/processes.ts';
import { BOUND_MS } from '../support/rig.ts';
import { type OtherSystem, startMacOS, startWindows } from './other-system.ts';
import { background, brokerLog, inTurn, killBroker, statusOf } from './records.ts';

// What is written for systems that nobody runs these tests on, as far as this one can stand in for them: macOS asks `ps`,
// which is here, too; of Windows' programs there are doubles.

const linux = process.platform === 'linux';

test.runIf(linux)('on macOS jobs run, and a killed broker leaves nothing', async () => {
  const { startTime } = await useAndKill(await startMacOS());
  expect(startTime).toMatch(/^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/u);
});

test.runIf(linux)('on Windows jobs run, behind npm’s codex.cmd, and a killed broker leaves nothing', async () => {
  const windows = await startWindows();
  const { pid, startTime } = await useAndKill(windows);
  expect(startTime).toMatch(/^6389\d{14}$/u);
  expect(windows.asked()).toContain(`taskkill /T /F /PID ${pid}`);
  expect(brokerLog(windows.rig)).toContain(
    `serves "${windows.rig.workspace}" with "${process.execPath} ${windows.script}"`,
  );
});

/** @returns the app-server that was ended for its killed broker. */
async function useAndKill({ rig }: OtherSystem): Promise<ProcessIdentity> {
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  const jobId = await background(rig, 'FAKE:freeze');
  const { appServer } = await inTurn(rig, jobId);
  // So that the end of its stdin is not enough.
  await eventually(() => stateOf(appServer.pid) === 'T', { withinMs: BOUND_MS, what: 'frozen app-server' });

  await killBroker(rig);

  expect(await statusOf(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  await eventually(() => !isRunning(appServer.pid), { withinMs: BOUND_MS, what: 'end of the app-server' });
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0 });
  expect(rig.leftovers()).toEqual([]);
  return appServer;
}
