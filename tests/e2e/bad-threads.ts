import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';

/** A copy of the bundles whose threads go wrong in the middle of a turn, where its prompt says `THREAD:<how>`. */
export function distWithBadThreads(): string {
  const dist = path.join(PROJECT_ROOT, 'dist');
  const copy = tempDir();
  for (const file of [
    'cli.cjs',
    'brief.cjs',
    'everyday.cjs',
    'program.cjs',
    'broker.cjs',
    'broker-program.cjs',
    'pool-thread.cjs',
  ]) {
    copyFileSync(path.join(dist, file), path.join(copy, file));
  }
  const good = path.join(copy, 'good-thread.mjs');
  copyFileSync(path.join(dist, 'thread.mjs'), good);
  const bad = readFileSync(path.join(import.meta.dirname, 'fixtures', 'bad-thread.mjs'), 'utf8');
  // By its whole path: a broker starts its threads from a copy of this one file.
  writeFileSync(path.join(copy, 'thread.mjs'), bad.replace('./good-thread.mjs', pathToFileURL(good).href));
  symlinkSync(path.join(PROJECT_ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}
