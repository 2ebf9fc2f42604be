import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROWS } from '../../src/config/rows.ts';
import { type OpenRig, openRig, type Rig } from '../support/rig.ts';
import { expectNothingStarted, startInShell } from './cli.ts';
import { projectSettings, userSettings } from './settings-of.ts';

interface Setting {
  readonly key: string;
  readonly value: unknown;
  readonly origin: object;
  readonly default: unknown;
}

interface File {
  readonly kind: string;
  readonly path: string;
  readonly exists: boolean;
  readonly problems: readonly string[];
}

let opened: OpenRig;
let rig: Rig;
let [project, user] = ['', ''];

beforeAll(async () => {
  opened = await openRig();
  rig = opened.rig;
  project = projectSettings(rig, 'idle_timeout = "90s"\nmodle = "x"\n');
  user = userSettings(rig, 'idle_timeout = "2h"\nmax_jobs = 3\n');
});

afterAll(() => opened.close());

test('config shows every setting with its value, as one would write it, and where that comes from', async () => {
  const env = { CODEX_COMPANION_KEEP_DAYS: '7', CODEX_COMPANION_MODEL: '' };

  const report = await rig.json<{ settings: Setting[]; files: File[] }>(
    ['config', '--timeout', '5m', '--effort', 'HIGH', '--on-approval', 'accept'],
    { env },
  );

  expect(report.settings.map(({ key }) => key)).toEqual(ROWS.map(({ key }) => key));
  const byKey = Object.fromEntries(report.settings.map((setting) => [setting.key, setting]));
  expect(byKey).toMatchObject({
    job_timeout: { value: '5m', origin: { kind: 'flag', flag: '--timeout' }, default: '30m' },
    effort: { value: 'high', origin: { kind: 'flag', flag: '--effort' }, default: null },
    on_approval: { value: 'accept', origin: { kind: 'flag', flag: '--on-approval' } },
    keep_days: { value: 7, origin: { kind: 'environment', variable: 'CODEX_COMPANION_KEEP_DAYS' }, default: 90 },
    idle_timeout: {
      value: '90s',
      origin: { kind: 'project', path: project },
      setBy: ['environment', 'user', 'project'],
    },
    max_jobs: { value: 3, origin: { kind: 'user', path: user }, readBy: 'broker' },
    state_dir: { value: rig.stateDir, setBy: ['environment'] },
    model: { value: null, origin: { kind: 'default' } },
    config_file: { value: user, origin: { kind: 'default' } },
  });
  expect(report.files).toEqual([
    { kind: 'project', path: project, exists: true, problems: [expect.stringContaining('did you mean "model"?')] },
    { kind: 'user', path: user, exists: true, problems: [] },
  ]);
  expectNothingStarted(rig);
});

test('for people a setting is a line, what it means below it, and what is wrong in a file is on stderr', async () => {
  const { code, stdout, stderr } = await rig.run(['config', '--idle-timeout', '1m']);

  expect(code).toBe(0);
  expect(stdout).toContain('job_timeout = "30m"\n  Hard deadline of a job, from its start\n');
  expect(stdout).toContain(
    `max_jobs = 3\n  Jobs at once in one workspace; more wait in order\n  From "${user}"; default: 8\n`,
  );
  expect(stdout).toMatch(/^idle_timeout = "1m"\n {2}.+\n {2}From --idle-timeout; default: "10m"$/mu);
  expect(stdout).toMatch(/^model: not set \(Codex's own\)$/mu);
  expect(stderr).toMatch(/^Cannot read "modle" in [^\n]+\n$/u);
});

test('one setting is shown with all there is to know, by its name or its variable', async () => {
  const byKey = await rig.run(['config', 'max_jobs']);
  expect(byKey.stdout.split('\n').map((line) => line.trim())).toEqual([
    'max_jobs = 3',
    'Jobs at once in one workspace; more wait in order',
    `From: "${user}"`,
    'Default: 8',
    'Values: 1 to 64',
    'Variable: CODEX_COMPANION_MAX_JOBS',
    "May be set by: the environment, your own file, a project's file",
    'Read: when a broker starts',
    '',
  ]);
  expect((await rig.run(['config', 'CODEX_COMPANION_MAX_JOBS'])).stdout).toBe(byKey.stdout);
  expect(await rig.json(['config', 'max_jobs'])).toMatchObject({ key: 'max_jobs', value: 3 });
  const unknown = await rig.run(['config', 'max_job']);
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toContain('There is no setting "max_job" (did you mean "max_jobs"?');
});

test('the files that are looked for are told, also those that are not there', async () => {
  const env = { CODEX_COMPANION_CONFIG: 'nowhere.toml' };
  const named = path.join(rig.workspace, 'nowhere.toml');

  const { stdout, stderr } = await rig.run(['config', '--paths'], { env });

  expect(stdout).toBe(`${project}\n  The project's, there\n${named}\n  Your own, not there\n`);
  expect(stderr).toContain(`Cannot read "${named}": it does not exist; going on without it`);
  expect(await rig.json(['config', '--paths'])).toMatchObject({ files: [{ kind: 'project' }, { kind: 'user' }] });
});

test('where the name of a state directory comes from that every other command refuses is told', async () => {
  const env = { CODEX_COMPANION_STATE_DIR: project };

  const { code, stdout, stderr } = await rig.run(['config', 'state_dir'], { env });

  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Refusing') });
  expect(stdout).toContain(`state_dir = "${project}"\n`);
  expect(stdout).toContain('  From: CODEX_COMPANION_STATE_DIR\n');
  expect((await rig.run(['status'], { env })).code).toBe(2);
});

test('on a terminal lines are broken where it ends', async () => {
  const terminal = startInShell(rig, 'script -qefc "stty cols 60; $(printf "%q " "$@")" /dev/null', [
    'config',
    'keep_jobs',
  ]);
  expect((await terminal.exited).code).toBe(0);
  const lines = terminal.stdout().split(/\r?\n/u);
  expect(lines.slice(1, 4)).toEqual([
    'keep_jobs = 1000',
    '  A finished job is kept while it is among so many newest',
    '  ones of its workspace; 0 keeps all',
  ]);
});
