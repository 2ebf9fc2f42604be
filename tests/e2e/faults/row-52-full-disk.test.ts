import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { spawnCaptured } from '../../support/process.ts';
import { CLI, startRig } from '../../support/rig.ts';

const namespaces = spawnSync('unshare', ['-m', 'true']).status === 0;

/** Plays on a file system of 1 MB in a name space of its own; each step prints `<name>: <exit status>` and what was said. */
test.runIf(namespaces)(
  'row 52: on a full disk a command fails with the cause, what was recorded stays, and a job that ends meanwhile is recorded when there is room (needs a mount name space)',
  async () => {
    const rig = await startRig();
    mkdirSync(rig.stateDir, { mode: 0o700 });
    const script = new URL('../fixtures/full-disk.sh', import.meta.url).pathname;
    const slow = fakePrompt({ do: 'wait', ms: 1_500 });

    const play = spawnCaptured('unshare', ['-m', 'bash', script, rig.stateDir, slow, process.execPath, CLI], {
      cwd: rig.workspace,
      env: rig.env,
      input: '',
    });
    await play.exited;

    const said = play.stdout();
    const told = `${said}\n${play.stderr()}`;
    expect(said, told).toMatch(/^before: 0$/mu);
    expect(said, told).toMatch(/^full: 4\n.*Cannot write .*ENOSPC.*free some disk space/mu);
    expect(said, told).toMatch(/^full status: 0$/mu);
    expect(said, told).toMatch(/^full result: 0\nfake answer$/mu);
    expect(said, told).toMatch(/^meanwhile: running$/mu);
    expect(said, told).toMatch(/^room: 0\n.* completed$/mu);
    expect(said, told).toMatch(/^stopped: 0$/mu);
    expect(said, told).toMatch(/^full, without a broker: 4\n[^\n]*Cannot start the broker[\s\S]*ENOSPC/mu);
    expect(said, told).toMatch(/^after: 0\n(?:\[codex\] .*\n)+fake answer$/mu);
    expect(said, told).toMatch(/^jobs: 3 completed$/mu);
  },
);
