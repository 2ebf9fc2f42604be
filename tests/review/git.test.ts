import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { askGit, Git } from '../../src/review/git.ts';
import { eventually } from '../support/eventually.ts';
import { isRunning } from '../support/processes.ts';
import { tempDir } from '../support/temp.ts';
import { fakeGit, GIT_ENVIRONMENT, repositoryWith } from './repository.ts';

function faked(script: string, options: { timeoutMs?: number; signal?: AbortSignal } = {}): Git {
  const PATH = `${fakeGit(script)}${path.delimiter}${process.env['PATH']}`;
  return new Git({ cwd: tempDir(), environment: { ...GIT_ENVIRONMENT, PATH }, ...options });
}

test('an answer comes whole, and in UTF-8', async () => {
  const repository = repositoryWith('a');
  repository.git('commit', '--quiet', '--allow-empty', '--message', 'Grüße 🌍');
  expect(await new Git(repository.options).run(['log', '-1', '--format=%s'])).toEqual({
    ok: true,
    stdout: 'Grüße 🌍\n',
    truncated: false,
  });
});

test('output over the limit is cut at a whole character, said, and git is not waited for', async () => {
  const git = faked('printf "ab€"; while :; do printf "€€€€€€€€"; done');
  expect(await git.run(['log'], 6)).toEqual({ ok: true, stdout: 'ab€', truncated: true });
});

test('output of exactly the limit is whole', async () => {
  expect(await faked('printf abc').run(['log'], 3)).toEqual({ ok: true, stdout: 'abc', truncated: false });
});

test('a git that hangs is ended with its children, and the sentence names the command and the time', async () => {
  const pids = path.join(tempDir(), 'pids');
  const git = faked(`sleep 600 & echo $$ $! > '${pids}'; wait`, { timeoutMs: 1_000 });
  const result = await git.run(['status', '--short']);
  expect(result).toMatchObject({ ok: false, fault: { kind: 'git_timed_out' } });
  expect(result).toHaveProperty(
    'fault.message',
    `Cannot read "${git.cwd}": no answer from "git status" within 1000 ms (run it there by hand to see why)`,
  );
  const started = readFileSync(pids, 'utf8').trim().split(' ').map(Number);
  expect(started).toHaveLength(2);
  await eventually(() => started.every((pid) => !isRunning(pid)), {
    withinMs: 5_000,
    what: 'end of git and its child',
  });
});

test('a signal ends it, and nothing is started after that', async () => {
  const running = path.join(tempDir(), 'running');
  const stop = new AbortController();
  const git = faked(`touch '${running}'; sleep 600`, { signal: stop.signal });
  const result = git.run(['status']);
  await eventually(() => existsSync(running), { withinMs: 5_000, what: 'git that runs' });
  stop.abort();
  expect(await result).toMatchObject({ ok: false, fault: { kind: 'git_stopped' } });
  expect(git.stopped).toBe(true);
  expect(await git.run(['status'])).toMatchObject({ ok: false, fault: { kind: 'git_stopped' } });
});

test('without git on PATH the sentence says so', async () => {
  const git = new Git({ cwd: tempDir(), environment: { PATH: tempDir() } });
  expect(await git.run(['status'])).toEqual({
    ok: false,
    fault: {
      kind: 'git_missing',
      message: 'Cannot run git: there is none on PATH (install git, or put its folder on PATH)',
    },
  });
});

test('a directory that is not there is not mistaken for a missing git', async () => {
  const cwd = path.join(tempDir(), 'gone');
  const result = await new Git({ cwd, environment: GIT_ENVIRONMENT }).run(['status']);
  expect(result).toMatchObject({ fault: { message: `Cannot review "${cwd}": there is no such directory` } });
});

test('a failure carries the status and the end of what git said', async () => {
  const result = await faked('echo "fatal: the index is full of eels" >&2; exit 3').run(['diff']);
  expect(result).toMatchObject({ ok: false, fault: { kind: 'git_failed' } });
  expect(result).toHaveProperty('fault.message', expect.stringContaining('"git diff" ended with 3: fatal: the index'));
});

test('an argument that no program can take is a failure, not an exception', async () => {
  expect(await faked('exit 0').run(['log', 'a\0b'])).toMatchObject({ ok: false });
});

test('a question that git refuses is answered "no"; one that hangs is not', async () => {
  expect(await askGit(faked('exit 1'), ['merge-base'])).toEqual({ ok: true, line: null });
  expect(await askGit(faked('echo main'), ['symbolic-ref'])).toEqual({ ok: true, line: 'main' });
  expect(await askGit(faked('sleep 600', { timeoutMs: 50 }), ['merge-base'])).toMatchObject({ ok: false });
});

test('git gets no stdin, no prompt, no pager, no repository from the environment, and takes no locks', async () => {
  const git = new Git({
    cwd: tempDir(),
    environment: {
      ...process.env,
      GIT_DIR: '/elsewhere',
      GIT_INDEX_FILE: '/elsewhere/index',
      PATH: `${fakeGit('env; echo "args $*"; cat')}${path.delimiter}${process.env['PATH']}`,
    },
  });
  const result = await git.run(['status']);
  const said = result.ok ? result.stdout : '';
  expect(said).toContain('GIT_OPTIONAL_LOCKS=0\n');
  expect(said).toContain('GIT_TERMINAL_PROMPT=0\n');
  expect(said).toContain('--no-pager');
  expect(said).not.toContain('elsewhere');
});

test('a diff leaves the index as it is, also when only the time of a file differs', async () => {
  const repository = repositoryWith('a', 'b');
  const index = path.join(repository.root, '.git', 'index');
  utimesSync(path.join(repository.root, 'a'), new Date(0), new Date(0));
  const before = readFileSync(index);
  const beforeMs = statSync(index).mtimeMs;
  const git = new Git(repository.options);
  expect(await git.run(['diff', '--numstat'])).toEqual({ ok: true, stdout: '', truncated: false });
  expect(await git.run(['status', '--porcelain'])).toEqual({ ok: true, stdout: '', truncated: false });
  expect(readFileSync(index).equals(before)).toBe(true);
  expect(statSync(index).mtimeMs).toBe(beforeMs);
});
