import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCodexProgram } from '../../../../src/cli/doctor/checks/codex.ts';
import { checkGit } from '../../../../src/cli/doctor/checks/git.ts';
import { checkLogin, configuredProvider, loginFinding } from '../../../../src/cli/doctor/checks/login.ts';
import { MIN_NODE, nodeFinding } from '../../../../src/cli/doctor/checks/node.ts';
import { protocolFindings } from '../../../../src/cli/doctor/checks/protocol.ts';
import { idleCommand, sandboxFinding } from '../../../../src/cli/doctor/checks/sandbox.ts';
import type { ProtocolFit } from '../../../../src/codex/protocol-fit.ts';
import { findCodex } from '../../../../src/config/codex-binary.ts';
import type { Ended } from '../../../../src/util/bounded-process.ts';
import { windowsProgram } from '../../../../src/util/windows-program.ts';
import { codexPackage, PROJECT_ROOT } from '../../../support/codex-package.ts';
import { tempDir } from '../../../support/temp.ts';
import { emptyScene, NEVER } from '../places.ts';

describe('Node', () => {
  test('has to be of the version that package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'package.json'), 'utf8'));
    expect(engines.node).toBe(`>=${MIN_NODE}`);
  });

  test.each([
    ['v20.3.0', 'ok'],
    ['v20.2.1', 'problem'],
    ['v26.1.0', 'ok'],
    ['v18.20.4', 'problem'],
    ['v8.0.0', 'problem'],
  ])('%s is %s', (version, level) => {
    expect(nodeFinding(version, '/usr/bin/node')).toMatchObject({ level, detail: expect.stringContaining(version) });
  });
});

describe('Codex', () => {
  test('that is missing is a problem, with what to do', async () => {
    const codexMissing = 'not found: "/no/codex" (from CODEX_COMPANION_CODEX) is not an executable file';
    expect(await checkCodexProgram(emptyScene({ codexMissing }), NEVER)).toMatchObject([
      {
        id: 'codex.program',
        level: 'problem',
        detail: codexMissing,
        remedy: expect.stringContaining('npm install -g @openai/codex'),
      },
    ]);
  });

  test('is told with its version, and with what is started instead of the wrapper', async () => {
    const { wrapper, binary } = codexPackage();
    const root = tempDir('/var/tmp');
    const scene = emptyScene({
      codex: findCodex({ path: wrapper, by: 'the test' }, []),
      workspace: { root, cwd: root, directory: root },
      environment: { CODEX_HOME: root },
    });

    const [found] = await checkCodexProgram(scene, NEVER);

    expect(found).toMatchObject({ level: 'ok', detail: expect.stringMatching(/^codex-cli \d+\.\d+\.\d+/u) });
    expect(found?.detail).toContain(`"${wrapper}"`);
    expect(found?.detail).toContain(`"${binary}"`);
  });

  test('that is a script is run by Node, and told so', async () => {
    const root = tempDir();
    const script = path.join(root, 'codex.js');
    writeFileSync(script, 'console.log("codex-cli 1.2.3", process.argv.length)');
    const codex = { path: script, command: process.execPath, script: [script], environment: {}, fingerprint: '' };
    const workspace = { root, cwd: root, directory: root };

    const [found] = await checkCodexProgram(emptyScene({ codex, workspace }), NEVER);
    const [login] = await checkLogin(emptyScene({ codex, workspace }), NEVER);

    expect(found).toMatchObject({ level: 'ok', detail: expect.stringMatching(/^codex-cli 1\.2\.3 3; /u) });
    expect(found?.detail).toContain(`"${script}", by "${process.execPath}"`);
    expect(login).toMatchObject({ level: 'ok', detail: 'codex-cli 1.2.3 4' });
  });

  test('that cannot be run is a problem', async () => {
    const root = tempDir();
    const file = path.join(root, 'codex');
    writeFileSync(file, '#!/bin/sh\necho "no such library" >&2\nexit 127\n', { mode: 0o755 });
    const scene = emptyScene({
      codex: findCodex({ path: file, by: 'the test' }, []),
      workspace: { root, cwd: root, directory: root },
    });

    expect(await checkCodexProgram(scene, NEVER)).toMatchObject([
      {
        id: 'codex.program',
        level: 'problem',
        detail: expect.stringMatching(/^it ended with 127: no such library: /u),
      },
    ]);
  });
});

