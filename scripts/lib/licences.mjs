// What the licences of bundled packages ask for: that their text goes along.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

export const LICENCES_FILE = 'THIRD_PARTY_LICENSES.txt';

/** The licence of each of these packages, one after the other. @throws Error for one that comes without. */
export function licencesOf(packages) {
  return packages.map(licenceOf).join('\n');
}

function licenceOf(name) {
  const folder = path.join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/iu.test(entry));
  if (file === undefined) throw new Error(`Cannot bundle "${name}": it comes without a licence`);
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const rule = '-'.repeat(80);
  return `${rule}\n${name} ${version}\n${rule}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
}
