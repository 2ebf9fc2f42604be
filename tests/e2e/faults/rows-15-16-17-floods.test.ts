import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codexPackage } from '../../support/codex-package.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { peakMb } from '../../support/memory.ts';
import { startRig } from '../../support/rig.ts';
import { tempDir } from '../../support/temp.ts';
import { brokerLog } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

const MB = 1024 * 1024;

/** A broker with one turn behind it has about 70 MB, and up to 170 when a line had grown to the greatest length it keeps (Node 24; 110 under 20). */
const PEAK_MB = 210;

test('row 15: lines that are no messages, and lines without end, are skipped and counted', async () => {
  const rig = await startRig();
  const tooLong = 17 * 1024 * 1024;
  const steps = fakePrompt(
    { do: 'garbage', text: 'Segmentation fault', count: 8 },
    { do: 'longLine', bytes: tooLong },
    { do: 'stderr', bytes: tooLong },
    { do: 'noNewline', bytes: tooLong },
    { do: 'garbage', text: '' },
    { do: 'finish' },
  );

  expect(await rig.run(['task', steps])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  // Told at every power of ten: the first, and the last of these.
  const { stdout } = await rig.run(['events', '--topic', 'appServer.garbled', '--json']);
  const told = stdout.trim().split('\n');
  expect(told.map((line) => JSON.parse(line).event.lines)).toEqual([1, 10]);
});

test('row 15: a broken line that seems to be about an item of a turn is skipped and counted, too', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const task = rig.start(['task', SCRIPTED]);
  const turn = await nextTurn();
  const { threadId, turnId } = turn;
  const text = `{"method":"item/started","params":{"item":{"type":"commandEx},"threadId":"${threadId}","turnId":"${turnId}"}}`;

  await turn.run({ do: 'garbage', text });
  await turn.run({ do: 'finish', text: 'all the same' });

  expect(await task.exited).toMatchObject({ code: 0 });
  expect(task.stdout()).toBe('all the same\n');
  const { stdout } = await rig.run(['events', '--topic', 'appServer.garbled', '--json']);
  expect(JSON.parse(stdout).event).toMatchObject({ lines: 1, sample: text.slice(0, 200) });
});

test('row 15: a codex on PATH that says something else first is understood all the same (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  const directory = tempDir();
  const codex = path.join(directory, 'codex');
  const chatter = 'echo "Welcome to this machine"; echo "{\\"a\\": \\"broken"; echo; echo "[1,2]"';
  writeFileSync(codex, `#!/bin/sh\n${chatter}\nexec "${codexPackage().binary}" "$@"\n`);
  chmodSync(codex, 0o755);
  const env = { CODEX_COMPANION_CODEX: '', PATH: [directory, rig.env['PATH'] ?? ''].join(path.delimiter) };

  expect(await rig.run(['task', 'STUB:hello'], { env })).toMatchObject({ code: 0, stdout: 'hello from stub\n' });

  expect(brokerLog(rig)).toContain('Skipped 1 lines of the app-server that are no messages: Welcome to this machine');
  expect(await rig.run(['broker', 'stop'], { env })).toMatchObject({ code: 0 });
});

test.each([
  ['row 16: a line of 200 MB', fakePrompt({ do: 'longLine', bytes: 200 * MB }, { do: 'finish' })],
  [
    'row 16: a line without an end, 256 MB of it,',
    fakePrompt({ do: 'noNewline', bytes: 256 * MB }, { do: 'garbage', text: '' }, { do: 'finish' }),
  ],
  ['row 17: 200 MB of stderr', fakePrompt({ do: 'stderr', bytes: 200 * MB }, { do: 'finish' })],
])('%s costs the broker little memory, and the turn goes on', async (what, prompt) => {
  const rig = await startRig();

  expect(await rig.run(['task', prompt])).toMatchObject({ code: 0, stdout: 'fake answer\n' });

  expect(peakMb(await rig.brokerPid())).toBeLessThan(PEAK_MB);
  const garbled = (await rig.run(['events', '--topic', 'appServer.garbled', '--json'])).stdout;
  expect(garbled === '').toBe(what.includes('stderr'));
});

test('row 17: of 100 MB on stderr the end is kept and quoted when the app-server dies', async () => {
  const rig = await startRig();
  const steps = fakePrompt(
    { do: 'stderr', bytes: 100 * MB },
    { do: 'stderr', text: 'last words\n' },
    { do: 'exit', code: 3 },
  );

  const { code, stderr } = await rig.run(['task', steps]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/exited with code 3; its stderr ended with: [\s\S]*last words/u);
  expect(stderr.length).toBeLessThan(10_000);
});
