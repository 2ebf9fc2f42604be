// npm run build: bundles everything into dist/, and declares the types of what other programs import. With --bundles or
// --types it makes only these: at run time nothing needs the types.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScript } from './lib/bundled.mjs';
import { bundleAll } from './lib/bundles.mjs';
import { LICENCES_FILE, licencesOf } from './lib/licences.mjs';
import { ROOT, run, runBin } from './lib/run.mjs';

const { values: only } = parseArgs({ options: { bundles: { type: 'boolean' }, types: { type: 'boolean' } } });
if (!only.types) await putBundles();
if (!only.bundles) process.exitCode = await putTypes();

async function putBundles() {
  const { files, packages } = await bundleAll({ client: true });
  for (const { name, text, mode } of files) await put(name, text, mode);
  await put(LICENCES_FILE, licencesOf(packages), 0o644);
}

/** Returns an exit status. */
async function putTypes() {
  const declared = path.join(ROOT, '.build', 'types');
  await rm(declared, { recursive: true, force: true });
  const status = runBin('typescript', 'tsc', ['-p', 'tsconfig.types.json']);
  if (status !== 0) return status;
  const program = await bundleScript('types');
  return run(process.execPath, [program, ROOT, path.join(declared, 'src'), path.join(ROOT, 'dist', 'types')]);
}

/** By rename: somebody may be running what is there. */
async function put(name, text, mode) {
  const file = path.join(ROOT, 'dist', name);
  const temporary = `${file}.${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(temporary, text, { mode });
  await rename(temporary, file);
}
