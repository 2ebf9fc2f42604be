// What of the plugin's folder is made from the rest of the project: the bundles, their licences, the packages that the
// host installs beside them, and the version wherever it is said.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleAll, RUNTIME_PACKAGES } from './bundles.mjs';
import { LICENCES_FILE, licencesOf } from './licences.mjs';
import { ROOT } from './run.mjs';

/** Folders of which every file is made here: what else lies in them is left over. */
export const GENERATED_FOLDERS = ['plugin/dist'];

const VERSIONED = [
  'plugin/.claude-plugin/plugin.json',
  'plugin/.codex-plugin/plugin.json',
  '.claude-plugin/marketplace.json',
];

/** Path below the project's root → what the file should be. The same project gives the same bytes. */
export async function pluginFiles() {
  const manifest = readJson('package.json');
  const { files, packages } = await bundleAll();
  const made = new Map(files.map(({ name, text, mode }) => [`plugin/dist/${name}`, { text, mode }]));
  const put = (file, text) => made.set(file, { text, mode: 0o644 });
  put(`plugin/dist/${LICENCES_FILE}`, licencesOf(packages));
  put('plugin/LICENSE', readText('LICENSE'));
  const { manifest: own, lock } = packagesOf(manifest);
  put('plugin/package.json', json(own));
  put('plugin/package-lock.json', json(lock));
  for (const file of VERSIONED) put(file, withVersion(readText(file), manifest.version));
  return made;
}

/** The packages that cannot be bundled, in the exact versions of our own lockfile. */
function packagesOf({ version, license, engines }) {
  const { packages: locked } = readJson('package-lock.json');
  const dependencies = Object.fromEntries(
    RUNTIME_PACKAGES.map((name) => [name, locked[`node_modules/${name}`].version]),
  );
  const manifest = {
    name: 'codex-companion-plugin',
    version,
    description: 'The packages that the plugin needs beside its bundles.',
    license,
    private: true,
    engines,
    dependencies,
  };
  const { name } = manifest;
  const root = { name, version, license, dependencies, engines };
  const packages = Object.fromEntries(withDependencies(locked).map((key) => [key, locked[key]]));
  return { manifest, lock: { name, version, lockfileVersion: 3, requires: true, packages: { '': root, ...packages } } };
}

/** Keys of the lockfile's entries that the runtime packages need. */
function withDependencies(locked) {
  const found = new Set();
  const queue = RUNTIME_PACKAGES.map((name) => `node_modules/${name}`);
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    if (found.has(key)) continue;
    const entry = locked[key];
    if (entry === undefined) throw new Error(`Cannot lock "${key}": package-lock.json has no entry of that name`);
    if (entry.resolved !== undefined) throw new Error(`Cannot lock "${key}": its entry names a registry`);
    found.add(key);
    queue.push(...Object.keys(entry.dependencies ?? {}).map((name) => `node_modules/${name}`));
  }
  return [...found].sort();
}

function withVersion(text, version) {
  return text.replaceAll(/"version": "[^"]*"/gu, `"version": "${version}"`);
}

function readJson(file) {
  return JSON.parse(readText(file));
}

function readText(file) {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
