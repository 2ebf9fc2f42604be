import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { hasTmux, openTerminal } from '../support/tmux.ts';
import { commandLine, startOnTerminal } from './cli.ts';
import { background, inTurn, recordOf } from './records.ts';
import { withNames } from './screens.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const ESC = '\u001b';

/** The line that is drawn over: at most one, and nothing comes after it. */
const DRAWN = /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] .*$/u;

/** Times and frames go on, ids are made up, and a shell's own words are its own. */
function masked(screen: string, ids: Readonly<Record<string, string>>): string {
  const plain = withNames(screen, ids)
    .replace(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/gu, '*')
    .replaceAll(/[0-9a-f-]{36}/gu, '(UUID)');
  return `\n${plain.replace(/\b\d+:\d\d\b/gu, (time) => '#'.repeat(time.length))}\n`;
}

test.runIf(hasTmux)(
  'a task on a terminal: a line below what it says, gone for a question, for Ctrl-Z and for the answer',
  async () => {
    const { rig, nextTurn } = await startScriptedRig();
    const first = await background(rig, `First ${fakePrompt({ do: 'hang' })}`, ['--write']);
    await inTurn(rig, first);
    const terminal = await openTerminal({ columns: 80, rows: 20, cwd: rig.workspace, env: rig.env });
    terminal.run(`clear; ${commandLine(['task', '--write', '--on-approval', 'ask', SCRIPTED])}; echo "status $?"`);

    const queued = await terminal.screenWith((text) => text.includes('for ') && DRAWN.test(text), 'what it waits for');
    const [own = ''] = /task-\w{9}-\w{8}/u.exec(queued) ?? [];
    const ids = { FIRST___: first, SECOND__: own };
    expect(masked(queued, ids)).toMatchInlineSnapshot(`
      "
      [codex] Job task-#########-SECOND__
      [codex] Queued: FAKE:scripted
      * waiting #### · for FIRST___: writes to the same working tree
      "
    `);

    terminal.press('C-z');
    const stopped = await terminal.screenWith((text) => text.includes('Stopped'), 'the shell');
    expect(stopped).not.toMatch(DRAWN);
    terminal.run('clear; fg; echo "status $?"');
    await terminal.screenWith((text) => DRAWN.test(text), 'the line again');

    await rig.run(['cancel', first]);
    const turn = await nextTurn();
    turn.send({ do: 'approval', command: 'make install' });
    const question = await terminal.screenWith((text) => text.includes('[y/N]'), 'the question');
    expect(question).not.toMatch(DRAWN);
    terminal.press('y', 'Enter');
    await terminal.screenWith((text) => DRAWN.test(text), 'the line after the question');

    turn.send({ do: 'command', command: 'npm test -- a-name-that-is-longer-than-the-screen', never: true });
    await terminal.screenWith((text) => / · \$ npm test/u.test(text), 'the command');
    terminal.resize(40, 20);
    // A frame that is on its way while the terminal folds the one before it cannot be helped: the last line is the one that counts.
    await terminal.screenWith((text) => {
      const [line = '', above = ''] = text.split('\n').reverse();
      return /^\* verifying \S+ · \$ npm test.*…$/u.test(masked(line, {}).trim()) && !above.startsWith('npm test');
    }, 'a short line');

    terminal.resize(80, 20);

    terminal.press('C-c');
    const end = await terminal.screenWith((text) => text.includes('status 130'), 'the end');
    expect(recordOf(rig, own)?.status).toBe('cancelled');
    // Whether the command is told to have failed is up to Codex.
    const told = end.replace(/^\[codex\] Command failed[\s\S]*?\(exit\s-1\)\n/mu, '');
    expect(masked(told.slice(told.indexOf('Cancelling')), ids)).toMatchInlineSnapshot(`
      "
      Cancelling task-#########-SECOND__ (interrupt again to leave at once)
      [codex] Cancelling.
      task-#########-SECOND__ was cancelled by interrupt
      Codex session ID: (UUID)
      Resume in Codex: codex resume (UUID)
      status 130
      ready>
      "
    `);
  },
);

test.runIf(hasTmux)(
  'the answer, an interrupted question and an interrupted wait leave nothing of the line behind',
  async () => {
    const go = path.join(tempDir(), 'go');
    const rig = await startRig({ env: { FAKE_CODEX_START: `held:${go}` } });
    const terminal = await openTerminal({ columns: 80, rows: 14, cwd: rig.workspace, env: rig.env });
    const prompt = fakePrompt({ do: 'command', command: 'make', ms: 1_500 }, { do: 'finish', text: 'The answer' });
    terminal.run(`clear; ${commandLine(['task', prompt])}`);
    await terminal.screenWith((text) => /Starting Codex \d:/u.test(text), 'that Codex is started');
    writeFileSync(go, '');
    await terminal.screenWith((text) => / · \$ make/u.test(text), 'the command');
    const answered = await terminal.screenWith((text) => /^The answer\nready>$/mu.test(text), 'the answer');
    const after = answered.slice(answered.indexOf('[codex] Running'));
    expect(masked(after, {})).toMatchInlineSnapshot(`
      "
      [codex] Running command: make
      [codex] Command completed: make (exit 0)
      [codex] Assistant message: The answer
      The answer
      ready>
      "
    `);

    const asks = fakePrompt({ do: 'approval', command: 'make install' });
    terminal.run(`clear; ${commandLine(['task', '--on-approval', 'ask', asks])}; echo "status $?"`);
    await terminal.screenWith((text) => text.includes('[y/N]'), 'the question');
    terminal.press('C-c');
    const interrupted = await terminal.screenWith((text) => text.includes('status 130'), 'the end');
    expect(interrupted).toMatch(/^Cancelling task-/mu);
    expect(interrupted).not.toMatch(DRAWN);

    const id = await background(rig, fakePrompt({ do: 'hang' }));
    await inTurn(rig, id);
    terminal.run(`clear; ${commandLine(['wait', id])}; echo "status $?"`);
    await terminal.screenWith((text) => text.includes(`${id.slice(-8)} running `) && DRAWN.test(text), 'the job');
    terminal.press('C-c');
    const left = await terminal.screenWith((text) => text.includes('ready>'), 'the shell');
    expect(left).not.toMatch(DRAWN);
    expect(recordOf(rig, id)?.status).toBe('running');
  },
);

test.each([{ NO_COLOR: '1' }, { CI: 'true' }, { TERM: 'dumb' }])('plain lines with %o', async (env) => {
  const rig = await startRig();
  const task = startOnTerminal(rig, ['task', 'hello'], { env: { TERM: 'xterm', ...env } });
  expect((await task.exited).code).toBe(0);
  expect(task.stdout()).toContain('fake answer');
  expect(task.stdout()).not.toContain(ESC);
});