describe('the login', () => {
  test.each([
    ['Logged in using ChatGPT', 0, null, 'ok'],
    ['WARNING: something\nNot logged in', 1, null, 'problem'],
    ['Not logged in', 1, 'ollama', 'note'],
    ['Error loading configuration: config.toml:1:9', 1, null, 'note'],
  ])('"%s" with status %s, provider %s: %s', (said, status, provider, level) => {
    const found = loginFinding(exited(status, said), provider);
    expect(found.level).toBe(level);
    expect(found.detail).not.toContain('WARNING');
  });

  test('that is not told in time is nobody’s proof of anything', () => {
    expect(loginFinding({ id: 'timed_out' }, null).level).toBe('warning');
  });

  test('is not asked for without a Codex', async () => {
    expect(await checkLogin(emptyScene(), NEVER)).toEqual([]);
  });

  test.each([
    ['model = "x"\nmodel_provider = "acme"\n[a]\n', 'acme'],
    ["model_provider='acme'", 'acme'],
    ['model_provider = "openai"', null],
    ['[profiles.a]\nmodel_provider = "acme"', null],
    ['', null],
  ])('the configured provider is another one only where it is plain to see: %j', (config, provider) => {
    const home = tempDir();
    writeFileSync(path.join(home, 'config.toml'), config);
    expect(configuredProvider(home)).toBe(provider);
  });

  test('a configuration that is a pipe is not waited for, one behind a link is read', () => {
    const [piped, linked] = [tempDir(), tempDir()];
    spawnSync('mkfifo', [path.join(piped, 'config.toml')]);
    writeFileSync(path.join(linked, 'mine.toml'), 'model_provider = "ollama"');
    symlinkSync('mine.toml', path.join(linked, 'config.toml'));

    expect([configuredProvider(piped), configuredProvider(linked)]).toEqual([null, 'ollama']);
  });
});

describe('the protocol', () => {
  const fits: ProtocolFit = {
    misfits: [],
    unknownRequests: [],
    unknownItems: [],
    compared: { requests: 14, answers: 14, notifications: 24 },
  };

  test.each<[string, ProtocolFit | null, string[]]>([
    ['that cannot be compared', null, ['note']],
    ['that fits', fits, ['ok']],
    ['without something for one command', { ...fits, misfits: [misfit(false)] }, ['warning']],
    ['without something for every job', { ...fits, misfits: [misfit(false), misfit(true)] }, ['problem', 'warning']],
    ['with news', { ...fits, unknownRequests: ['a'], unknownItems: ['b'] }, ['ok', 'note', 'note']],
  ])('%s', (_name, fit, levels) => {
    expect(protocolFindings(fit).map(({ level }) => level)).toEqual(levels);
  });

  function misfit(grave: boolean) {
    return { what: 'it has no request "x"', serves: 'transfer', grave };
  }
});

describe('the sandbox', () => {
  test.each<[string, Ended, string]>([
    ['that comes up', exited(0, ''), 'ok'],
    ['that bubblewrap may not make', exited(1, 'bwrap: Creating new namespace failed: (ENOSPC)'), 'problem'],
    ['that the kernel does not have', exited(1, 'Error: Landlock is not supported'), 'problem'],
    ['of a Codex without the command', exited(2, "error: unrecognized subcommand 'sandbox'"), 'note'],
    ['that fails otherwise', exited(1, 'Error loading config.toml: 1:2'), 'warning'],
    ['that does not come up', { id: 'timed_out' }, 'warning'],
    ['that cannot be run', { id: 'not_started', error: new Error('EACCES') }, 'note'],
  ])('%s', (_name, ended, level) => {
    expect(sandboxFinding(ended, 'linux').level).toBe(level);
  });

  test.each([
    ['linux', 'true'],
    ['darwin', 'true'],
    ['win32', `${windowsProgram('cmd')} /d /c exit`],
  ] as const)('on %s is tried with what is there, and told so', (platform, command) => {
    expect(idleCommand(platform).join(' ')).toBe(command);
    expect(sandboxFinding(exited(1, 'Error loading config.toml: 1:2'), platform)).toMatchObject({
      detail: expect.stringContaining(`"codex sandbox -- ${command}" ended with 1`),
      remedy: `run "codex sandbox -- ${command}" by hand to see more`,
    });
  });

  test('that does not come up for another reason is told with the error, and not with where in Codex it was', () => {
    const stderr = 'WARNING: no aliases\nError: config.toml:1:9: extra `=`\n\nStack backtrace:\n  10: <unknown>\n';
    expect(sandboxFinding(exited(1, stderr), 'linux').detail).toMatch(
      /ended with 1: Error: config\.toml:1:9: extra `=`$/u,
    );
  });

  test('that is refused is told with what a job cannot do', () => {
    const found = sandboxFinding(exited(1, 'bwrap: no permissions'), 'linux');
    expect(found.detail).toMatch(/bwrap: no permissions; jobs can run no commands, .*--write/u);
    expect(found.remedy).toContain('user namespaces');
  });
});

describe('Git', () => {
  test.each([
    ['that is there', process.env['PATH'] ?? '', 'ok'],
    ['that is missing', '/nowhere', 'warning'],
  ])('%s', async (_name, PATH, level) => {
    const root = tempDir();
    const scene = emptyScene({ environment: { PATH }, workspace: { root, cwd: root, directory: root } });
    expect((await checkGit(scene, NEVER)).map((found) => found.level)).toEqual([level]);
  });
});

function exited(status: number, stderr: string): Ended {
  return { id: 'exited', status, stdout: Buffer.from(''), stderr };
}
