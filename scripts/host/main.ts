import path from 'node:path';
import { buildDoubles } from '../../tests/support/build-doubles.ts';
import { Claude } from './claude.ts';
import { checkHooks } from './hooks.ts';
import { checkInCodex } from './in-codex.ts';
import { installPlugin } from './installation.ts';
import { checkSessions } from './session.ts';
import { checkPartialInstall, checkShellLines, Shell } from './shell.ts';
import { Stage } from './stage.ts';
import { Steps } from './steps.ts';

const [project = '', ...options] = process.argv.slice(2);
const steps = new Steps();
const { fakeCodexDir } = await buildDoubles();
const stage = new Stage(project, fakeCodexDir);
try {
  await play();
} finally {
  await steps.check('no process is left', async () => {
    const left = await stage.close(path.join(stage.checkout, 'plugin', 'bin', 'codex-companion.cjs'));
    if (left.length > 0) throw new Error(`Still alive: ${left.join('\n')}`);
    return '';
  });
  if (options.includes('--keep')) console.log(`Kept: ${stage.root}`);
  else stage.remove();
}
console.log(`\n${steps.table()}\n\n${steps.failed} failed, ${steps.notRun} not run`);
process.exitCode = steps.failed === 0 ? 0 : 1;

async function play(): Promise<void> {
  await steps.check('a checkout with nothing installed in it', async () => {
    await stage.fillWorkspace();
    return (await stage.fillCheckout())
      ? 'plugin/dist is not in the project: built for this run'
      : 'plugin/dist as it is';
  });
  await checkInCodex(stage, steps);
  let claude: Claude | undefined;
  await steps.check('npm i --ignore-scripts @anthropic-ai/claude-code', async () => {
    claude = await Claude.install(stage);
    return (await claude.runWell(['--version'])).stdout;
  });
  const plugin = claude === undefined ? null : await installPlugin(stage, claude, steps);
  if (claude === undefined || plugin === null) return steps.skip('everything else', 'there is no installed copy');
  await checkShellLines(stage, plugin, steps);
  await checkHooks(stage, plugin, steps);
  await checkPartialInstall(stage, plugin, 'without its packages', steps);
  // A marketplace that is a folder is used in its place, and there the host installs nothing.
  await checkPartialInstall(stage, path.join(stage.checkout, 'plugin'), 'in the checkout', steps);
  await checkSessions(claude, new Shell(stage, path.join(stage.checkout, 'plugin')), steps);
}
