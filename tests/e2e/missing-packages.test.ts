import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyPackages, spoilBinaries } from '../support/packages.ts';
import { startRig } from '../support/rig.ts';
import { install } from './installed.ts';
import { background, inTurn } from './records.ts';

test('without its packages a command that needs the broker says what to do, in a line', async () => {
  const rig = await startRig();
  const program = install({ packages: false });

  const { code, stdout, stderr } = await program.run(rig, ['task', 'say hello']);

  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toBe(
    `codex-companion: Cannot reach the broker: the package "zeromq" is not installed, or only in part (run "npm ci --ignore-scripts" in "${program.folder}")\n`,
  );
  expect(rig.processes()).toEqual([]);
});

/** What can be the matter with the package, and what of it is told. `FOLDER` is where the program is. */
const INSTALL = '(run "npm ci --ignore-scripts" in "FOLDER")';
const BUILD = '(run "npm rebuild zeromq" in "FOLDER" to build it here, which needs CMake and a C++ compiler)';
const DAMAGES: ReadonlyArray<readonly [name: string, damage: (folder: string) => void, told: RegExp, remedy: string]> =
  [
    ['not there', () => undefined, /the package "zeromq" is not installed, or only in part/u, INSTALL],
    [
      'there without a binary for this platform',
      (folder) => writeFileSync(path.join(copyPackages(folder), 'build', 'manifest.json'), '{}'),
      /the package "zeromq" has no binary for this platform, \w+ \w+ \w+/u,
      BUILD,
    ],
  ];

const UNLOADABLE =
  /^codex-companion: Cannot reach the broker: the binary of the package "zeromq" cannot be loaded: [^\n]*\.node[^\n]* \(run "npm rebuild zeromq" in [^\n]*\)\n$/u;

test('a package that is of no use keeps only those from working who listen; they say what to do, in a line', async () => {
  const rig = await startRig();
  await rig.run(['task', 'say hello']);
  const done = (await rig.json<{ latestFinished: { id: string } }>(['status'])).latestFinished.id;
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);

  for (const [name, damage, told, remedy] of DAMAGES) {
    const program = install({ packages: false });
    damage(program.folder);
    const line = new RegExp(
      `^codex-companion: Cannot reach the broker: ${told.source} ${literally(remedy, program.folder)}\n$`,
      'u',
    );

    const [wait, status, result, doctor, ...others] = await Promise.all([
      program.run(rig, ['wait', running]),
      program.run(rig, ['status', '--json']),
      program.run(rig, ['result', done]),
      program.run(rig, ['doctor', '--json']),
      program.run(rig, ['events', '--json']),
      program.run(rig, ['logs', done]),
      program.run(rig, ['config', '--json']),
      program.run(rig, ['prune']),
      program.run(rig, ['broker', 'status']),
    ]);

    expect(wait, name).toMatchObject({ code: 4, stdout: '', stderr: expect.stringMatching(line) });
    expect(JSON.parse(status.stdout)).toMatchObject({ running: [{ id: running }], latestFinished: { id: done } });
    expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('fake answer') });
    expect(JSON.parse(doctor.stdout).findings).toContainEqual(
      expect.objectContaining({
        id: 'packages',
        level: 'problem',
        detail: expect.stringMatching(told),
        remedy: expect.stringMatching(new RegExp(literally(remedy.slice(1, -1), program.folder), 'u')),
      }),
    );
    for (const { code, stderr } of [status, ...others]) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }

  const strange = install({ packages: false });
  spoilBinaries(copyPackages(strange.folder), 'strange');
  // Of each binary that does not load, ZeroMQ's loader has a warning: nobody sees it.
  expect(await strange.run(rig, ['wait', running])).toMatchObject({
    code: 4,
    stderr: expect.stringMatching(UNLOADABLE),
  });
  expect(await strange.run(rig, ['cancel', running])).toMatchObject({ code: 0 });
});

test('a broker that cannot publish is none: why is told in a line, and nothing is left of it', async () => {
  const rig = await startRig();
  const program = install({ packages: false });
  spoilBinaries(copyPackages(program.folder), 'strange');

  const { code, stdout, stderr } = await program.run(rig, ['task', 'say hello']);

  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toMatch(UNLOADABLE);
  expect(rig.processes()).toEqual([]);
});

function literally(text: string, folder: string): string {
  return text.replaceAll(/[()+]/gu, '\\$&').replace('FOLDER', folder);
}

test('setup says which packages are missing, and what to do, when it cannot install them', async () => {
  const rig = await startRig();
  const program = install({ packages: false });
  rmSync(path.join(program.folder, 'package-lock.json'));

  const { code, stdout } = await program.run(rig, ['setup', '--json']);

  expect(code).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    ready: false,
    packages: { available: false, detail: 'the package "zeromq" is not installed, or only in part' },
    actionsTaken: [expect.stringMatching(/^Could not install zeromq: /u)],
  });
  expect(report.nextSteps[0]).toBe('Install the packages of the plugin: install codex-companion again.');
});
