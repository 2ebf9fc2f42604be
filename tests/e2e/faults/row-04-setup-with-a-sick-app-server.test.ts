import { expect, test } from 'vitest';
import type { SetupReport } from '../../../src/cli/render/setup.ts';
import { ACCOUNT_MS, STATE_MS } from '../../../src/cli/setup/ask-account.ts';
import type { Auth } from '../../../src/cli/setup/auth.ts';
import { PROGRAM_MS } from '../../../src/cli/setup/program.ts';
import { eventually } from '../../support/eventually.ts';
import { readJournal } from '../../support/fake-codex/journal.ts';
import { isRunning, stateOf } from '../../support/processes.ts';
import { BOUND_MS, type Rig, startRig } from '../../support/rig.ts';
import { appServersStarted } from '../codex-side.ts';
import { background, inTurn } from '../records.ts';

/** Programs first, then Codex, then why Codex is silent; and for the command itself to start and to end. */
const SETUP_MS = PROGRAM_MS + ACCOUNT_MS + STATE_MS + 4_000;

const LOGGED_IN = { loggedIn: true, source: 'app-server' };

test.each(['fake', 'real'] as const)(
  'row 4: setup right after the app-server was killed asks a fresh one (%s codex)',
  async (codex) => {
    const rig = await startRig({ codex });
    await rig.run(['setup']);
    const appServer = await rig.appServerPid();

    process.kill(appServer, 'SIGKILL');
    const auth = await authWithinBound(rig);

    expect(auth).toMatchObject(LOGGED_IN);
    expect(await rig.appServerPid()).not.toBe(appServer);
  },
);

test('row 4: setup whose app-server is killed while it is asked asks a fresh one', async () => {
  const rig = await startRig({ env: { FAKE_CODEX_ACCOUNT: 'slow:1000' } });
  const asked = authWithinBound(rig);
  const { pid } = await eventually(() => question(rig), { withinMs: BOUND_MS, what: 'question' });

  process.kill(pid, 'SIGKILL');

  expect(await asked).toMatchObject(LOGGED_IN);
  expect(appServersStarted(rig)).toBe(2);
});

test.each([
  ['dies whenever it is asked', { FAKE_CODEX_ACCOUNT: 'exit:3' }, /3 brokers ended in a row .*exited with code 3/u],
  ['cannot start', { FAKE_CODEX_START: 'exit:7' }, /Cannot start .*told to exit with 7/u],
  ['speaks another language', { FAKE_CODEX_START: 'error' }, /Cannot start .*told not to initialize/u],
])('row 4: nobody knows who is logged in at an app-server that %s', async (_what, env, why) => {
  const rig = await startRig({ env });

  expect(await authWithinBound(rig)).toMatchObject(unknown(why));
});

test('row 4: an app-server that is silent is not taken for one that says no, and not waited for', async () => {
  // Each of them takes its full time: all at once.
  await Promise.all([frozen('fake'), frozen('real'), startingForEver(), neverAnswers(), overloaded(), brokerFrozen()]);
}, 60_000);

test('row 4: setup is answered beside as many jobs as may run', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '4', FAKE_CODEX_ACCOUNT: 'slow:2000' } });
  const ids = await Promise.all(Array.from({ length: 6 }, () => background(rig, 'FAKE:hang')));
  await Promise.any(ids.map((id) => inTurn(rig, id)));

  expect(await authWithinBound(rig)).toMatchObject(LOGGED_IN);
  expect(appServersStarted(rig)).toBe(1);
});

/** The entry of the journal that says that, and where, an app-server was asked. */
function question(rig: Rig) {
  return readJournal(rig.journal).find((entry) => entry.kind === 'received' && entry.message.method === 'account/read');
}

async function frozen(codex: 'fake' | 'real'): Promise<void> {
  const rig = await startRig({ codex });
  await rig.run(['setup']);
  const appServer = await rig.appServerPid();
  process.kill(appServer, 'SIGSTOP');
  await eventually(() => stateOf(appServer) === 'T', { withinMs: BOUND_MS, what: 'stop' });

  expect(await authWithinBound(rig)).toMatchObject(unknown(/No answer from Codex .*app-server is \w+, pid \d+\)/u));
  // Its broker may have found out, too.
  if (isRunning(appServer)) process.kill(appServer, 'SIGKILL');
}

async function startingForEver(): Promise<void> {
  const rig = await startRig({ env: { FAKE_CODEX_START: 'never' } });
  expect(await authWithinBound(rig)).toMatchObject(unknown(/No answer from Codex .*app-server is starting/u));
}

async function neverAnswers(): Promise<void> {
  const rig = await startRig({ env: { FAKE_CODEX_ACCOUNT: 'never' } });
  expect(await authWithinBound(rig)).toMatchObject(unknown(/No answer from Codex .*app-server is ready/u));
}

async function overloaded(): Promise<void> {
  const rig = await startRig({ env: { FAKE_CODEX_ACCOUNT: 'error:-32001' } });
  expect(await authWithinBound(rig)).toMatchObject(unknown(/No answer from Codex .*app-server is ready/u));
}

async function brokerFrozen(): Promise<void> {
  const rig = await startRig();
  await rig.run(['broker', 'start']);
  const broker = await rig.brokerPid();
  process.kill(broker, 'SIGSTOP');
  expect(await authWithinBound(rig)).toMatchObject(unknown(/does not respond .*broker restart --force/u));
  process.kill(broker, 'SIGCONT');
}

function unknown(why: RegExp) {
  return { available: true, loggedIn: null, source: 'unknown', detail: expect.stringMatching(why) };
}

async function authWithinBound(rig: Rig): Promise<Auth> {
  const startedAtMs = performance.now();
  const { ready, auth } = await rig.json<SetupReport>(['setup']);
  expect(performance.now() - startedAtMs).toBeLessThan(SETUP_MS);
  expect(ready).toBe(auth.loggedIn === true);
  expect(auth.detail).not.toMatch(/not logged in|requires OpenAI/iu);
  return auth;
}
