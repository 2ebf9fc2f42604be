import path from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { hasTmux, openTerminal, type Terminal } from '../support/tmux.ts';
import { commandLine } from './cli.ts';
import { background, ended, inTurn, killBroker, labelOf, recordOf, runsCommand } from './records.ts';
import { withNames } from './screens.ts';

const CRASH = path.join(import.meta.dirname, 'fixtures', 'crash-on-signal.cjs');

const AS_BEFORE = { alternateScreen: false, cursorVisible: true, wraps: true };

/** `prefix` goes in front of the command, as a shell takes it. */
async function openWatch(rig: Rig, columns: number, rows: number, prefix = ''): Promise<Terminal> {
  const terminal = await openTerminal({ columns, rows, cwd: rig.workspace, env: rig.env });
  terminal.run(`clear; ${prefix} ${commandLine(['watch'])}; echo "status $?"`);
  return terminal;
}

/** Times go on, and ids and paths are made up. What is left is what it looks like. */
function masked(screen: string, ids: Readonly<Record<string, string>>): string {
  const timeless = withNames(screen, ids).replace(/\b\d+:\d\d(?::\d\d)?\b/gu, (time) => '#'.repeat(time.length));
  return `\n${timeless.replace(/\S*workspace +/u, 'WORKSPACE ').replaceAll(/[0-9a-f-]{36}/gu, '(UUID)')}\n`;
}

test.runIf(hasTmux)('a table on a terminal: what runs, its log, and a job that is cancelled by keys', async () => {
  const rig = await startRig();
  const hangs = fakePrompt({ do: 'hang' });
  const testing = await background(
    rig,
    `Mend it ${fakePrompt({ do: 'usage', inputTokens: 48_000 }, { do: 'command', command: 'npm test', never: true })}`,
  );
  await inTurn(rig, testing, runsCommand);
  const writing = await background(rig, `Write ${hangs}`, ['--write']);
  await inTurn(rig, writing);
  const waiting = await background(rig, `Wait 日本語 ${hangs}`, ['--write']);
  const broken = await background(rig, fakePrompt({ do: 'fail', message: 'no \u001b[31mred\u001b[0m words' }));
  await ended(rig, broken);
  const ids = { TESTING_: testing, WRITING_: writing, WAITING_: waiting, BROKEN__: broken };
  const terminal = await openWatch(rig, 96, 16);
  const show = async (what: string, ...words: string[]) => {
    const screen = await terminal.screenWith((text) => words.every((word) => text.includes(word)), what);
    return masked(screen, ids);
  };

  expect(await show('all jobs', '48K', 'waiting', 'for ', 'failed', '$ npm test')).toMatchInlineSnapshot(`
    "
      WORKSPACE 2 running, 1 queued

      JOB       KIND  STATE             TIME   IDLE  ENDS         TOKENS  DOING
    › TESTING_  task  verifying         ####   ####  hard #####      48K  $ npm test (####)
      WRITING_  task  running           ####   ####  idle ####            Write FAKE{"do":[{"do":"h…
      WAITING_  task  waiting           ####                              for WRITING_: writes to t…

      BROKEN__  task  failed            ####         just now             turn_failed: no red words




      task-#########-TESTING_ · Codex Task · fake-model · read-only
      Mend it FAKE{"do":[{"do":"usage","inputTokens":48000},{"do":"command","command":"npm test","n…
      $ npm test (####)
      ↑↓ select   enter log   c cancel   ? help   q quit
    "
  `);

  terminal.press('Down', 'Enter');
  expect(await show('the log', 'Turn started', 'q back')).toMatchInlineSnapshot(`
    "
      WRITING_ running #### · Write FAKE{"do":[{"do":"hang"}]}
      ######## Queued: Write FAKE{"do":[{"do":"hang"}]}
      ######## Starting Codex Task.
      ######## Thread ready ((UUID)).
      ######## Turn started ((UUID)).










      ↑↓ scroll   f follow   q back
    "
  `);

  terminal.press('q', 'c');
  expect(await show('the question', '[y/N]')).toContain('Cancel WRITING_: Write FAKE');
  terminal.press('n');
  await show('the table', 'q quit');
  expect(recordOf(rig, writing)?.status).toBe('running');
  terminal.press('c', 'y');
  await show('the end of the job', 'was cancelled');
  expect(recordOf(rig, writing)?.status).toBe('cancelled');

  terminal.resize(30, 8);
  terminal.press('g');
  expect(await show('a small screen', '? help', 'cancelled', `${waiting.slice(-8)} running`)).toMatchInlineSnapshot(`
    "
      WORKSPACE 2 running
      JOB      STATE          TIME
    › TESTING_ verifying      ####
      WAITING_ running        ####
      WRITING_ cancelled      ####
      BROKEN__ failed         ####

      c cancel   ? help   q quit
    "
  `);

  terminal.resize(96, 12);
  await killBroker(rig);
  expect(await show('the loss of the broker', 'broker_lost', 'The broker has ended')).toContain('nothing runs');
  const next = await background(rig, `Again ${hangs}`);
  await show('a job of the next broker', next.slice(-8), '1 running');

  terminal.press('q');
  const left = await terminal.screenWith((text) => text.includes('status'), 'the shell');
  expect(left).toMatch(/^One job goes on \(codex-companion watch\)\nstatus 0\nready>$/u);
  expect(terminal.state()).toEqual(AS_BEFORE);
  expect(recordOf(rig, next)?.status).toBe('running');
});

