import { expect, test } from 'vitest';
import { CONTROL_ERRORS, CONTROL_VERSION } from '../../src/contract/control.ts';
import { VERSION } from '../../src/contract/version.ts';
import { RawClient } from '../fuzz/raw-client.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { brokerStatus } from './broker-process.ts';
import { startOtherBroker } from './other-broker.ts';
import { background, recordOf, statusOf } from './records.ts';

const REPLACE = 'run "codex-companion broker restart --force" to replace it, which ends its jobs';

test('of a newer broker every command says what it is and what to do; by force it is ended, and its jobs with it', async () => {
  const rig = await startRig();
  const protocolVersion = CONTROL_VERSION + 1;
  // What a hello has in a version that nobody has written yet is unknown, but for these two.
  const broker = await startOtherBroker(rig, { result: { protocolVersion, brokerVersion: '9.9.9', bus: { at: 'x' } } });
  const { jobId } = broker;
  const said = `is of another version (9.9.9): it speaks protocol ${protocolVersion}, this codex-companion ${VERSION} speaks ${CONTROL_VERSION} (update codex-companion, or ${REPLACE})`;

  const [status, doctor, ...refused] = await Promise.all([
    rig.run(['status', '--json']),
    rig.run(['doctor', '--json']),
    rig.run(['status', jobId, '--wait']),
    rig.run(['task', 'more']),
    rig.run(['wait', jobId]),
    rig.run(['cancel', jobId]),
    rig.run(['logs', '-f', jobId]),
    rig.run(['events']),
    rig.run(['broker', 'status']),
    rig.run(['broker', 'stop']),
  ]);

  for (const { code, stderr } of refused) {
    expect(code).toBe(4);
    expect(stderr).toMatch(/^codex-companion: The broker at ".*\.control" [^\n]*\n$/u);
    expect(stderr).toContain(said);
  }
  expect(status).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(`${said}; what follows is from its records`),
  });
  expect(JSON.parse(status.stdout)).toMatchObject({ running: [{ id: jobId, status: 'running' }] });
  expect(JSON.parse(doctor.stdout).findings).toContainEqual(
    expect.objectContaining({
      id: 'broker.version',
      level: 'problem',
      detail: expect.stringContaining(`it speaks protocol ${protocolVersion}`),
      remedy: 'run "codex-companion broker restart --force"',
    }),
  );
  const watch = rig.start(['watch']);
  await watch.waitForLine(/^The broker is of another version; this is what the records say/u, BOUND_MS);
  watch.kill('SIGINT');
  expect((await watch.exited).code).toBe(130);
  expect(watch.stdout()).toContain(`${jobId} running`);
  expect(recordOf(rig, jobId)?.status).toBe('running');

  expect(await rig.run(['broker', 'stop', '--force'])).toMatchObject({ code: 0, stdout: 'The broker has ended.\n' });

  expect(broker.process.stdout()).toContain('told to end');
  expect(recordOf(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(rig.leftovers()).toEqual([]);
});

test('an older broker, which refuses our hello, is replaced by force', async () => {
  const rig = await startRig();
  const other = await startOtherBroker(rig, { error: { code: CONTROL_ERRORS.versionMismatch, message: 'not 1' } });

  const { code, stderr } = await rig.run(['broker', 'status']);
  expect(code).toBe(4);
  expect(stderr).toContain(`not the protocol ${CONTROL_VERSION} of this codex-companion ${VERSION} (${REPLACE})`);

  expect(await rig.run(['broker', 'restart', '--force'])).toMatchObject({ code: 0 });
  expect(isRunning(other.process.pid)).toBe(false);
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0 });
});

test('whoever waits for several jobs is told at once that one of them cannot be followed', async () => {
  const rig = await startRig();
  const { jobId, process: broker } = await startOtherBroker(rig, {
    error: { code: CONTROL_ERRORS.versionMismatch, message: 'not 1' },
  });
  const hanging = await background(rig, 'FAKE:hang', ['-C', rig.otherWorkspace('other')]);

  const { code, stderr } = await rig.run(['wait', hanging, jobId]);

  expect(code).toBe(4);
  expect(stderr).toContain(REPLACE);
  expect((await statusOf(rig, hanging)).status).toBe('running');
  broker.kill('SIGTERM');
  await broker.exited;
});

test('a client of another version is told who the broker is, and what to do; it serves others as before', async () => {
  const rig = await startRig();
  await rig.run(['broker', 'start']);
  const { endpoint = '' } = await brokerStatus(rig);

  for (const protocolVersion of [CONTROL_VERSION - 1, CONTROL_VERSION + 1]) {
    const client = (await RawClient.open(endpoint)).listen();
    client.send(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'hello', params: { protocolVersion } })}\n`);
    client.send(`${JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'broker/stop', params: { mode: 'now' } })}\n`);
    await client.finish();
    const [refusal, ignored] = client.lines.map((line) => JSON.parse(line).error);
    expect(refusal).toEqual({
      code: CONTROL_ERRORS.versionMismatch,
      message: expect.stringMatching(
        new RegExp(
          `^Broker broker-\\w+ \\(codex-companion ${VERSION}\\) speaks protocol 1, not ${protocolVersion} \\(${REPLACE}\\)$`,
          'u',
        ),
      ),
      data: { protocolVersion: CONTROL_VERSION, brokerVersion: VERSION },
    });
    expect(ignored.code).toBe(CONTROL_ERRORS.helloRequired);
  }

  expect(await brokerStatus(rig)).toMatchObject({ running: true });
});
