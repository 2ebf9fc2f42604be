import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';
import { sources } from './sources.ts';

test.each([
  ['src/util/probe.ts', '../contract/job.ts'],
  ['src/contract/probe.ts', '../status/store.ts'],
  ['src/bus/probe.ts', '../rpc/peer.ts'],
  ['src/status/probe.ts', '../bus/frame.ts'],
  ['src/workers/probe.ts', '../broker/ledger.ts'],
  ['src/review/probe.ts', '../status/store.ts'],
  ['src/client/probe.ts', '../cli/io.ts'],
  ['src/cli/commands/probe.ts', '../../broker/broker.ts'],
  ['src/cli/probe.ts', '../workers/pool.ts'],
  ['src/cli/probe.ts', '../rpc/peer.ts'],
])('%s may not import %s', (file, imported) => {
  expect(lint(file, imported)).toMatch(/imports only from/u);
});

test.each([
  ['src/workers/probe.ts', 'zeromq'],
  ['src/broker/probe.ts', 'msgpackr/pack'],
  ['src/cli/probe.ts', 'piscina'],
  ['src/client/probe.ts', 'commander'],
  ['src/broker/probe.ts', 'node:worker_threads'],
])('%s does not own %s', (file, imported) => {
  expect(lint(file, imported)).toMatch(/Only src\/\w+ imports/u);
});

test.each([
  ['src/broker/probe.ts', '../workers/pool.ts'],
  ['src/bus/probe.ts', 'zeromq'],
  ['src/client/probe.ts', '../rpc/peer.ts'],
  ['src/cli/probe.ts', '../client/submit.ts'],
  ['src/cli/commands/review.ts', '../../contract/review.ts'],
])('%s may import %s', (file, imported) => {
  expect(lint(file, imported)).not.toMatch(/noRestrictedImports/u);
});

/** It is what schemas are made of, at every edge. */
const EVERYBODYS = 'valibot';

test('every package that the sources import has an owner', async () => {
  const { OWNERS } = await import(path.join(PROJECT_ROOT, 'scripts', 'lib', 'layers.mjs'));
  const imported = sources().flatMap(({ text }) =>
    [...text.matchAll(/^(?:import|export|\}) .*from '([^.'][^']*)'|\bimport\('([^.'][^']*)'\)/gmu)].map(
      ([, first, later]) => first ?? later ?? '',
    ),
  );
  const packages = new Set(imported.filter((name) => !name.startsWith('node:')));
  expect(packages).toContain('commander');
  expect([...packages].filter((name) => name !== EVERYBODYS && !Object.hasOwn(OWNERS, name))).toEqual([]);
});

/** What the linter says of a file with this one import, under the project's own configuration. */
function lint(file: string, imported: string): string {
  const root = tempDir();
  for (const name of ['biome.json', 'biome.layers.json', '.gitignore']) {
    copyFileSync(path.join(PROJECT_ROOT, name), path.join(root, name));
  }
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), `import { a } from '${imported}';\n\nexport const b = a;\n`);
  const biome = path.join(PROJECT_ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', file], { cwd: root, encoding: 'utf8' });
  return `${stdout}${stderr}`;
}
