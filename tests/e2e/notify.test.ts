import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { desktopCommand } from '../../src/notify/channels/desktop.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { hasScript, startOnTerminal } from './cli.ts';
import { ended } from './records.ts';

const BELL = '\u0007';

/** The platform's program for notifications. */
const [PROGRAM = ''] = desktopCommand(process.platform, { title: '', body: '' }) ?? [];

/** A stand-in for the platform's program is the first on PATH: it writes down its arguments. */
function withStandIn(rig: Rig): { readonly env: Record<string, string>; readonly said: () => string | null } {
  const bin = path.join(rig.home, 'bin');
  const file = path.join(bin, 'said');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, PROGRAM), `#!/bin/sh\nprintf '%s\\n' "$@" >> "${file}"\n`);
  chmodSync(path.join(bin, PROGRAM), 0o755);
  rmSync(file, { force: true });
  return {
    env: { PATH: `${bin}${path.delimiter}${rig.env['PATH']}` },
    said: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
  };
}

/** What a command writes to a terminal, both of its streams. */
async function onTerminal(rig: Rig, args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = startOnTerminal(rig, args, { env });
  expect((await child.exited).code).toBe(0);
  return child.stdout();
}

test.runIf(hasScript)(
  'a terminal gets the bell and, if it knows how, the notification; else the desktop does',
  async () => {
    const rig = await startRig();
    const { env, said } = withStandIn(rig);

    const knows = await onTerminal(rig, ['task', '--notify', 'hello'], { ...env, TERM: 'xterm-kitty' });
    expect(JSON.stringify(knows)).toMatch(
      /\\u0007\\u001b\]9;Codex Task: completed after [\w ]+ \(task-[\w-]+\)\\u0007/u,
    );
    expect(said()).toBeNull();

    const plain = await onTerminal(rig, ['task', '--notify', 'hello'], { ...env, TERM: 'xterm' });
    expect(plain).toContain(BELL);
    expect(plain).not.toContain('\u001b]');
    expect(said()).toMatch(/^Codex Task\ncompleted after [\w ]+ \(task-[\w-]+\)$/mu);

    // The setting alone: nobody has looked away from what took no time. And a terminal that obeys nothing gets nothing.
    for (const quiet of [{ CODEX_COMPANION_NOTIFY: 'bell', TERM: 'xterm' }, { TERM: 'dumb' }]) {
      const flags = quiet.TERM === 'dumb' ? ['--notify'] : [];
      expect(await onTerminal(rig, ['task', ...flags, 'hello'], { ...env, ...quiet })).not.toContain(BELL);
    }
  },
);

test.skipIf(process.platform === 'win32')(
  'through a pipe go no sequences, and what cannot be told is said',
  async () => {
    const rig = await startRig();
    const { env, said } = withStandIn(rig);

    const task = await rig.run(['task', '--notify', 'hello'], { env: { ...env, TERM: 'xterm-kitty' } });
    expect(task.code).toBe(0);
    expect(JSON.stringify(task)).not.toMatch(/\\u0007|\\u001b/u);
    expect(said()).toMatch(/^Codex Task\ncompleted after/mu);

    const { jobId } = await rig.json<{ jobId: string }>(['task', '--background', 'hello']);
    const nowhere = { PATH: path.join(rig.home, 'empty') };
    const wait = await rig.run(['wait', '--notify', jobId], { env: nowhere });
    expect(wait).toMatchObject({ code: 0, stderr: `Cannot notify: there is no ${PROGRAM} on PATH\n` });

    const bell = await rig.run(['wait', '--notify', jobId], { env: { CODEX_COMPANION_NOTIFY: 'bell' } });
    expect(bell).toMatchObject({ code: 0, stderr: 'Cannot notify: there is no terminal on standard error\n' });
    expect(await ended(rig, jobId, BOUND_MS)).toMatchObject({ status: 'completed' });

    for (const args of [['task', 'x'], ['review'], ['adversarial-review'], ['retry', jobId]]) {
      const { code, stdout, stderr } = await rig.run([...args, '--background', '--notify']);
      expect({ args, code, stdout, stderr }).toEqual({
        args,
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('run "codex-companion wait JOB --notify", or set on_job_end'),
      });
    }
  },
);
