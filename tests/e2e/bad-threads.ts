import { copyFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';

/** A copy of the bundles whose threads go wrong in the middle of a turn, where its prompt says `THREAD:<how>`. */
export function distWithBadThreads(): string {
  const dist = path.join(PROJECT_ROOT, 'dist');
  const copy = tempDir();
  for (const file of ['cli.cjs', 'broker.mjs']) copyFileSync(path.join(dist, file), path.join(copy, file));
  copyFileSync(path.join(dist, 'thread.mjs'), path.join(copy, 'good-thread.mjs'));
  copyFileSync(path.join(import.meta.dirname, 'fixtures', 'bad-thread.mjs'), path.join(copy, 'thread.mjs'));
  symlinkSync(path.join(PROJECT_ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}