test.runIf(hasTmux)('however it is left, the terminal is as it was before', async () => {
  const rig = await startRig();
  const terminal = await openWatch(rig, 80, 12);
  const pid = async () => {
    await terminal.screenWith((text) => text.includes('No jobs yet') && text.includes('q quit'), 'the table');
    expect(terminal.state()).toEqual({ alternateScreen: true, cursorVisible: false, wraps: false });
    return rig.processes().find(({ cmdline }) => /cli\.cjs.?watch/u.test(cmdline))?.pid ?? 0;
  };
  const again = async (prefix = '') => {
    terminal.run(`clear; ${prefix} ${commandLine(['watch'])}; echo "status $?"`);
    return pid();
  };
  const leftWith = async (status: number) => {
    const screen = await terminal.screenWith((text) => text.includes(`status ${status}`), `status ${status}`);
    expect(terminal.state()).toEqual(AS_BEFORE);
    terminal.run('clear; stty -a');
    await terminal.screenWith((text) => / icanon /u.test(text) && / echo /u.test(text), 'a terminal that echoes lines');
    return screen;
  };

  await pid();
  terminal.press('C-z');
  await terminal.screenWith((text) => text.includes('Stopped'), 'the shell');
  expect(terminal.state()).toEqual(AS_BEFORE);
  terminal.run('clear; fg; echo "status $?"');
  await pid();
  terminal.press('C-c');
  await leftWith(130);

  process.kill(await again(), 'SIGTERM');
  await leftWith(143);

  process.kill(await again(`NODE_OPTIONS="--require ${CRASH}"`), 'SIGUSR2');
  expect(await leftWith(1)).toContain('Error: a defect');

  await again();
  terminal.press('Escape');
  await leftWith(0);

  // A shell that ignores the hang-up does not hand it on.
  const deaf = await again("trap '' HUP;");
  terminal.hangUp();
  await eventually(() => !isRunning(deaf), { withinMs: BOUND_MS, what: 'end of a watch that nobody sees' });
});

test('without a terminal: what is active, then a line for each change, until it is interrupted', async () => {
  const rig = await startRig();
  const before = await background(rig, `Before ${fakePrompt({ do: 'hang' })}`);
  await inTurn(rig, before);
  const watch = rig.start(['watch']);
  await watch.waitForLine(new RegExp(`^\\S+Z ${before} running: Before FAKE`, 'u'), BOUND_MS);

  const quick = await background(
    rig,
    `Quick ${fakePrompt({ do: 'finish', text: 'All \u001b[1mdone\u001b[0m.\nAnd more' })}`,
  );
  await watch.waitForLine(new RegExp(`^\\S+Z ${quick} completed in \\S+: All`, 'u'), BOUND_MS);
  await rig.run(['cancel', before]);
  await watch.waitForLine(new RegExp(`^\\S+Z ${before} cancelled in .*: by user$`, 'u'), BOUND_MS);
  watch.kill('SIGINT');

  expect(await watch.exited).toEqual({ code: 130, signal: null });
  const said = watch
    .stdout()
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ').slice(1, 3).join(' ').replace(/:$/u, ''));
  const states = ['queued', 'running', 'completed'].map((state) => `${quick} ${state}`);
  // It is quick: the first change may be over when it is heard of.
  expect(states.join()).toContain(said.filter((line) => line.startsWith(quick)).join());
  expect(said.filter((line) => line.startsWith(before))).toContain(`${before} cancelled`);
});

test('a broker with nothing to do does not stay for whoever watches', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_BROKER_IDLE_MS: '300' } });
  const watch = rig.start(['watch']);
  const id = await background(rig, 'FAKE:hang');
  await watch.waitForLine(new RegExp(id, 'u'), BOUND_MS);
  await rig.run(['cancel', id]);
  await watch.waitForLine(new RegExp(`${id} cancelled`, 'u'), BOUND_MS);

  await eventually(() => labelOf(rig) === null, { withinMs: BOUND_MS, what: 'end of the broker' });
  watch.kill('SIGTERM');
  expect((await watch.exited).code).toBe(143);
});

test('JSON is what other commands print', async () => {
  const rig = await startRig();
  expect(await rig.run(['watch', '--json'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('events --follow --json'),
  });
});
