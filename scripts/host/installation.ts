import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Claude } from './claude.ts';
import { runWell } from './run.ts';
import type { Stage } from './stage.ts';
import { expectThat, type Steps } from './steps.ts';

/** The host gives an installation of packages this time. */
const HOST_INSTALL_MS = 60_000;

const MARKETPLACE = 'codex-companion';
const PLUGIN = `codex@${MARKETPLACE}`;

/** Has the host check and install the plugin. Returns the folder that it was copied to, null when there is none. */
export async function installPlugin(stage: Stage, claude: Claude, steps: Steps): Promise<string | null> {
  for (const folder of ['.', 'plugin']) {
    await steps.check(`claude plugin validate ${folder} --strict`, async () => {
      const { stdout } = await claude.runWell(['plugin', 'validate', path.join(stage.checkout, folder), '--strict']);
      return stdout.split('\n').at(-2) ?? '';
    });
  }
  await steps.check('claude plugin marketplace add CHECKOUT', async () => {
    return (await claude.runWell(['plugin', 'marketplace', 'add', stage.checkout])).stdout;
  });
  await steps.check(`claude plugin install ${PLUGIN}`, async () => {
    const { stdout, ms } = await claude.runWell(['plugin', 'install', PLUGIN]);
    return `${stdout.trim()} (${ms} ms)`;
  });
  await steps.check('claude plugin details: every command and skill, one agent, four hooks', async () => {
    const { stdout } = await claude.runWell(['plugin', 'details', PLUGIN]);
    // The host counts commands among the skills.
    const entries = (folder: string) => readdirSync(path.join(stage.checkout, 'plugin', folder)).length;
    const skills = new RegExp(`Skills \\(${entries('commands') + entries('skills')}\\)`, 'u');
    for (const line of [skills, /Agents \(1\) +codex-rescue/u, /Hooks \(4\)/u]) {
      expectThat(line.test(stdout), String(line), stdout);
    }
    return stdout.match(/Always-on: +.*/u)?.[0] ?? '';
  });
  return installedCopy(stage, steps);
}

async function installedCopy(stage: Stage, steps: Steps): Promise<string | null> {
  let copy: string | null = null;
  await steps.check('the copy has every file, and its launcher can be executed', () => {
    const cache = path.join(stage.env['HOME'] ?? '', '.claude', 'plugins', 'cache', MARKETPLACE, 'codex');
    const [version = ''] = readdirSync(cache);
    copy = path.join(cache, version);
    const wanted = filesOf(path.join(stage.checkout, 'plugin'));
    const found = filesOf(copy);
    expectThat(JSON.stringify(found) === JSON.stringify(wanted), `the files ${wanted.join(', ')}`, found);
    for (const file of found) {
      const [here, there] = [path.join(copy, file), path.join(stage.checkout, 'plugin', file)];
      expectThat(readFileSync(here).equals(readFileSync(there)), `"${file}" as it was`, 'something else');
    }
    accessSync(path.join(copy, 'bin', 'codex-companion'), constants.X_OK);
    return `${found.length} files, version ${version}`;
  });
  await steps.check('the host has installed the packages of the copy', () => {
    const addon = path.join(copy ?? '', 'node_modules', 'zeromq');
    expectThat(existsSync(addon), `"${addon}"`, 'nothing');
    return `${readdirSync(path.join(copy ?? '', 'node_modules')).length - 1} packages`;
  });
  await steps.check('npm ci --ignore-scripts, as the host runs it, fits in its 60 s', async () => {
    rmSync(path.join(copy ?? '', 'node_modules'), { recursive: true, force: true });
    const options = { cwd: copy ?? '', env: stage.env, limitMs: HOST_INSTALL_MS };
    const { ms } = await runWell('npm', ['ci', '--ignore-scripts'], options);
    return `${ms} ms`;
  });
  return copy;
}

/** What the host copies: packages that were installed are not part of it. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('node_modules') && statSync(path.join(folder, file)).isFile())
    .sort();
}
