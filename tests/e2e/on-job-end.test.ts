import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { background, brokerLog, ended, inTurn, killBroker, stateOf, statusOf } from './records.ts';
import { projectSettings, userSettings } from './settings-of.ts';

// Writes what it got as one line, then stays for as long as there is a file "hold".
const HOOK = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
const got = { pid: process.pid, argv: process.argv.slice(2), env: process.env, cwd: process.cwd(), stdin: readFileSync(0, 'utf8') };
appendFileSync(new URL('told.jsonl', import.meta.url), JSON.stringify(got) + '\\n');
console.log('noted', got.env.CODEX_COMPANION_JOB_ID);
const wait = () => existsSync(new URL('hold', import.meta.url)) && setTimeout(wait, 20);
wait();
`;

interface Got {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stdin: string;
}

/** The user's own settings name a program of theirs. */
function withHook(rig: Rig, settings = ''): { readonly told: () => Got[]; readonly hold: string } {
  const place = (name: string) => path.join(rig.home, name);
  const [script, told, hold] = [place('hook.mjs'), place('told.jsonl'), place('hold')];
  writeFileSync(script, HOOK);
  writeFileSync(told, '');
  const command = [process.execPath, script, '$CODEX_COMPANION_JOB_TITLE'];
  userSettings(rig, `on_job_end = ${JSON.stringify(command)}\n${settings}`);
  const lines = () => readFileSync(told, 'utf8').split('\n').slice(0, -1);
  return { told: () => lines().map((line) => JSON.parse(line)), hold };
}

function jobsOf(told: readonly Got[]): string[] {
  return told.map(({ env }) => env['CODEX_COMPANION_JOB_ID'] ?? '');
}

function toldOf(told: () => Got[], count: number): Promise<Got[]> {
  return eventually(() => (told().length >= count ? told() : null), {
    withinMs: BOUND_MS,
    what: `${count} runs of the program`,
  });
}

/** What was posted to an address on this machine. */
async function receiver(): Promise<{ readonly address: string; readonly posted: unknown[] }> {
  const posted: unknown[] = [];
  const server = createServer(async (request, response) => {
    posted.push(await json(request));
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const place = server.address();
  return { posted, address: `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}/` };
}

test('a program and an address of the user are told of each end, and what a job says is data to them', async () => {
  const rig = await startRig();
  const { address, posted } = await receiver();
  const { told } = withHook(rig, `webhook = "${address}"\n`);
  const session = '$(touch pwned) "quoted" \'x\' `id`;\n\u001b[31mend';

  const { jobId } = await rig.json<{ jobId: string }>(
    ['task', '--background', fakePrompt({ do: 'finish', text: 'ok' })],
    {
      env: { CODEX_COMPANION_SESSION_ID: session },
    },
  );
  const [got] = await toldOf(told, 1);
  const failing = await background(rig, fakePrompt({ do: 'fail', message: 'it broke' }));
  const second = (await toldOf(told, 2))[1];

  expect(got).toMatchObject({ argv: ['$CODEX_COMPANION_JOB_TITLE'], cwd: rig.home });
  expect(got?.env).toMatchObject({
    CODEX_COMPANION_JOB_ID: jobId,
    CODEX_COMPANION_JOB_STATUS: 'completed',
    CODEX_COMPANION_JOB_REASON: '',
    CODEX_COMPANION_JOB_KIND: 'task',
    CODEX_COMPANION_JOB_TITLE: 'Codex Task',
    CODEX_COMPANION_SESSION_ID: '$(touch pwned) "quoted" \'x\' `id`; end',
  });
  // What is ended with the app-server must not be taken for a part of it.
  expect(got?.env).not.toHaveProperty('CODEX_COMPANION_RUN');
  const { progressPreview, ...view } = await statusOf(rig, jobId);
  expect(JSON.parse(got?.stdin ?? '')).toEqual({ ...view, progressPreview: [] });
  // Where there is no session, that of whoever started the broker does not show.
  expect(second?.env).toMatchObject({
    CODEX_COMPANION_JOB_ID: failing,
    CODEX_COMPANION_JOB_STATUS: 'failed',
    CODEX_COMPANION_JOB_REASON: 'turn_failed',
    CODEX_COMPANION_SESSION_ID: '',
  });
  expect(readdirSync(rig.home)).not.toContain('pwned');
  await rig.run(['broker', 'stop']);
  expect(jobsOf(told())).toEqual([jobId, failing]);
  expect(posted).toMatchObject([
    { event: 'job.completed', job: { id: jobId, sessionId: session } },
    { event: 'job.failed', job: { id: failing, reason: 'turn_failed' } },
  ]);
  expect(brokerLog(rig)).toContain(`info on_job_end was told of ${jobId}: it said: noted ${jobId}`);
});

test('a program that hangs is ended at its deadline; a project names none', async () => {
  const rig = await startRig();
  const { told, hold } = withHook(rig, 'on_job_end_timeout = "1s"\n');
  writeFileSync(hold, '');

  const jobId = await background(rig, 'hello');
  await eventually(() => brokerLog(rig).includes('was not done within 1000 ms, and was ended'), {
    withinMs: BOUND_MS,
    what: 'end of the program',
  });

  expect((await statusOf(rig, jobId)).status).toBe('completed');
  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0 });
  expect(rig.processes()).toEqual([]);
  expect(told()).toHaveLength(1);

  projectSettings(rig, 'on_job_end = ["/bin/false"]\n');
  const { code, stderr } = await rig.run(['task', 'no']);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('a project may not set it') });
});

test('a broker that is killed between an end and the program leaves it to the next one, and nothing is told twice', async () => {
  const rig = await startRig();
  const before = await background(rig, 'before the setting was there');
  await ended(rig, before);
  await rig.run(['broker', 'stop']);
  const { told, hold } = withHook(rig);
  writeFileSync(hold, '');
  // As many as are told at once: they are being told of while the broker dies.
  const first = [await background(rig, 'one'), await background(rig, 'two')];
  const held = await toldOf(told, 2);
  const third = await background(rig, 'three');
  const fourth = await background(rig, 'FAKE:hang');
  await ended(rig, third);
  await inTurn(rig, fourth);
  expect(readdirSync(path.join(stateOf(rig), 'untold')).sort()).toEqual(
    [`${third}.program`, `${fourth}.program`].sort(),
  );

  await killBroker(rig);
  // A reader settles what ran.
  expect(await statusOf(rig, fourth)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(jobsOf(held).sort()).toEqual([...first].sort());
  const fifth = await background(rig, 'five');
  // Whoever clears up after the killed broker ends what it was running; it would have hung on.
  await eventually(() => held.every(({ pid }) => !isRunning(pid)), { withinMs: BOUND_MS, what: 'end of the programs' });
  rmSync(hold);
  await toldOf(told, 5);
  await rig.run(['broker', 'stop']);

  expect(jobsOf(told()).sort()).toEqual([...first, third, fourth, fifth].sort());
  expect(readdirSync(path.join(stateOf(rig), 'untold'))).toEqual([]);
});
