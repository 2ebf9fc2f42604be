import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildDoubles } from './build-doubles.ts';
import { PROJECT_ROOT } from './codex-package.ts';

/** End-to-end tests run what a user runs: the bundles. They are made anew, once, before the first test. */
export async function setup(): Promise<void> {
  execFileSync(process.execPath, [path.join(PROJECT_ROOT, 'scripts', 'build.mjs'), '--bundles'], { stdio: 'inherit' });
  await buildDoubles();
}
