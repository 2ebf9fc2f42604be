import { chmodSync, mkdirSync, rmdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatBytes } from '../../../../src/cli/doctor/bytes.ts';
import { type Census, takeCensus } from '../../../../src/cli/doctor/census.ts';
import { checkDirectories, directoryFinding } from '../../../../src/cli/doctor/checks/directories.ts';
import { censusFindings, checkFiles, LARGE_STATE_BYTES } from '../../../../src/cli/doctor/checks/files.ts';
import { checkJobs } from '../../../../src/cli/doctor/checks/jobs.ts';
import { checkRecords } from '../../../../src/cli/doctor/checks/records.ts';
import { checkSettings } from '../../../../src/cli/doctor/checks/settings.ts';
import {
  checkSpace,
  LOW_FREE_BYTES,
  MIN_FREE_BYTES,
  MIN_FREE_INODES,
  spaceFinding,
} from '../../../../src/cli/doctor/checks/space.ts';
import { about } from '../../../../src/cli/doctor/finding.ts';
import { surveyConfig } from '../../../../src/config/config.ts';
import { queuedJob } from '../../../status/jobs.ts';
import { tempDir } from '../../../support/temp.ts';
import { brokerTraces, emptyScene, levels, NEVER } from '../places.ts';

const subject = about('state.directory', 'State directory');

describe('a directory of ours', () => {
  test('that is not there yet is fine where it can be made', async () => {
    expect(levels(await checkDirectories(emptyScene()))).toEqual(['state.directory ok', 'runtime.directory ok']);
  });

  test('that cannot be made below a file is a problem', () => {
    const file = path.join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(directoryFinding(subject, path.join(file, 'state')).level).toBe('problem');
  });

  test.each([0o777, 0o750, 0o500])('with mode %o is a problem, and is mended', async (mode) => {
    const directory = tempDir();
    chmodSync(directory, mode);

    const found = directoryFinding(subject, directory);
    expect(found).toMatchObject({ level: 'problem', remedy: `run "chmod 700 '${directory}'"` });
    await found.fix?.apply();

    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(directoryFinding(subject, directory).level).toBe('ok');
  });

  test('has no mode that could be wrong where there are none', () => {
    const directory = tempDir();
    chmodSync(directory, 0o777);
    const found = directoryFinding(subject, directory, null);
    expect(found).toMatchObject({ level: 'ok', detail: `"${directory}" can be written` });
  });

  test('of any workspace is looked at; where it is refused, the others are still read', async () => {
    const scene = emptyScene();
    const ours = path.join(scene.workspace.directory, 'active');
    const other = path.join(scene.stateRoot, 'workspaces', 'other-0123456789ab');
    for (const directory of [ours, other]) mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(ours, `${queuedJob().id}.json`), '{}');
    chmodSync(other, 0o755);

    const found = await checkDirectories(scene);
    expect(levels(found)).toEqual(['state.directory ok', 'state.directory problem', 'runtime.directory ok']);
    expect(found[1]?.detail).toContain(`"${other}": its mode is 0755`);
    expect(levels(await checkJobs(scene))).toEqual(['jobs.lost ok']);
    expect((await checkRecords(scene)).map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^1 record cannot be read: /u),
    ]);
    await found[1]?.fix?.apply();

    expect(levels(await checkDirectories(scene))).toEqual(['state.directory ok', 'runtime.directory ok']);
  });

  test('of a broker is looked at: with a file for its lock none can start', async () => {
    const scene = emptyScene();
    const { paths } = brokerTraces(scene, { holder: null });
    rmdirSync(paths.lock);
    writeFileSync(paths.lock, '');

    expect(await checkDirectories(scene)).toContainEqual(
      expect.objectContaining({ level: 'problem', detail: `"${paths.lock}": it is not a directory` }),
    );
  });

  test('that cannot be used says nothing of what is in it', async () => {
    const stateRoot = path.join(tempDir(), 'state');
    writeFileSync(stateRoot, '');
    expect(levels(await checkDirectories(emptyScene({ stateRoot })))).toEqual([
      'state.directory problem',
      'runtime.directory ok',
    ]);
  });

  test('that is a link, or a file, is a problem that nobody mends by itself', () => {
    const base = tempDir();
    symlinkSync(tempDir(), path.join(base, 'link'));
    writeFileSync(path.join(base, 'file'), '');
    for (const name of ['link', 'file'])
      expect(directoryFinding(subject, path.join(base, name))).toMatchObject({ level: 'problem', fix: null });
  });
});

