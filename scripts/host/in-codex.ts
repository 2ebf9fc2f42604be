import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codexPackage } from '../../tests/support/codex-package.ts';
import { type Ran, runWell } from './run.ts';
import type { Stage } from './stage.ts';
import { expectThat, type Steps } from './steps.ts';

/** Codex is a host of plugins, too. It must take ours, and find that it has no hooks to run. */
export async function checkInCodex(stage: Stage, steps: Steps): Promise<void> {
  const home = stage.folder('codex-as-host');
  const codex = (...args: string[]): Promise<Ran> => {
    const env = { ...stage.env, CODEX_HOME: home };
    return runWell(process.execPath, [codexPackage().wrapper, ...args], { cwd: stage.workspace, env });
  };
  await steps.check('codex plugin marketplace add CHECKOUT', async () => {
    return (await codex('plugin', 'marketplace', 'add', stage.checkout)).stdout;
  });
  await steps.check('codex plugin add codex@codex-companion: no hooks', async () => {
    const { stdout } = await codex('plugin', 'add', 'codex@codex-companion');
    const [, root = ''] = /Installed plugin root: (.*)/u.exec(stdout) ?? [];
    const manifest = JSON.parse(readFileSync(path.join(root, '.codex-plugin', 'plugin.json'), 'utf8'));
    expectThat(Object.keys(manifest.hooks).length === 0, '"hooks": {}', manifest);
    return stdout;
  });
}
