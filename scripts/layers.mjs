// Writes biome.layers.json from the table in lib/layers.mjs; with --check it only says whether that is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { layerConfig } from './lib/layers.mjs';
import { ROOT } from './lib/run.mjs';

const file = path.join(ROOT, 'biome.layers.json');
const wanted = `${JSON.stringify(layerConfig(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
} else if (readFileSync(file, 'utf8') !== wanted) {
  console.error('biome.layers.json is stale: run "node scripts/layers.mjs"');
  process.exitCode = 1;
}
