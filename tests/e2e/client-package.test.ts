import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, expect, test } from 'vitest';
import { VERSION } from '../../src/contract/version.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { spawnCaptured } from '../support/process.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { filesUnder, makeTempDir } from '../support/temp.ts';
import { killBroker } from './records.ts';

const TSC = path.join(PROJECT_ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

/** The compiler is busy for some seconds, on a busy machine for many. */
const COMPILE_MS = 120_000;

/** npm asks its registry for what is not in its cache. */
const INSTALL_MS = 120_000;

/** As npm names it. */
const TARBALL = `codex-companion-${VERSION}.tgz`;

/** What may be in it: the programs, what they were made of, the types of the client, the manual, and what npm adds itself. */
const PACKED = [
  /^dist\/(?:cli|brief|everyday|program|broker|broker-program|doctor|pool-thread)\.cjs$/u,
  /^dist\/(?:client|thread)\.mjs$/u,
  /^dist\/THIRD_PARTY_LICENSES\.txt$/u,
  /^dist\/types\/(?:client|contract|review)\/[a-z-]+\.d\.ts$/u,
  /^man\/codex-companion\.1$/u,
  /^(?:package\.json|README\.md|LICENSE)$/u,
];
const MAX_PACKED_BYTES = 1_000_000;

/** A project of somebody else's, with this one installed as npm packs it. */
const project = makeTempDir();

beforeAll(() => {
  run(process.execPath, [path.join(PROJECT_ROOT, 'scripts', 'build.mjs'), '--types']);
  run('npm', ['pack', PROJECT_ROOT, '--ignore-scripts', '--silent'], project.path);
  const modules = path.join(project.path, 'node_modules');
  mkdirSync(path.join(modules, '@types'), { recursive: true });
  run('tar', ['--extract', '--gzip', '--file', TARBALL], project.path);
  renameSync(path.join(project.path, 'package'), path.join(modules, 'codex-companion'));
  for (const name of ['zeromq', '@types/node'])
    symlinkSync(path.join(PROJECT_ROOT, 'node_modules', name), path.join(modules, name));
  write('package.json', { type: 'module' });
  copyFileSync(path.join(PROJECT_ROOT, 'examples', 'watch-and-run.ts'), path.join(project.path, 'watch-and-run.ts'));
  compile({ module: 'node16', moduleResolution: 'node16', outDir: 'out' }, ['watch-and-run.ts']);
  return () => project.remove();
}, COMPILE_MS);

test('the package has what is needed, and nothing else', async () => {
  const packed = path.join(project.path, 'node_modules', 'codex-companion');
  const names = filesUnder(packed).map((file) => file.split(path.sep).join('/'));
  expect(names.filter((name) => !PACKED.some((pattern) => pattern.test(name)))).toEqual([]);
  expect(PACKED.filter((pattern) => !names.some((name) => pattern.test(name)))).toEqual([]);
  expect(statSync(path.join(project.path, TARBALL)).size).toBeLessThan(MAX_PACKED_BYTES);
  const { messages, pkg } = await publint({ pkgDir: packed, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test(
  'installed into an empty prefix without install scripts, it says its version, finds itself in order and runs a job',
  async () => {
    const prefix = path.join(project.path, 'prefix');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--silent'];
    run('npm', ['install', '--global', '--prefix', prefix, ...quiet, `./${TARBALL}`], project.path);
    const rig = await startRig();
    const program = path.join(prefix, 'bin', 'codex-companion');
    const installed = async (...args: string[]) => {
      const command = spawnCaptured(program, args, { cwd: rig.workspace, env: rig.env, input: '' });
      return { ...(await command.exited), stdout: command.stdout(), stderr: command.stderr() };
    };
    expect(await installed('--version')).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
    expect(await installed('task', 'hello')).toMatchObject({ code: 0, stdout: 'fake answer\n' });
    expect(await installed('status')).toMatchObject({ code: 0, stdout: expect.stringContaining('completed') });
    const doctor = await installed('doctor', '--json');
    expect({ code: doctor.code, doctor: doctor.stdout }).toMatchObject({ code: 0 });
    expect(await installed('broker', 'stop')).toMatchObject({ code: 0 });
  },
  INSTALL_MS,
);

test(
  'what is published as a type is what the sources have, also for who resolves as a bundler does',
  () => {
    const contract = path.join(PROJECT_ROOT, 'src', 'contract');
    const names = {
      event: ['Envelope', 'JobEvent', 'BrokerEvent'],
      fact: ['Fact'],
      'job-view': ['JobView'],
      fault: ['Reason'],
    };
    const lines = Object.entries(names).flatMap(([file, types]) =>
      types.flatMap((type) => [
        `import type { ${type} as ${type}OfSources } from '${contract}/${file}.ts';`,
        `import type { ${type} } from './node_modules/codex-companion/dist/types/contract/${file}.js';`,
        `export const ${type}IsSame: Same<${type}, ${type}OfSources> = true;`,
      ]),
    );
    const same = 'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;';
    write('same.ts', [same, ...lines].join('\n'));

    compile({ module: 'esnext', moduleResolution: 'bundler', allowImportingTsExtensions: true, noEmit: true }, [
      'same.ts',
      'watch-and-run.ts',
    ]);
  },
  COMPILE_MS,
);

test('the example runs a job, tells what it does, and prints its answer', async () => {
  const { rig, example } = await startExample(
    fakePrompt({ do: 'command', command: 'npm test', exitCode: 0 }, { do: 'finish', text: 'all is well' }),
  );

  expect(await example.exited).toEqual({ code: 0, signal: null });
  expect(example.stdout()).toBe('all is well\n');
  expect(example.stderr()).toMatch(/^task-\S+ is accepted\n\S+Z job\.queued\n\S+Z job\.started\n/u);
  expect(example.stderr()).toContain('itemStarted: command: npm test');
  expect(example.stderr()).toMatch(/Z job\.completed\n$/u);
  expect(await rig.json(['status'])).toMatchObject({ latestFinished: { status: 'completed' } });
});

test('the example outlives its broker, and tells how the job ended', async () => {
  const { rig, example } = await startExample('FAKE:hang');
  await example.waitForLine(/job\.turnStarted/u, BOUND_MS);

  await killBroker(rig);

  expect(await example.exited).toEqual({ code: 1, signal: null });
  expect(example.stderr()).toMatch(/\n\(the broker has ended; the job is in its record\)\n$/u);
  expect(example.stdout()).toMatch(/^The broker of this job \(pid \d+\) ended without finishing it/u);
});

/** The example as it was compiled, run in the rig's workspace. */
async function startExample(prompt: string) {
  const rig = await startRig();
  const program = path.join(project.path, 'out', 'watch-and-run.js');
  const example = spawnCaptured(process.execPath, [program, prompt], { cwd: rig.workspace, env: rig.env, input: '' });
  return { rig, example };
}

/** Compiles files of the project as strictly as can be. Fails with what the compiler says. */
function compile(options: object, files: readonly string[]): void {
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  };
  write('tsconfig.json', { compilerOptions: { target: 'es2022', types: ['node'], ...strict, ...options }, files });
  run(process.execPath, [TSC, '--project', '.'], project.path);
}

function write(name: string, content: object | string): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(path.join(project.path, name), text);
}

function run(command: string, args: readonly string[], cwd = PROJECT_ROOT): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`"${command} ${args.join(' ')}" exited with ${status}:\n${stdout}${stderr}`);
}
