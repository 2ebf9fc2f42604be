import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** Builds a fixture into one file that plain Node can run, in `directory`; its path. */
export function bundleFixture(name: string, directory = path.resolve(HERE, '../../.build/tests/status')): string {
  const outfile = path.join(directory, `${name}.mjs`);
  buildSync({
    entryPoints: [path.join(HERE, 'fixtures', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}
