// npm run build: bundles everything into dist/.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleAll } from './lib/bundles.mjs';
import { ROOT } from './lib/run.mjs';

const dist = path.join(ROOT, 'dist');
const { files } = await bundleAll();
await mkdir(dist, { recursive: true });
for (const { name, text, mode } of files) {
  const file = path.join(dist, name);
  // By rename: somebody may be running what is there.
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, text, { mode });
  await rename(temporary, file);
}
