import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { spawnCaptured } from '../support/process.ts';

// Not by its script, which would build anew what other tests are running.
test('the demonstration shows what the README says, and leaves nothing behind', { timeout: 60_000 }, async () => {
  const { bundleScript } = await import(path.join(PROJECT_ROOT, 'scripts', 'lib', 'bundled.mjs'));
  const demo = spawnCaptured(process.execPath, [await bundleScript('demo'), PROJECT_ROOT], {
    cwd: PROJECT_ROOT,
    input: '',
  });

  expect(await demo.exited, demo.stderr()).toMatchObject({ code: 0 });
  expect(demo.stdout()).toMatch(/failed \(app_server_exited\)/u);
  expect(demo.stdout().trimEnd().split('\n').at(-1)).toMatch(/^0 processes, 0 sockets left behind/u);
});