describe('the state', () => {
  test('is counted, and what others may read is found and mended', async () => {
    const scene = emptyScene();
    const logs = path.join(scene.workspace.directory, 'logs');
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(logs, 'task.log'), 'x'.repeat(100), { mode: 0o600 });
    writeFileSync(path.join(logs, 'open.json'), 'x'.repeat(50), { mode: 0o644 });
    symlinkSync('/etc', path.join(logs, 'link'));

    const found = await checkFiles(scene, NEVER);
    expect(levels(found)).toEqual(['state.size ok', 'state.modes warning']);
    expect(found[0]?.detail).toContain('150 bytes, of that 100 bytes in logs');
    expect(found[1]?.detail).toContain('open.json');
    await found[1]?.fix?.apply();

    expect(levels(await checkFiles(scene, NEVER))).toEqual(['state.size ok']);
    expect(statSync('/etc').mode & 0o777).toBe(0o755);
  });

  test('of which there is too much is counted as far as the limit', async () => {
    const directory = tempDir();
    for (const name of ['a', 'b', 'c']) writeFileSync(path.join(directory, name), '', { mode: 0o600 });
    expect(await takeCensus([directory], NEVER, 2)).toMatchObject({ entries: 2, cut: true });
  });

  test.each<[Partial<Census>, string[]]>([
    [{}, ['state.size ok']],
    [{ bytes: LARGE_STATE_BYTES + 1 }, ['state.size warning']],
    [{ unreadable: ['/x'] }, ['state.size ok', 'state.unreadable problem']],
  ])('%j', (census, expected) => {
    const none = { entries: 0, bytes: 0, logBytes: 0, open: [], unreadable: [], cut: false };
    expect(levels(censusFindings({ ...none, ...census }))).toEqual(expected);
  });
});

describe('room on the disk', () => {
  test.each([
    [LOW_FREE_BYTES, null, 'ok'],
    [LOW_FREE_BYTES - 1, null, 'warning'],
    [MIN_FREE_BYTES - 1, null, 'problem'],
    [0, 10_000, 'problem'],
    [LOW_FREE_BYTES, MIN_FREE_INODES, 'ok'],
    [LOW_FREE_BYTES, MIN_FREE_INODES - 1, 'problem'],
  ])('%s bytes and %s inodes: %s', (bytes, inodes, level) => {
    expect(spaceFinding('state', '/state', { bytes, inodes }, LOW_FREE_BYTES).level).toBe(level);
  });

  test('is looked at where the directory would be', async () => {
    expect(levels(await checkSpace(emptyScene()))).toContainEqual(expect.stringMatching(/^state\.space /u));
  });

  test.each([
    [0, '0 bytes'],
    [1_023, '1023 bytes'],
    [1_536, '1.5 KiB'],
    [200 * 1024 ** 3, '200 GiB'],
    [5_000 * 1024 ** 4, '5000 TiB'],
  ])('%s is "%s" for people', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('the settings', () => {
  test.each([
    [{}, ['settings ok']],
    [{ CODEX_COMPANION_MAX_JOBS: 'many', CODEX_COMPANION_LOG_LEVEL: 'loud' }, ['settings problem', 'settings problem']],
    [{ CODEX_COMPANION_MAXJOBS: '3' }, ['settings ok', 'environment.unknown note']],
    [{ NODE_EXTRA_CA_CERTS: '/nowhere.pem' }, ['settings ok', 'environment.certificates note']],
    [{ NODE_OPTIONS: '--inspect' }, ['settings ok', 'environment.node note']],
    [{ HTTPS_PROXY: 'http://u:p@proxy' }, ['settings ok', 'environment.proxy note']],
  ])('of the environment %j', async (variables, expected) => {
    const found = await checkSettings(sceneOf(variables));
    expect(levels(found)).toEqual(expected);
    expect(JSON.stringify(found)).not.toContain('u:p');
  });

  test('that cannot be used are told with what they should be, and a name that is none with the one that was meant', async () => {
    const [wrong] = await checkSettings(sceneOf({ CODEX_COMPANION_MAX_JOBS: 'many' }));
    expect(wrong).toMatchObject({
      detail: expect.stringMatching(/MAX_JOBS: "many"/u),
      remedy: expect.stringMatching(/64/u),
    });
    const [, unknown] = await checkSettings(sceneOf({ CODEX_COMPANION_MAXJOBS: '3' }));
    expect(unknown?.remedy).toBe('did you mean CODEX_COMPANION_MAX_JOBS?');
  });

  test('of the workspace that cannot be read leave open whether there is a review gate', async () => {
    const scene = emptyScene();
    const file = path.join(scene.workspace.directory, 'settings.json');
    mkdirSync(scene.workspace.directory, { recursive: true });
    writeFileSync(file, '{');

    expect(await checkSettings(scene)).toMatchObject([
      { id: 'settings', level: 'problem', detail: expect.stringContaining(`Cannot read "${file}"`) },
    ]);
  });

  test('of a file are told as they are refused', async () => {
    const file = path.join(tempDir(), 'config.toml');
    writeFileSync(file, 'max_jobs = "many"\nlog_level = "debug"\n');

    const found = await checkSettings(sceneOf({ CODEX_COMPANION_CONFIG: file }));

    expect(found).toMatchObject([{ id: 'settings', level: 'problem', detail: expect.stringContaining(file) }]);
  });

  test('a runtime directory that is too long for sockets is a problem with its remedy', async () => {
    const found = await checkSettings(emptyScene({ runtimeRoot: `/tmp/${'long/'.repeat(30)}` }));
    expect(found).toMatchObject([
      { id: 'settings', level: 'problem', remedy: 'set CODEX_COMPANION_RUNTIME_DIR to a shorter path' },
    ]);
  });

  /** What a scene says where these are the variables, and there is no file. */
  function sceneOf(variables: Readonly<Record<string, string>>) {
    const scene = emptyScene();
    const here = { CODEX_COMPANION_STATE_DIR: scene.stateRoot, CODEX_COMPANION_CONFIG: os.devNull };
    const { config, unusable } = surveyConfig(null, { ...here, ...variables });
    return { ...scene, ...config, unusable };
  }
});
