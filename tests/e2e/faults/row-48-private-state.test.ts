import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Rig, startRig } from '../../support/rig.ts';
import { filesUnder } from '../../support/temp.ts';
import { stateOf } from '../records.ts';

const isRoot = process.getuid?.() === 0;

const PLACES: ReadonlyArray<readonly [string, (rig: Rig) => string]> = [
  ['state directory', (rig) => rig.stateDir],
  ['folder of workspaces', (rig) => path.join(rig.stateDir, 'workspaces')],
  ["workspace's folder", (rig) => stateOf(rig)],
];

test.each(PLACES)('row 48: a %s that others may enter is refused with the remedy', async (_what, placeOf) => {
  const rig = await startRig();
  const place = made(placeOf(rig));
  chmodSync(place, 0o777);

  await expectRefusal(
    rig,
    `codex-companion: Refusing to use "${place}": its mode is 0777 (run "chmod 700 '${place}'")\n`,
  );

  chmodSync(place, 0o700);
  expect(await rig.run(['task', 'hello'])).toMatchObject({ code: 0 });
});

test.each(PLACES)('row 48: a %s that is a symbolic link is refused with the remedy', async (_what, placeOf) => {
  const rig = await startRig();
  const place = placeOf(rig);
  made(path.dirname(place));
  symlinkSync(made(path.join(rig.workspace, 'elsewhere')), place);

  await expectRefusal(rig, /: it is a symbolic link \(remove it, or choose another place\)\n$/u);

  expect(readdirSync(path.join(rig.workspace, 'elsewhere'))).toEqual([]);
});

test.skipIf(!isRoot).each(PLACES)('row 48: a %s of another user is refused with the remedy', async (_what, placeOf) => {
  const rig = await startRig();
  chownSync(made(placeOf(rig)), 12_345, 12_345);

  await expectRefusal(rig, /: it belongs to uid 12345, not to uid 0 \(choose another directory\)\n$/u);
});

test('row 48: a runtime directory that others may enter is refused with the remedy', async () => {
  const rig = await startRig();
  chmodSync(made(rig.runtimeDir), 0o777);

  const { code, stdout, stderr } = await rig.run(['task', 'hello']);

  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toContain(
    `Refusing to use "${rig.runtimeDir}": its mode is 0777 (run "chmod 700 '${rig.runtimeDir}'")`,
  );
  expect(rig.processes()).toEqual([]);
});

test('row 48: what a job leaves is readable by its user only, whatever the umask', async () => {
  const rig = await startRig();

  await rig.run(['task', 'hello']);

  const directories = [rig.stateDir, rig.runtimeDir, ...directoriesUnder(rig.stateDir)];
  expect(directories.filter((directory) => (statSync(directory).mode & 0o777) !== 0o700)).toEqual([]);
  const files = filesUnder(rig.stateDir).map((file) => path.join(rig.stateDir, file));
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => (statSync(file).mode & 0o077) !== 0)).toEqual([]);
});

async function expectRefusal(rig: Rig, why: string | RegExp): Promise<void> {
  for (const args of [['task', 'hello'], ['status'], ['broker', 'start']]) {
    const { code, stdout, stderr } = await rig.run(args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toEqual(typeof why === 'string' ? why : expect.stringMatching(why));
  }
  expect(rig.processes()).toEqual([]);
}

function made(directory: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}

function directoriesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
