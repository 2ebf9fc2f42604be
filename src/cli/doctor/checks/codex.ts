import { realpathSync } from 'node:fs';
import type { CodexBinary } from '../../../config/codex-binary.ts';
import { checkCodex } from '../../setup/checks.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** Problems that begin so are those of exit status 5. */
export const CODEX_PREFIX = 'codex.';

/** Whether there is a Codex, which one is started, and whether it runs. */
export async function checkCodexProgram(scene: Scene, signal: AbortSignal): Promise<Finding[]> {
  const { codex, codexMissing, environment, workspace } = scene;
  if (codex === null) {
    const remedy = 'run "npm install -g @openai/codex", or set CODEX_COMPANION_CODEX to where it is';
    return [about('codex.program', 'Codex').problem(codexMissing ?? 'not found', remedy)];
  }
  const { available, detail } = await checkCodex(codex, { cwd: workspace.root, environment, signal });
  const program = about('codex.program', 'Codex');
  const where = whereIs(codex);
  if (available) return [program.ok(`${detail}: ${where}`)];
  return [program.problem(`${detail}: ${where}`, 'run "codex --version" by hand, or install Codex again')];
}

/** The path that was asked for, what it leads to, and what is started instead of npm's wrapper. */
function whereIs({ path, command, script }: CodexBinary): string {
  const real = realpathSync(path);
  if (script.length > 0) return `"${path}": "${script.join(' ')}", by "${command}"`;
  if (command === path) return real === path ? `"${path}"` : `"${path}", a link to "${real}"`;
  return `"${path}", npm's wrapper; without it "${command}" is started`;
}
