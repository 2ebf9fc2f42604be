import { checkProgram } from '../../setup/program.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** Git is what reviews learn from what has changed. */
export async function checkGit({ workspace, environment }: Scene, signal: AbortSignal): Promise<Finding[]> {
  const git = about('git', 'Git');
  const { available, detail } = await checkProgram('git', ['--version'], { cwd: workspace.root, environment, signal });
  if (available) return [git.ok(detail)];
  return [git.warning(`${detail}; reviews cannot see what has changed`, 'install git')];
}
